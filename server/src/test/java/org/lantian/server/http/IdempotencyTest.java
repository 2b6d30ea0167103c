package org.lantian.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.problem.ApiError;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@LantianTest
@Import(IdempotencyTest.Things.class)
@DisplayName("A creating call with an Idempotency-Key")
class IdempotencyTest {

    /** Makes things and counts them. */
    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Things {

        final AtomicInteger made = new AtomicInteger();
        final CountDownLatch slow = new CountDownLatch(1);

        record Thing(String name) {}

        @PostMapping("/api/v1/test/things")
        @Access(Action.SIGN_IN)
        ResponseEntity<Thing> make(@RequestBody Thing thing) throws InterruptedException {
            if (thing.name().equals("refused")) {
                throw ApiError.badParameter("name", thing.name(), new BilingualText("别的", "another"));
            }
            if (thing.name().equals("slow")) {
                slow.await(20, TimeUnit.SECONDS);
            }
            int number = made.incrementAndGet();
            return Versions.answer(HttpStatus.CREATED, number, new Thing(thing.name() + " " + number));
        }

        @PostMapping("/api/v1/test/secrets")
        @Access(Action.SIGN_IN)
        @SecretAnswer
        Thing makeSecret() {
            return new Thing("secret " + made.incrementAndGet());
        }

        @PostMapping("/api/v1/test/uploads")
        @Access(Action.SIGN_IN)
        Thing upload(@RequestParam MultipartFile file) {
            return new Thing(file.getOriginalFilename() + " " + made.incrementAndGet());
        }
    }

    private final TestServer server;
    private final Things things;
    private final JdbcClient jdbc;

    @Autowired
    IdempotencyTest(TestServer server, Things things, JdbcClient jdbc) {
        this.server = server;
        this.things = things;
        this.jdbc = jdbc;
    }

    private TestServer.Answer make(String key, String name) {
        return server.asAdministrator(
                "POST",
                "/api/v1/test/things",
                BodyPublishers.ofString("{\"name\": \"" + name + "\"}"),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    @Test
    @DisplayName("is done once and answered alike each time")
    void once() {
        TestServer.Answer first = make("key-once-1", "once");
        TestServer.Answer second = make("key-once-1", "once");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).startsWith("\"v");
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(make("key-once-2", "once").text()).as("another key").isNotEqualTo(first.text());
    }

    @Test
    @DisplayName("cannot stand for another request, and must be a key of 8 to 100 plain characters")
    void otherRequest() {
        make("key-other", "one");
        TestServer.Answer other = make("key-other", "two");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency.other-request");
        for (String wrong : List.of("short", "with spaces in it", "x".repeat(101))) {
            assertThat(make(wrong, "one").status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("may be repeated after a refusal, because nothing was made")
    void refused() {
        assertThat(make("key-refused", "refused").status()).isEqualTo(400);
        assertThat(make("key-refused", "corrected").status()).isEqualTo(201);
    }

    @Test
    @DisplayName("is one of many at once: the others are told to wait")
    void atOnce() throws Exception {
        int before = things.made.get();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<TestServer.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> make("key-at-once", "slow")));
            }
            long waiting;
            do {
                Thread.sleep(20);
                waiting = answers.stream().filter(answer -> !answer.isDone()).count();
            } while (waiting > 1);
            things.slow.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<TestServer.Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
        assertThat(things.made.get()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("whose server ended amid it is not done blindly again: its outcome is unknown, and said so")
    void interrupted() {
        make("key-interrupted", "one");
        jdbc.sql("UPDATE idempotency_key SET status = NULL, run = gen_random_uuid() WHERE key = 'key-interrupted'")
                .update();
        TestServer.Answer answer = make("key-interrupted", "one");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo("idempotency.unknown-outcome");
    }

    @Test
    @DisplayName("is forgotten after a day")
    void day() {
        String first = make("key-of-yesterday", "one").text();
        jdbc.sql("UPDATE idempotency_key SET created = created - interval '25 hours' WHERE key = 'key-of-yesterday'")
                .update();
        assertThat(make("key-of-yesterday", "one").text()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("whose answer shows a secret keeps nothing of it")
    void secret() {
        for (int status : List.of(200, 409)) {
            TestServer.Answer answer = server.asAdministrator(
                    "POST", "/api/v1/test/secrets", BodyPublishers.noBody(), "Idempotency-Key", "key-secret");
            assertThat(answer.status()).isEqualTo(status);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM idempotency_key WHERE key = 'key-secret' AND body IS NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("knows an upload again by its content, although each browser draws other lines between the parts")
    void upload() {
        String first = upload("boundary-a", "same").text();
        assertThat(upload("boundary-b", "same").text()).isEqualTo(first);
        assertThat(upload("boundary-a", "else").status()).isEqualTo(422);
    }

    private TestServer.Answer upload(String boundary, String content) {
        return server.asAdministrator(
                "POST",
                "/api/v1/test/uploads",
                BodyPublishers.ofString("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n" + content
                        + "\r\n--" + boundary + "--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                "Idempotency-Key",
                "key-upload");
    }
}
