package org.lantian.server.jobs;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to have done.
 *
 * @param kind of which {@link JobHandler}
 * @param subject what it works on, for a person, such as the name of a file
 * @param about the thing whose page shows what comes of it
 * @param parameters what the handler needs to know, as JSON can hold it
 * @param owner who wants it
 */
public record JobRequest(
        String kind, String subject, Optional<About> about, Map<String, Object> parameters, JobOwner owner) {

    /** A thing of a feature, such as {@code import} 12. */
    public record About(String type, String id) {}

    public JobRequest {
        parameters = Map.copyOf(parameters);
    }

    /** A job that whoever acts now wants to have done. */
    public static JobRequest of(String kind, String subject) {
        return new JobRequest(kind, subject, Optional.empty(), Map.of(), JobOwner.current());
    }

    public JobRequest about(String type, String id) {
        return new JobRequest(kind, subject, Optional.of(new About(type, id)), parameters, owner);
    }

    public JobRequest with(Map<String, Object> known) {
        return new JobRequest(kind, subject, about, known, owner);
    }

    public JobRequest ownedBy(JobOwner other) {
        return new JobRequest(kind, subject, about, parameters, other);
    }
}
