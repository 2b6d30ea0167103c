package org.lantian.server.startup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.TestDatabases;
import org.lantian.testing.ReferenceKit;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("lantian start")
@Timeout(240)
class StartCommandTest {

    private static final String CITY =
            ReferenceKit.checkout().orElseThrow().resolve("cities/jincheng").toString();

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private ForkedServer start(String... more) throws IOException {
        String[] fixed = {"--data-dir", data().toString(), "--port", "0", "--city", CITY};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return ForkedServer.start(all);
    }

    @AfterEach
    void leaveNoProcess() {
        processesWith(folder.toString()).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    @DisplayName(
            "keeps its data and sessions, refuses a second one on them, stops within ten seconds, leaves no process")
    void wholeLife() throws Exception {
        String session;
        try (ForkedServer first = start().awaitReady()) {
            Path passwordFile = data().resolve("secrets/initial-password");
            assertThat(first.output()).contains(passwordFile.toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                    .isEqualTo("rwx------");

            session = signIn(Files.readString(passwordFile).strip());
            assertThat(usernameOf(session)).isEqualTo("admin");

            try (ForkedServer second = start()) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                assertThat(second.output().lines())
                        .singleElement()
                        .asString()
                        .contains(data().toString(), "another running Lantian");
            }
            try (ForkedServer onSamePort = ForkedServer.start(
                    "--data-dir", folder.resolve("other").toString(), "--port", portOf(data()), "--city", CITY)) {
                assertThat(onSamePort.awaitEnd()).isEqualTo(1);
                assertThat(onSamePort.output().lines())
                        .singleElement()
                        .asString()
                        .contains("is in use", "--port");
            }

            long asked = System.nanoTime();
            first.terminate();
            assertThat(first.awaitEnd()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
            assertThat(processesWith(data().toString())).isEmpty();
            assertThat(data().resolve("run/cli.secret")).doesNotExist();
        }
        try (ForkedServer again = start().awaitReady()) {
            assertThat(again.output()).as("the account was kept").doesNotContain("nitial password");
            assertThat(usernameOf(session)).as("the session was kept").isEqualTo("admin");
            again.terminate();
            assertThat(again.awaitEnd()).isZero();
        }
    }

    /** Gives the session's cookie. */
    private String signIn(String password) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/api/v1/session")))
                .header("Content-Type", "application/json")
                .header("Cookie", "XSRF-TOKEN=token-of-this-test")
                .header("X-XSRF-TOKEN", "token-of-this-test")
                .POST(BodyPublishers.ofString("{\"username\": \"admin\", \"password\": \"" + password + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("LANTIAN_SESSION="))
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String usernameOf(String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/api/v1/session")))
                .header("Cookie", cookie)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new JsonMapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body())
                    .path("username")
                    .asString("");
        }
    }

    private String url(String path) throws Exception {
        return "http://127.0.0.1:" + portOf(data()) + path;
    }

    @Test
    @DisplayName("stops the database that a killed server left behind, and goes on with the same data")
    void orphan() throws Exception {
        try (ForkedServer first = start().awaitReady()) {
            first.kill();
        }
        List<ProcessHandle> orphans = processesWith(data().toString());
        assertThat(orphans).as("a database outlives its killed server").isNotEmpty();
        try (ForkedServer again = start().awaitReady()) {
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(again.output()).doesNotContain("nitial password");
            again.terminate();
            assertThat(again.awaitEnd()).isZero();
        }
        assertThat(processesWith(data().toString())).isEmpty();
    }

    @Test
    @DisplayName("told to stop while still starting, leaves no process and starts well the next time")
    void stoppedWhileStarting() throws Exception {
        for (int milliseconds : new int[] {900, 2200}) {
            try (ForkedServer broken = start()) {
                Thread.sleep(milliseconds);
                broken.terminate();
                broken.awaitEnd();
                assertThat(processesWith(data().toString()))
                        .as("after %d ms; it said: %s", milliseconds, broken.output())
                        .isEmpty();
            }
        }
        try (ForkedServer next = start().awaitReady()) {
            next.terminate();
            assertThat(next.awaitEnd()).isZero();
        }
    }

    @Test
    @DisplayName("a server started for one command ends when that command is killed")
    void endsWithItsParent() throws Exception {
        Process parent = new ProcessBuilder("sleep", "600").start();
        try (ForkedServer child = start("--parent", Long.toString(parent.pid())).awaitReady()) {
            assertThat(child.output())
                    .as("a command leaves the first password to a person")
                    .doesNotContain("password");
            parent.destroyForcibly().waitFor();
            assertThat(child.awaitEnd()).isZero();
            assertThat(processesWith(data().toString())).isEmpty();
        }
    }

    @Test
    @DisplayName("works on an external database")
    void externalDatabase() throws Exception {
        String url = TestDatabases.create().replace("jdbc:postgresql://", "postgresql://lantian:test@");
        try (ForkedServer server = start("--database-url", url).awaitReady()) {
            assertThat(data().resolve("postgres")).doesNotExist();
            HttpRequest health = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + portOf(data()) + "/api/v1/health"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(health, BodyHandlers.ofString())
                            .body())
                    .contains("\"UP\"");
            server.terminate();
            assertThat(server.awaitEnd()).isZero();
        }
    }

