package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("lantian jobs, lantian files check")
class JobsCommandTest {

    private static final JsonNode RUNNING = json("""
            {"id": 7, "title": "导入监测数据", "subject": "a.csv", "state": "running", "progress": 0.5,
             "secondsLeft": 125, "message": "12.0 / 24.0 MB", "owner": "admin",
             "requested": "2026-11-25T10:20:30+08:00"}""");

    @Test
    @DisplayName("draws a bar with the part done, the estimated time left and what it is at")
    void progress() {
        assertThat(JobProgress.line(RUNNING, Locale.CHINESE))
                .isEqualTo("导入监测数据 a.csv [###############...............]  50.0 % 预计还需 2:05  12.0 / 24.0 MB");
        assertThat(JobProgress.line(RUNNING, Locale.ENGLISH)).contains("about 2:05 left");
        JsonNode unmeasured =
                json("{\"title\": \"t\", \"state\": \"running\", \"progress\": 0, \"secondsLeft\": null}");
        assertThat(JobProgress.line(unmeasured, Locale.ENGLISH)).endsWith("0.0 %");
        JsonNode waiting = json("{\"title\": \"t\", \"state\": \"queued\", \"position\": 3}");
        assertThat(JobProgress.line(waiting, Locale.ENGLISH)).isEqualTo("t waiting, number 3 in the queue");
    }

    @Test
    @DisplayName("shows a job on one line, and how it ended in a sentence")
    void rows() {
        assertThat(JobsCommand.row(RUNNING, Locale.CHINESE))
                .startsWith("     7  running    admin            2026-11-25T10:20  导入监测数据 a.csv [");
        JsonNode done = json("{\"title\": \"check\", \"state\": \"done\", \"result\": {\"files\": 2}}");
        assertThat(JobsCommand.outcome(done).en()).isEqualTo("check: done (files 2)");
        JsonNode failed = json("{\"title\": \"check\", \"state\": \"failed\", \"error\": \"磁盘已满\"}");
        assertThat(JobsCommand.outcome(failed).zh()).isEqualTo("check：失败。磁盘已满");
    }

    @Test
    @DisplayName("says by its exit code how a job ended")
    void exitCodes() {
        assertThat(JobWait.exitCode(json("{\"state\": \"done\"}"))).isZero();
        assertThat(JobWait.exitCode(json("{\"state\": \"failed\"}"))).isEqualTo(1);
        assertThat(JobWait.exitCode(json("{\"state\": \"cancelled\"}"))).isEqualTo(1);
    }

    @Test
    @DisplayName("a check of files fails when a file is missing or changed, not for what nobody uses")
    void filesCheck() {
        JsonNode unused = json("{\"files\": 5, \"bytes\": 100, \"unused\": 2, \"temporary\": 1, \"unknown\": 1}");
        assertThat(FilesCommand.Check.exitCode(unused)).isZero();
        assertThat(FilesCommand.Check.summary(unused).en())
                .isEqualTo("5 files compared (100 bytes): missing 0, changed 0, unknown 1, unused 2, temporary 1");
        assertThat(FilesCommand.Check.exitCode(json("{\"changed\": 1}"))).isEqualTo(1);
        assertThat(FilesCommand.Check.exitCode(json("{\"missing\": 1}"))).isEqualTo(1);
    }

    @Test
    @DisplayName("refuses two wishes at once")
    void wrongUse() {
        assertThat(Lantian.run(List.of("jobs", "--wait", "1", "--cancel", "2"))).isEqualTo(2);
        assertThat(Lantian.run(List.of("jobs", "--wait", "x"))).isEqualTo(2);
        assertThat(Lantian.run(List.of("files"))).isEqualTo(2);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
