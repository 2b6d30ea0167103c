package org.lantian.bench.lists;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.lantian.bench.HttpCall;
import org.lantian.bench.imports.BenchServer;

/** Calls the server of a benchmark by tokens. */
final class Caller implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Caller(BenchServer server) {
        base = server.address() + "/api/v1";
    }

    /** Reads the whole answer, which must be good. */
    HttpResponse<String> get(String token, String path) {
        HttpResponse<String> answer = send(request(token, path).build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** Changes something, from the version that an ETag names. */
    HttpResponse<String> put(String token, String path, String tag, String body) {
        return send(request(token, path)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return HttpCall.send(client, request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
