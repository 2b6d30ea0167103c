package org.lantian.server.monitoring.internal;

import java.util.Optional;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobState;

/**
 * An import and the job that does it.
 *
 * @param row what the import is to do and did
 * @param job how far it is
 */
public record AirImport(ImportRow row, Job job) {

    public int id() {
        return row.id();
    }

    public JobState state() {
        return job.state();
    }

    /** Why it failed. */
    public Optional<Job.Failure> failure() {
        return job.failure();
    }
}
