package org.lantian.cli.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.CommandFailure;
import org.lantian.quantities.BilingualText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that a command talks to: the one that lives in the data directory, one elsewhere, or one that is started
 * for this call on a port of its own and stopped afterwards.
 *
 * <p>On the same machine the command authorises itself by the secret of the server's start, which only who can read the
 * data directory knows.
 */
public final class LocalServer implements AutoCloseable {

    private static final long STOP_SECONDS = 12;

    private final ApiClient api;
    private final boolean onThisMachine;
    private final @Nullable Process child;

    LocalServer(ApiClient api, boolean onThisMachine, @Nullable Process child) {
        this.api = api;
        this.onThisMachine = onThisMachine;
        this.child = child;
    }

    /**
     * Reaches a server.
     *
     * @throws CommandFailure when none can be reached or started
     */
    public static LocalServer connect(ServerOptions options, Locale language) {
        try {
            URI elsewhere = options.server();
            if (elsewhere != null) {
                String token = Files.readString(options.tokenFile()).strip();
                return new LocalServer(new ApiClient(elsewhere, token, language), false, null);
            }
            Optional<ApiClient> living = living(options.dataDirectory(), language, null);
            return living.isPresent() ? new LocalServer(living.get(), true, null) : start(options, language);
        } catch (IOException e) {
            throw new CommandFailure(
                    new BilingualText("无法连接服务器：" + e.getMessage(), "The server cannot be reached: " + e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(new BilingualText("已中断。", "Interrupted."), e);
        }
    }

    /** Calls to this server. */
    public ApiClient api() {
        return api;
    }

    /** Whether the server can read our files where they lie. */
    public boolean isOnThisMachine() {
        return onThisMachine;
    }

    /**
     * Asks, where a token is shown, whether it may do all that a command needs, so that nothing is begun that can't be
     * watched to its end.
     *
     * @throws CommandFailure naming the actions that it lacks
     */
    public LocalServer require(String... actions) {
        if (!onThisMachine) {
            Set<String> allowed = new HashSet<>();
            api.get("/api/v1/session").path("actions").forEach(action -> allowed.add(action.asString()));
            List<String> missing = Arrays.stream(actions)
                    .filter(action -> !allowed.contains(action))
                    .toList();
            if (!missing.isEmpty()) {
                String names = String.join(", ", missing);
                throw new CommandFailure(new BilingualText(
                        "此令牌缺少所需的操作：" + names + "。请在“本人账号”中创建含这些操作的令牌。",
                        "This token lacks actions that the command needs: " + names
                                + ". Make one with them on the page of your account."));
            }
        }
        return this;
    }

    /** Stops the server if it was started for this call. */
    @Override
    public void close() {
        if (child != null) {
            stop(child);
        }
    }

    /** The server that describes itself in the data directory, if it still lives (and is this process, if given). */
    private static Optional<ApiClient> living(Path dataDirectory, Locale language, @Nullable Process expected)
            throws IOException {
        try {
            JsonNode facts = new JsonMapper().readTree(Files.readString(dataDirectory.resolve("run/server.json")));
            long pid = facts.path("pid").asLong();
            boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
            if (!alive || expected != null && expected.pid() != pid) {
                return Optional.empty();
            }
            String secret =
                    Files.readString(dataDirectory.resolve("run/cli.secret")).strip();
            return Optional.of(new ApiClient(URI.create(facts.path("url").asString()), secret, language));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static LocalServer start(ServerOptions options, Locale language) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ServerOptions.home().resolve("lantian").toString(), "start"));
        command.addAll(options.startArguments());
        // the server watches this process and ends with it, even if it is killed
        command.addAll(List.of("--port", "0", "--lang", language.getLanguage(), "--parent"));
        command.add(Long.toString(ProcessHandle.current().pid()));
        Path messages = Files.createTempFile("lantian-server", ".log");
        try {
            Process child = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(messages.toFile())
                    .start();
            Thread stopper = new Thread(() -> stop(child), "stop server");
            Runtime.getRuntime().addShutdownHook(stopper);
            return new LocalServer(await(child, options.dataDirectory(), language, messages), true, child);
        } finally {
            Files.deleteIfExists(messages);
        }
    }

    private static ApiClient await(Process child, Path dataDirectory, Locale language, Path messages)
            throws IOException, InterruptedException {
        while (true) {
            if (child.waitFor(50, TimeUnit.MILLISECONDS)) {
                String said = Files.readString(messages, StandardCharsets.UTF_8).strip();
                String last = said.isEmpty() ? "?" : said.substring(said.lastIndexOf('\n') + 1);
                throw new CommandFailure(new BilingualText(last, last), child.exitValue());
            }
            Optional<ApiClient> api = living(dataDirectory, language, child);
            if (api.isPresent()) {
                return api.get();
            }
        }
    }

    private static void stop(Process child) {
        child.destroy();
        try {
            if (!child.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
