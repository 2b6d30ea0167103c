package org.lantian.server.jobs.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.jobs.Job;
import org.lantian.server.problem.ApiError;

/** Why a job failed or is not taken, in words. */
final class JobFailures {

    static final Job.Failure INTERRUPTED = new Job.Failure(
            "job.interrupted",
            new BilingualText(
                    "服务器在任务执行途中停止，任务未完成；请重新提交",
                    "the server stopped in the middle of the job; please ask for it again"));

    /** Code of what nobody foresaw. */
    static final String FAULT = "job.fault";

    private JobFailures() {}

    static Job.Failure gaveUp(int attempts) {
        return new Job.Failure(
                "job.gave-up",
                new BilingualText(
                        "任务执行时服务器已 " + attempts + " 次意外终止，不再重试",
                        "the server was killed " + attempts + " times while it did this job; it is not tried again"));
    }

    static Job.Failure unknownKind(String kind) {
        return new Job.Failure(
                "job.unknown-kind",
                new BilingualText(
                        "本版本不再支持任务类型“" + kind + "”", "this version has no jobs of the kind \"" + kind + "\" any more"));
    }

    static Job.Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException domain) {
                return new Job.Failure(domain.error().code(), domain.error().message());
            }
        }
        String what = firstLine(thrown);
        return new Job.Failure(FAULT, new BilingualText("任务出错：" + what, "the job failed: " + what));
    }

    static DomainException queueFull(long waiting) {
        return new DomainException(new ApiError(
                429,
                "jobs.queue-full",
                new BilingualText(
                        "已有 " + waiting + " 个任务在排队，请稍后再试。", waiting + " jobs are waiting already; try again later."),
                Map.of("waiting", waiting)));
    }

    private static String firstLine(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        return thrown.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
