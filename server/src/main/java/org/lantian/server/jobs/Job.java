package org.lantian.server.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/**
 * A job as it stands.
 *
 * @param progress part that is done, 0–1
 * @param message what it is at
 * @param timeLeft estimate from the measured progress; empty while nothing can be said
 * @param position place in the queue by order of coming, from 1; 0 when it does not wait
 * @param attempts how often it was begun
 * @param cancelRequested whether somebody wants it to end
 * @param result facts about what came of it, empty when there are none
 * @param resultFile a file that came of it
 * @param failure why it failed
 * @param logDropped lines of the log that were too many to keep
 */
public record Job(
        long id,
        String kind,
        String subject,
        Optional<JobRequest.About> about,
        Map<String, Object> parameters,
        JobOwner owner,
        JobState state,
        double progress,
        BilingualText message,
        Optional<Duration> timeLeft,
        long position,
        int attempts,
        boolean cancelRequested,
        Instant requested,
        @Nullable Instant started,
        @Nullable Instant finished,
        Map<String, Object> result,
        Optional<ResultFile> resultFile,
        Optional<Failure> failure,
        long logDropped) {

    /** A file that came of a job; the name is for whoever saves it. */
    public record ResultFile(String name, String mediaType) {}

    /** Why a job failed. */
    public record Failure(String code, BilingualText text) {}

    /** A line of the log. */
    public record LogLine(int number, Instant time, BilingualText text) {}

    /** The same job with what is known of it at this moment in memory. */
    public Job measured(double done, BilingualText note, Optional<Duration> left) {
        return new Job(
                id,
                kind,
                subject,
                about,
                parameters,
                owner,
                state,
                done,
                note,
                left,
                position,
                attempts,
                cancelRequested,
                requested,
                started,
                finished,
                result,
                resultFile,
                failure,
                logDropped);
    }

    /** A number of the parameters. */
    public int intParameter(String name) {
        if (parameters.get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("job " + id + " has no number " + name);
    }
}
