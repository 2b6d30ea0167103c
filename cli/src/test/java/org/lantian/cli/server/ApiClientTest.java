package org.lantian.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.cli.CommandFailure;
import org.lantian.quantities.DomainException;

@DisplayName("Calls to the server's API")
class ApiClientTest {

    private record Seen(String method, String language, String authorization, String type, String body) {}

    private final AtomicReference<Seen> seen = new AtomicReference<>();
    private HttpServer http;
    private ApiClient api;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void listen() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.set(new Seen(
                    exchange.getRequestMethod(),
                    headers.getFirst("Accept-Language"),
                    headers.getFirst("Authorization"),
                    headers.getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        http.start();
        api = new ApiClient(
                URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/"), "the-secret", Locale.ENGLISH);
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    @DisplayName("carry the secret and the language, and give what the server answers")
    void get() {
        answer = "{\"a\":[1,2]}";
        assertThat(api.get("/api/v1/x").at("/a/1").asInt()).isEqualTo(2);
        assertThat(seen.get().authorization()).isEqualTo("Bearer the-secret");
        assertThat(seen.get().language()).isEqualTo("en");
        answer = "";
        status = 204;
        assertThat(api.post("/api/v1/x").isEmpty()).isTrue();
    }

    @Test
    @DisplayName("by a token are made only when it may do all that the command needs; on this machine nothing is asked")
    void require() {
        answer = "{\"actions\":[\"SIGN_IN\",\"IMPORT_AIR\"]}";
        LocalServer elsewhere = new LocalServer(api, false, null);
        assertThat(elsewhere.require("IMPORT_AIR")).isSameAs(elsewhere);
        assertThatThrownBy(() -> elsewhere.require("IMPORT_AIR", "READ_DATA", "READ_OWN_JOBS"))
                .isInstanceOfSatisfying(CommandFailure.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(1);
                    assertThat(e.text().en())
                            .contains("READ_DATA, READ_OWN_JOBS")
                            .doesNotContain("IMPORT_AIR");
                    assertThat(e.text().zh()).contains("READ_DATA, READ_OWN_JOBS");
                });
        answer = "{\"actions\":[]}";
        LocalServer here = new LocalServer(api, true, null);
        assertThat(here.require("READ_DATA")).isSameAs(here);
    }

    @Test
    @DisplayName("turn a refused request into an input error with the server's own words")
    void refusal() {
        status = 400;
        answer = "{\"code\":\"import.bad\",\"detail\":\"row 3 is bad\",\"arguments\":{\"row\":3}}";
        assertThatThrownBy(() -> api.get("/x")).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.error().code()).isEqualTo("import.bad");
            assertThat(e.error().message().en()).isEqualTo("row 3 is bad");
            assertThat(e.error().arguments()).containsKey("row");
        });
    }

    @Test
    @DisplayName("turn a fault of the server, or none there, into a failure")
    void failure() {
        status = 502;
        answer = "<html>some proxy</html>";
        assertThatThrownBy(() -> api.get("/x"))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.text().en()).isEqualTo("HTTP 502"));
        http.stop(0);
        assertThatThrownBy(() -> api.get("/x"))
                .isInstanceOfSatisfying(
                        CommandFailure.class, e -> assertThat(e.text().en()).contains("connection", "failed"));
    }

    @Test
    @DisplayName("send files with their names, and copy what is downloaded")
    void files(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("空气 1.csv"), "date,hour\n");
        api.upload("/up", Map.of("dryRun", "true"), Map.of("file", file));
        assertThat(seen.get().type()).startsWith("multipart/form-data; boundary=");
        assertThat(seen.get().body())
                .contains(
                        "name=\"dryRun\"\r\n\r\ntrue\r\n",
                        "filename*=UTF-8''%E7%A9%BA%E6%B0%94%201.csv",
                        "date,hour\n");
        assertThatThrownBy(() -> api.upload("/up", Map.of(), Map.of("file", folder.resolve("absent.csv"))))
                .isInstanceOf(DomainException.class);

        answer = "a,b\n";
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        api.download("/down", copied);
        assertThat(copied.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\n");
    }
}