    @Test
    @DisplayName("says in one sentence that the database cannot be reached, without its password")
    void unreachableDatabase() throws Exception {
        int nobodyListens;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodyListens = socket.getLocalPort();
        }
        try (ForkedServer server =
                start("--database-url", "postgresql://somebody:s3cret@127.0.0.1:" + nobodyListens + "/x")) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.output().lines())
                    .singleElement()
                    .asString()
                    .contains("cannot be reached", Integer.toString(nobodyListens))
                    .doesNotContain("s3cret");
        }
    }

    @Test
    @DisplayName("refuses the folder of another PostgreSQL version")
    void otherVersion() throws Exception {
        Files.createDirectories(data().resolve("postgres"));
        Files.writeString(data().resolve("postgres/PG_VERSION"), "14\n");
        try (ForkedServer server = start()) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.output().lines()).singleElement().asString().contains("PostgreSQL 14", "PostgreSQL 18");
        }
    }

    @Test
    @DisplayName("says that there is no space before it writes anything")
    void noSpace() throws Exception {
        Files.createDirectory(data());
        assumeThat(new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", data().toString())
                        .start()
                        .waitFor())
                .as("mounting is allowed here")
                .isZero();
        try (ForkedServer server = start()) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.output().lines()).singleElement().asString().contains("MiB left");
        } finally {
            new ProcessBuilder("umount", data().toString()).start().waitFor();
        }
    }

    @Test
    @DisplayName("takes relative folders from where the command was given")
    void relativeFolders() {
        StartOptions options = new StartOptions();
        options.city = Path.of("../cities/jincheng");
        options.kit = Path.of("../server/src");
        options.dataDirectory = Path.of("../data");
        LantianSettings settings = options.settings();
        assertThat(settings.city()).isAbsolute().isNormalized().endsWithRaw(Path.of("cities/jincheng"));
        assertThat(settings.findKit().orElseThrow()).isAbsolute().isNormalized().endsWithRaw(Path.of("server/src"));
        assertThat(settings.dataDirectory()).isAbsolute().isNormalized();
    }

    @Test
    @DisplayName("a wrong option is exit code 2 and one sentence that names it")
    void wrongOptions() throws Exception {
        for (List<String> options : List.of(
                List.of("--port", "70000"),
                List.of("--port", "http"),
                List.of("--city", folder.resolve("nowhere").toString()),
                List.of("--kit", folder.resolve("nowhere").toString()),
                List.of("--host", "no-such-host.invalid"),
                List.of("--database-url", "mysql://x/y"),
                List.of("--no-such-option"))) {
            try (ForkedServer server = ForkedServer.start(java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("--data-dir", data().toString()), options.stream())
                    .toArray(String[]::new))) {
                assertThat(server.awaitEnd()).as(options.toString()).isEqualTo(2);
                assertThat(server.output().lines()).singleElement().asString().contains(options.getFirst());
            }
        }
    }

    private static String portOf(Path data) throws IOException {
        String facts = Files.readString(data.resolve("run/server.json"));
        return facts.replaceAll(".*\"port\":(\\d+).*", "$1");
    }

    /** Living processes that name this folder on their command line, other than this one. */
    private static List<ProcessHandle> processesWith(String text) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> commandLine(process).contains(text))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
