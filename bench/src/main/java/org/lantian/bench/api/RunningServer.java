package org.lantian.bench.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lantian.bench.BenchContext;
import org.lantian.bench.HttpCall;

/** A server started by {@code ./lantian start} on a data directory of its own; it imports what the city pack declares. */
final class RunningServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Pattern STATIONS = Pattern.compile("\"stationsWithData\":(\\d+)");

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static RunningServer start(BenchContext context, Path data) {
        int port = freePort();
        try {
            Process process = new ProcessBuilder(
                            context.checkout().resolve("lantian").toString(),
                            "start",
                            "--data-dir",
                            data.resolve("data").toString(),
                            "--port",
                            Integer.toString(port),
                            "--kit",
                            context.kit(".").toString())
                    .redirectOutput(data.resolve("server.out").toFile())
                    .redirectErrorStream(true)
                    .start();
            RunningServer server = new RunningServer(process, "http://127.0.0.1:" + port);
            server.await("\"status\":\"UP\"", "/api/v1/health");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitDailyValues() {
        await("\"active\":false", "/api/v1/air/extent");
    }

    String stationsWithData() {
        Matcher matcher = STATIONS.matcher(body("/api/v1/air/extent"));
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    /** Waits until an answer holds a text. */
    private void await(String text, String path) {
        Instant until = Instant.now().plus(LONGEST_START);
        while (!answersWith(text, path)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with exit code " + process.exitValue());
            }
            if (Instant.now().isAfter(until)) {
                close();
                throw new IllegalStateException(path + " did not answer with " + text + " in " + LONGEST_START);
            }
            sleep();
        }
    }

    private boolean answersWith(String text, String path) {
        try {
            return client.send(request(path), BodyHandlers.ofString()).body().contains(text);
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).build();
    }

    private String body(String path) {
        return new String(call(path), StandardCharsets.UTF_8);
    }

    /** Calls and reads the whole answer; its size in bytes. */
    int get(String path) {
        return call(path).length;
    }

    private byte[] call(String path) {
        HttpResponse<byte[]> answer = HttpCall.send(client, request(path), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
