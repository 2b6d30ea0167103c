package org.lantian.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.server.ApiClient;
import org.lantian.cli.server.LocalServer;
import org.lantian.quantities.BilingualText;
import tools.jackson.databind.JsonNode;

/** Has a server import one file, and waits for it; a command that is broken off cancels what it began. */
final class AirImportCall {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final LocalServer server;
    private final Locale language;

    AirImportCall(LocalServer server, Locale language) {
        this.server = server;
        this.language = language;
    }

    /** The import as the server describes it when it has ended. */
    JsonNode run(Path file, @Nullable Path mapping, boolean dryRun, boolean strict) {
        ApiClient api = server.api();
        JsonNode begun = server.isOnThisMachine()
                ? api.post("/api/v1/imports/local", local(file, mapping, dryRun, strict))
                : upload(api, file, mapping, dryRun, strict);
        String address = "/api/v1/imports/" + begun.path("id").asInt();
        Thread canceller = new Thread(() -> cancel(api, address), "cancel import");
        Runtime.getRuntime().addShutdownHook(canceller);
        try {
            JsonNode ended = await(api, address, begun.path("job").asLong());
            Runtime.getRuntime().removeShutdownHook(canceller);
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(new BilingualText("已中断。", "Interrupted."), e);
        }
    }

    private static void cancel(ApiClient api, String address) {
        try {
            api.post(address + "/cancel");
        } catch (RuntimeException e) {
            // the command ends anyway and has said why; a server that is gone cancels by itself
        }
    }

    private static Map<String, Object> local(Path file, @Nullable Path mapping, boolean dryRun, boolean strict) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("path", file.toAbsolutePath().normalize().toString());
        wanted.put("name", String.valueOf(file.getFileName()));
        wanted.put(
                "mapping",
                mapping == null ? null : mapping.toAbsolutePath().normalize().toString());
        wanted.put("dryRun", dryRun);
        wanted.put("strict", strict);
        return wanted;
    }

    private static JsonNode upload(ApiClient api, Path file, @Nullable Path mapping, boolean dryRun, boolean strict) {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("file", file);
        if (mapping != null) {
            files.put("mapping", mapping);
        }
        return api.upload(
                "/api/v1/imports",
                Map.of("dryRun", Boolean.toString(dryRun), "strict", Boolean.toString(strict)),
                files);
    }

    private JsonNode await(ApiClient api, String address, long id) throws InterruptedException {
        JobProgress progress = new JobProgress(language);
        while (true) {
            JsonNode job = api.get("/api/v1/jobs/" + id);
            if (JobProgress.isTerminal()) {
                progress.show(job);
            }
            if (JobProgress.isEnd(job)) {
                return api.get(address);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }
}
