package org.lantian.server.jobs.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.server.access.Actor;
import org.lantian.server.jobs.Job;

/**
 * A job as a client sees it.
 *
 * @param title what such a job does
 * @param subject what it works on
 * @param about thing whose page shows what came of it
 * @param mine whether whoever asks is its owner
 * @param state queued, running, done, failed or cancelled
 * @param progress part that is done, 0–1
 * @param message what it is at
 * @param secondsLeft estimated from the measured progress; null while nothing can be said
 * @param position place in the queue by order of coming, from 1; null when it does not wait
 * @param attempts how often it was begun
 * @param cancelRequested whether it has been asked to end
 * @param result facts about what came of it
 * @param resultFile where a file that came of it can be had
 * @param code why it failed, for programs
 * @param error why it failed, for a person
 */
record JobView(
        long id,
        String kind,
        String title,
        String subject,
        @Nullable About about,
        String owner,
        boolean mine,

        @Schema(allowableValues = {"queued", "running", "done", "failed", "cancelled"})
        String state,

        double progress,
        String message,
        @Nullable Long secondsLeft,
        @Nullable Long position,
        int attempts,
        boolean cancelRequested,
        OffsetDateTime requested,
        @Nullable OffsetDateTime started,
        @Nullable OffsetDateTime finished,
        @Nullable Map<String, Object> result,
        @Nullable String resultFile,
        @Nullable String code,
        @Nullable String error) {

    /** A thing of a feature, such as {@code import} 12. */
    @Schema(name = "JobAbout")
    record About(String type, String id) {}

    static JobView of(Job job, BilingualText title, Actor reader, Locale language) {
        return new JobView(
                job.id(),
                job.kind(),
                title.in(language),
                job.subject(),
                job.about().map(about -> new About(about.type(), about.id())).orElse(null),
                job.owner().name(),
                job.owner().is(reader),
                job.state().code(),
                Math.round(job.progress() * 1000) / 1000.0,
                job.message().in(language),
                job.timeLeft().map(Duration::toSeconds).orElse(null),
                job.position() == 0 ? null : job.position(),
                job.attempts(),
                job.cancelRequested(),
                inCityTime(job.requested()),
                optional(job.started()),
                optional(job.finished()),
                job.result().isEmpty() ? null : job.result(),
                job.resultFile().isPresent() && job.state().isEnd() ? "/api/v1/jobs/" + job.id() + "/result" : null,
                job.failure().map(Job.Failure::code).orElse(null),
                job.failure().map(failure -> failure.text().in(language)).orElse(null));
    }

    static OffsetDateTime inCityTime(Instant instant) {
        return instant.atOffset(CityTime.OFFSET);
    }

    private static @Nullable OffsetDateTime optional(@Nullable Instant instant) {
        return instant == null ? null : inCityTime(instant);
    }
}
