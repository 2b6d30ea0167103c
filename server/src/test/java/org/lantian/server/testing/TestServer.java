package org.lantian.server.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.lantian.server.identity.LocalSecret;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application as a client sees it, over real HTTP. Sends no cookies unless told to. */
public final class TestServer {

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final ApplicationContext context;

    TestServer(ApplicationContext context) {
        this.context = context;
    }

    /** One answer. */
    public record Answer(HttpResponse<byte[]> raw, JsonMapper mapper) {

        public int status() {
            return raw.statusCode();
        }

        public String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return mapper.readTree(raw.body());
        }

        /** A header's value, empty when absent. */
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    /** The secret by which the local command line authorises itself. */
    public String secret() {
        return context.getBean(LocalSecret.class).value();
    }

    /** GET without login. */
    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** A call as the command line makes it: as administrator, authorised by the secret of this start. */
    public Answer asAdministrator(String method, String path, BodyPublisher body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + secret();
        return send(method, path, body, all);
    }

    /** A JSON call as administrator. */
    public Answer asAdministrator(String method, String path, String jsonBody) {
        return asAdministrator(method, path, BodyPublishers.ofString(jsonBody), "Content-Type", "application/json");
    }

    /** Any call; headers as name, value, name, value. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()), json);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
