package org.lantian.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.server.ApiClient;
import org.lantian.cli.server.LocalServer;
import org.lantian.cli.server.ServerOptions;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists the server's jobs, waits for one, or cancels one. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "任务：列出、等待、取消 / jobs: list them, wait for one, cancel one")
final class JobsCommand implements Callable<Integer> {

    private static final int PAGE = 200;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--everybody", description = "所有人的任务（本机命令行总是如此） / jobs of everybody, as always on this machine")
    boolean everybody;

    @ArgGroup
    @Nullable
    What what;

    /** At most one of them. */
    static final class What {

        @Option(names = "--all", description = "也列出已结束的（默认只列排队和执行中的） / also those that have ended")
        boolean all;

        @Option(
                names = "--wait",
                paramLabel = "ID",
                description = "等待任务结束，按结果返回 / wait for its end; exit code by outcome")
        @Nullable
        Long wait;

        @Option(names = "--cancel", paramLabel = "ID", description = "取消任务 / cancel a job")
        @Nullable
        Long cancel;
    }

    @Override
    public Integer call() {
        try (LocalServer connected = LocalServer.connect(server, common.language())) {
            ApiClient api = connected.api();
            if (what != null && what.wait != null) {
                return end(JobWait.await(api, what.wait, common));
            }
            if (what != null && what.cancel != null) {
                return cancel(api, what.cancel);
            }
            return list(api, everybody || connected.isOnThisMachine(), what != null && what.all);
        }
    }

    private int end(JsonNode job) {
        System.out.println(common.json() ? job.toString() : common.text(outcome(job)));
        return JobWait.exitCode(job);
    }

    private int cancel(ApiClient api, long id) {
        JsonNode job = api.post("/api/v1/jobs/" + id + "/cancel");
        while (!JobProgress.isEnd(job)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure(new BilingualText("已中断。", "Interrupted."), e);
            }
            job = api.get("/api/v1/jobs/" + id);
        }
        System.out.println(common.json() ? job.toString() : common.text(outcome(job)));
        return job.path("state").asString("").equals("cancelled") ? 0 : Lantian.FAILED;
    }

    private int list(ApiClient api, boolean everybodys, boolean ended) {
        List<JsonNode> jobs = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/api/v1/jobs?limit=" + PAGE + "&all=" + everybodys + (ended ? "" : "&state=open")
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(jobs::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        if (common.json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("jobs", jobs);
            System.out.println(new JsonMapper().writeValueAsString(result));
            return 0;
        }
        if (jobs.isEmpty()) {
            System.err.println(common.text(
                    ended
                            ? new BilingualText("没有任务。", "There are no jobs.")
                            : new BilingualText("没有排队或执行中的任务。", "No job waits or runs.")));
        }
        for (JsonNode job : jobs) {
            System.out.println(row(job, common.language()));
        }
        return 0;
    }

    /** A job on one line: number, state, owner, times, and how far it is or how it ended. */
    static String row(JsonNode job, Locale language) {
        String time = job.path("requested").asString("");
        String begun = time.length() >= 16 ? time.substring(0, 16) : time;
        String what = JobProgress.isEnd(job) ? outcome(job).in(language) : JobProgress.line(job, language);
        return String.format(
                "%6d  %-10s %-16s %s  %s",
                job.path("id").asLong(),
                job.path("state").asString(""),
                job.path("owner").asString(""),
                begun,
                what);
    }

    /** How a job ended, in a sentence. */
    static BilingualText outcome(JsonNode job) {
        String name =
                (job.path("title").asString("") + " " + job.path("subject").asString("")).strip();
        String error = job.path("error").asString("");
        return switch (job.path("state").asString("")) {
            case "done" -> new BilingualText(name + "：完成" + facts(job), name + ": done" + facts(job));
            case "cancelled" -> new BilingualText(name + "：已取消", name + ": cancelled");
            default -> new BilingualText(name + "：失败。" + error, name + ": failed. " + error);
        };
    }

    private static String facts(JsonNode job) {
        StringBuilder text = new StringBuilder();
        job.path("result").properties().stream()
                .filter(fact -> fact.getValue().isValueNode())
                .forEach(fact -> text.append(text.isEmpty() ? " (" : ", ")
                        .append(fact.getKey())
                        .append(' ')
                        .append(fact.getValue().asString("")));
        return text.isEmpty() ? "" : text.append(')').toString();
    }
}
