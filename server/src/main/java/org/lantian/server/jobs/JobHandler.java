package org.lantian.server.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Action;

/** Does the jobs of one kind. A bean of it is all that a feature needs to bring. */
public interface JobHandler {

    /** Jobs that have ended are kept so long unless their handler says otherwise. */
    Duration KEPT = Duration.ofDays(90);

    /** Stable name, lower case with hyphens. */
    String kind();

    /** What such a job does, for a person. */
    BilingualText title();

    /** How many of this kind may run at once, ≥ 1. */
    default int atOnce() {
        return 1;
    }

    /**
     * Whether this job may be run again from its beginning when the server was stopped or killed in the middle; otherwise
     * it then fails.
     */
    boolean isRepeatable(Job job);

    /** How long a job is kept after its end; empty: for ever, because something refers to it. */
    default Optional<Duration> kept() {
        return Optional.of(KEPT);
    }

    /** How often the server by itself wants such a job done; empty: only when somebody asks for it. */
    default Optional<Duration> every() {
        return Optional.empty();
    }

    /**
     * What somebody must be allowed to do, beside seeing the job, to fetch the file that came of it; empty: nothing more. For
     * files that not even who sees all jobs may have.
     */
    default Optional<Action> resultNeeds() {
        return Optional.empty();
    }

    /**
     * Does the work in a thread of its own, in the name of the job's owner. It calls {@link JobRun#progress} or
     * {@link JobRun#check} at least once a second, so that it can be cancelled.
     *
     * @return facts about what came of it, as JSON can hold them
     * @throws org.lantian.quantities.DomainException when it fails for a reason that can be told
     */
    Map<String, Object> run(JobRun run) throws Exception;

    /** The job has ended, run or not; for taking away what only it needed. May be called more than once. */
    default void ended(Job job) {}
}
