package org.lantian.server.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.lantian.server.testing.TestServer;

/** Sends many hostile requests, some at once, and looks at each answer. */
final class Attacker {

    private static final int AT_ONCE = 6;

    /** What an answer never shows: our inside, the database's, a trace. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.[\\w$]+)+\\(|Exception|org\\.(springframework|postgresql|lantian|apache)|java\\.(lang|util|sql)"
                    + "|tools\\.jackson|PSQL|SQL state|syntax error|Whitelabel|Tomcat/|root:x:0");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final TestServer server;
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final List<Attack> attacks = new ArrayList<>();

    Attacker(TestServer server) {
        this.server = server;
    }

    private record Attack(String method, String address, byte[] body, Map<String, String> headers) {}

    /** With the rights of the local command line, so that nothing is stopped before it reaches the endpoint. */
    void plan(String method, String address, String body, Map<String, String> headers) {
        plan(method, address, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    void plan(String method, String address, byte[] body, Map<String, String> headers) {
        attacks.add(new Attack(method, address, body, headers));
    }

    /** Sends all of them; fails with the first faults found. */
    void carryOut() throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            attacks.forEach(attack -> threads.submit(() -> send(attack)));
        }
        assertThat(attacks).isNotEmpty();
        assertThat(faults.stream().limit(15).toList())
                .as("%d faults in %d requests", faults.size(), attacks.size())
                .isEmpty();
    }

    private void send(Attack attack) {
        try {
            BodyPublisher body =
                    attack.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(attack.body());
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(attack.address())))
                    .timeout(Duration.ofSeconds(60))
                    .method(attack.method(), body);
            if (!attack.headers().containsKey("Authorization")) {
                request.header("Authorization", "Bearer " + server.secret());
            }
            attack.headers().forEach(request::header);
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            fault(answer).ifPresent(fault -> report(attack, fault));
        } catch (IOException | RuntimeException e) {
            report(attack, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(Attack attack, String fault) {
        String body = new String(attack.body(), StandardCharsets.UTF_8);
        faults.add(fault + " ← " + attack.method() + " " + shorten(attack.address()) + " " + shorten(body) + " "
                + shorten(attack.headers().toString()));
    }

    private Optional<String> fault(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        int status = answer.statusCode();
        if (status >= 500) {
            return Optional.of(status + " " + shorten(text));
        }
        boolean byProtocol = status == 400 && text.isEmpty(); // what is no HTTP gets no words
        if (status >= 400 && !byProtocol && !type.startsWith("application/problem+json")) {
            return Optional.of(status + " as " + type);
        }
        if (status >= 400 && INSIDE.matcher(text).find()) {
            return Optional.of(status + " shows the inside: " + shorten(text));
        }
        if (text.contains(server.secret())) {
            return Optional.of(status + " repeats the secret");
        }
        if (status >= 300 && status < 400 && status != 304) {
            return Optional.of(
                    status + " to " + answer.headers().firstValue("Location").orElse("nowhere"));
        }
        return Optional.empty();
    }

    private static String shorten(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
