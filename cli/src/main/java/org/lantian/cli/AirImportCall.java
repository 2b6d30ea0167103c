package org.lantian.cli;

import java.io.Console;
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
    private final boolean terminal = isTerminal();

    AirImportCall(LocalServer server) {
        this.server = server;
    }

    /** The import as the server describes it when it has ended. */
    JsonNode run(Path file, @Nullable Path mapping, boolean dryRun, boolean strict) {
        ApiClient api = server.api();
        JsonNode begun = server.isOnThisMachine()
                ? api.post("/api/v1/imports/local", local(file, mapping, dryRun, strict))
                : upload(api, file, mapping, dryRun, strict);
        String address = "/api/v1/imports/" + begun.path("id").asInt();
        Thread canceller = new Thread(() -> api.post(address + "/cancel"), "cancel import");
        Runtime.getRuntime().addShutdownHook(canceller);
        try {
            JsonNode ended = await(api, address, file);
            Runtime.getRuntime().removeShutdownHook(canceller);
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(new BilingualText("已中断。", "Interrupted."), e);
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

    private JsonNode await(ApiClient api, String address, Path file) throws InterruptedException {
        while (true) {
            JsonNode view = api.get(address);
            String state = view.path("state").asString();
            boolean ended = !state.equals("queued") && !state.equals("running");
            show(file, view.path("progress").asDouble(), ended);
            if (ended) {
                return view;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // NullAway knows the console of older JDKs, which could be null
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private void show(Path file, double progress, boolean ended) {
        if (terminal) {
            String line = ended ? "" : String.format(Locale.ROOT, "%s %3.0f %%", file.getFileName(), 100 * progress);
            System.err.print("\r\u001b[K" + line);
            System.err.flush();
        }
    }
}
