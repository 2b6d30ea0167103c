package org.lantian.cli.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.lantian.cli.CommandFailure;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;
import org.lantian.quantities.DomainException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to the server's API. What the server refuses comes up as the error it told. */
public final class ApiClient {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final JsonMapper json = new JsonMapper();
    private final URI base;
    private final String token;
    private final Locale language;

    ApiClient(URI base, String token, Locale language) {
        this.base = base;
        this.token = token;
        this.language = language;
    }

    /** GET of a path such as {@code /api/v1/health}. */
    public JsonNode get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    /** POST without content. */
    public JsonNode post(String path) {
        return send("POST", path, BodyPublishers.noBody(), "application/json");
    }

    /** POST of a JSON body, given as records, maps and lists. */
    public JsonNode post(String path, Object body) {
        return send("POST", path, BodyPublishers.ofString(json.writeValueAsString(body)), "application/json");
    }

    /**
     * POST of a form with files, streamed from disk.
     *
     * @param fields texts by name
     * @param files files by name
     */
    public JsonNode upload(String path, Map<String, String> fields, Map<String, Path> files) {
        String boundary = "lantian-" + UUID.randomUUID();
        List<BodyPublisher> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(BodyPublishers.ofString("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        files.forEach((name, file) -> {
            String fileName = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                    + "\"; filename*=UTF-8''" + fileName + "\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(fileContent(file));
            parts.add(BodyPublishers.ofString("\r\n"));
        });
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return send(
                "POST",
                path,
                BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)),
                "multipart/form-data; boundary=" + boundary);
    }

    /** Copies what a path serves, such as a CSV file. */
    public void download(String path, OutputStream into) {
        HttpResponse<InputStream> answer = call(request(path).GET().build(), BodyHandlers.ofInputStream());
        try (InputStream content = answer.body()) {
            if (answer.statusCode() >= 400) {
                throw problem(answer.statusCode(), content.readAllBytes());
            }
            content.transferTo(into);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private JsonNode send(String method, String path, BodyPublisher body, String contentType) {
        HttpRequest request = request(path)
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
        HttpResponse<byte[]> answer = call(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw problem(answer.statusCode(), answer.body());
        }
        return answer.body().length == 0 ? json.createObjectNode() : json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language.getLanguage());
    }

    private <T> HttpResponse<T> call(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw brokenOff(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(new BilingualText("已中断。", "Interrupted."), e);
        }
    }

    private CommandFailure brokenOff(IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new CommandFailure(
                new BilingualText(
                        "与服务器 " + base + " 的连接失败：" + reason,
                        "The connection to the server " + base + " failed: " + reason),
                e);
    }

    /** What the server told, as an input error (exit 2) when the request was at fault, else as a failure (exit 1). */
    private RuntimeException problem(int status, byte[] body) {
        String detail = "HTTP " + status;
        String code = "http." + status;
        Map<String, Object> arguments = new LinkedHashMap<>();
        try {
            JsonNode problem = json.readTree(body);
            detail = problem.path("detail").asString(detail);
            code = problem.path("code").asString(code);
            problem.path("arguments").properties().forEach(entry -> arguments.put(entry.getKey(), entry.getValue()));
        } catch (JacksonException e) {
            // no problem details, such as from a proxy in between: the status says it
        }
        BilingualText text = new BilingualText(detail, detail);
        boolean wrongInput = status == 400 || status == 404 || status == 413 || status == 415 || status == 422;
        return wrongInput ? new DomainException(new ServerRefusal(code, text, arguments)) : new CommandFailure(text);
    }

    private static BodyPublisher fileContent(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new DomainException(
                    new ServerRefusal(
                            "command.no-file",
                            new BilingualText("没有文件 " + file + "。", "There is no file " + file + "."),
                            Map.of("file", file.toString())),
                    e);
        }
    }

    /** What the server found wrong with the request, in the language asked for. */
    record ServerRefusal(String code, BilingualText message, Map<String, Object> arguments) implements DomainError {
        ServerRefusal {
            arguments = Map.copyOf(arguments);
        }
    }
}
