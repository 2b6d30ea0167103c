package org.lantian.cli;

import org.lantian.cli.server.ApiClient;
import org.lantian.quantities.BilingualText;
import tools.jackson.databind.JsonNode;

/** Waits for a job with its progress on standard error. Breaking the wait off leaves the job alone and says how to cancel it. */
final class JobWait {

    private static final long LOOK_EVERY_MILLIS = 250;

    private JobWait() {}

    /** The job as the server describes it when it has ended. */
    static JsonNode await(ApiClient api, long id, CommonOptions common) {
        Thread hint = new Thread(
                () -> System.err.println("\n"
                        + common.text(new BilingualText(
                                "任务 " + id + " 仍在服务器上执行；取消：./lantian jobs --cancel " + id,
                                "Job " + id + " goes on in the server; to cancel it: ./lantian jobs --cancel " + id))),
                "hint");
        Runtime.getRuntime().addShutdownHook(hint);
        try {
            JobProgress progress = new JobProgress(common.language());
            while (true) {
                JsonNode job = api.get("/api/v1/jobs/" + id);
                progress.show(job);
                if (JobProgress.isEnd(job)) {
                    return job;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(new BilingualText("已中断。", "Interrupted."), e);
        } finally {
            forget(hint);
        }
    }

    private static void forget(Thread hint) {
        try {
            Runtime.getRuntime().removeShutdownHook(hint);
        } catch (IllegalStateException e) {
            // the process ends already, and the hint is being given
        }
    }

    /** 0 when it was done, 1 when it failed or was cancelled. */
    static int exitCode(JsonNode job) {
        return job.path("state").asString("").equals("done") ? 0 : Lantian.FAILED;
    }
}
