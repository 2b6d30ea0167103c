package org.lantian.server.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.identity.OpenWork;
import org.lantian.server.jobs.JobOwner;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.Jobs;
import org.lantian.server.jobs.internal.JobFeed;
import org.lantian.server.jobs.internal.TestJobs;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.Patience;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LantianTest
@Import(TestJobs.class)
@DisplayName("Jobs over HTTP")
class JobApiTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final TestServer server;
    private final Jobs jobs;
    private final JobFeed feed;
    private final OpenWork openWork;
    private final TestJobs.Waiting waiting;

    @Autowired
    JobApiTest(
            TestServer server,
            Jobs jobs,
            JobFeed feed,
            List<OpenWork> openWork,
            @Qualifier("waiting") TestJobs.Waiting waiting) {
        this.openWork = openWork.stream()
                .filter(work -> work.kind().equals("jobs"))
                .findFirst()
                .orElseThrow();
        this.server = server;
        this.jobs = jobs;
        this.feed = feed;
        this.waiting = waiting;
    }

    /** Somebody with an account, signed in. */
    private record Person(String name, int account, BrowserSession browser) {

        JobOwner owner() {
            return new JobOwner(Actor.Kind.PERSON, account, name, "");
        }

        JsonNode get(String path) {
            TestServer.Answer answer = browser.call("GET", path, "");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.json();
        }
    }

    private Person person(Role role) {
        String name = "person-" + PEOPLE.incrementAndGet();
        int account = server.account(name, "", role);
        return new Person(name, account, server.signedIn(name));
    }

    private long submit(String kind, String subject, Person owner) {
        return jobs.submit(new JobRequest(kind, subject, Optional.empty(), Map.of(), owner.owner()));
    }

    @AfterEach
    void letGo() throws InterruptedException {
        for (String kind : List.of("test-waiting", "test-once", "test-doing")) {
            jobs.listOpen(kind).forEach(job -> jobs.cancel(job.id()));
        }
    }

    @Test
    @DisplayName("an account called like the server itself owns none of the server's jobs")
    void namesake() {
        int account = server.account("system", "", Role.COUNTY);
        long id = jobs.submit(
                new JobRequest("test-waiting", "of the server", Optional.empty(), Map.of(), JobOwner.system()));
        Person namesake = new Person("system", account, server.signedIn("system"));
        assertThat(namesake.get("/api/v1/jobs").get("items")).isEmpty();
        assertThat(namesake.browser().call("GET", "/api/v1/jobs/" + id, "").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("one sees, reads and cancels one's own jobs; another's do not exist, but for who may see all")
    void ownAndForeign() throws InterruptedException {
        Person owner = person(Role.COUNTY);
        Person other = person(Role.COUNTY);
        Person administrator = person(Role.SYSTEM_ADMINISTRATOR);
        long id = submit("test-waiting", "my file", owner);
        JsonNode mine = owner.get("/api/v1/jobs").get("items");
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).get("id").asLong()).isEqualTo(id);
        assertThat(mine.get(0).get("mine").asBoolean()).isTrue();
        assertThat(mine.get(0).get("title").asString()).isEqualTo("等待");
        assertThat(other.get("/api/v1/jobs").get("items")).isEmpty();
        for (String path :
                List.of("/api/v1/jobs/" + id, "/api/v1/jobs/" + id + "/log", "/api/v1/jobs/" + id + "/result")) {
            assertThat(other.browser().call("GET", path, "").status()).as(path).isEqualTo(404);
        }
        assertThat(other.browser()
                        .call("POST", "/api/v1/jobs/" + id + "/cancel", "")
                        .status())
                .isEqualTo(404);
        assertThat(other.browser().call("GET", "/api/v1/jobs?all=true", "").status())
                .isEqualTo(403);
        assertThat(administrator.get("/api/v1/jobs").get("items")).isEmpty();
        JsonNode all = administrator.get("/api/v1/jobs?all=true&state=open").get("items");
        assertThat(all.get(0).get("owner").asString()).isEqualTo(owner.name());
        assertThat(all.get(0).get("mine").asBoolean()).isFalse();
        assertThat(administrator
                        .browser()
                        .call("POST", "/api/v1/jobs/" + id + "/cancel", "")
                        .status())
                .isEqualTo(200);
        assertThat(jobs.await(id, job -> {}).state().code()).isEqualTo("cancelled");
    }

    @Test
    @DisplayName("the list is paged and filtered by state and kind; wrong filters are refused")
    void list() throws InterruptedException {
        Person owner = person(Role.LEADER);
        for (int i = 0; i < 5; i++) {
            jobs.await(submit("test-doing", i == 3 ? "refuse" : "file", owner), job -> {});
        }
        JsonNode first = owner.get("/api/v1/jobs?limit=2");
        assertThat(first.get("items")).hasSize(2);
        JsonNode second =
                owner.get("/api/v1/jobs?limit=2&cursor=" + first.get("next").asString());
        assertThat(second.get("items").get(0).get("id").asLong())
                .isLessThan(first.get("items").get(1).get("id").asLong());
        JsonNode failed = owner.get("/api/v1/jobs?state=failed").get("items");
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).get("error").asString()).isEqualTo("不行。");
        assertThat(owner.get("/api/v1/jobs?kind=test-waiting").get("items")).isEmpty();
        assertThat(owner.browser().call("GET", "/api/v1/jobs?state=odd", "").status())
                .isEqualTo(400);
        assertThat(owner.browser().call("GET", "/api/v1/jobs?limit=0", "").status())
                .isEqualTo(400);
        assertThat(owner.get("/api/v1/jobs/kinds").size()).isGreaterThanOrEqualTo(4);
    }

    @Test
    @DisplayName("the file that came of a job comes as an attachment with its name")
    void result() throws InterruptedException {
        Person owner = person(Role.LEADER);
        long id = submit("test-doing", "file", owner);
        jobs.await(id, job -> {});
        JsonNode view = owner.get("/api/v1/jobs/" + id);
        assertThat(view.get("result").get("answer").asInt()).isEqualTo(42);
        TestServer.Answer file =
                owner.browser().call("GET", view.get("resultFile").asString(), "");
        assertThat(file.text()).isEqualTo("a,b\n1,2\n");
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E7%BB%93%E6%9E%9C.csv");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    @DisplayName("a leaver's open jobs go to whoever takes them over")
    void handedOver() {
        Person leaver = person(Role.COUNTY);
        Person heir = person(Role.COUNTY);
        long id = submit("test-waiting", "unfinished", leaver);
        assertThat(openWork.count(leaver.account())).isEqualTo(1);
        assertThat(openWork.handOver(leaver.account(), heir.account())).isEqualTo(1);
        assertThat(openWork.count(leaver.account())).isZero();
        assertThat(heir.get("/api/v1/jobs/" + id).get("owner").asString()).isEqualTo(heir.name());
        assertThat(leaver.browser().call("GET", "/api/v1/jobs/" + id, "").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("events begin with what is open, follow each change to the end, and end at sign-out")
    void events() throws Exception {
        Person owner = person(Role.COUNTY);
        Person other = person(Role.COUNTY);
        long id = submit("test-waiting", "watched", owner);
        try (Events events = new Events(owner);
                Events foreign = new Events(other)) {
            JsonNode open = events.next("open");
            assertThat(open.get(0).get("id").asLong()).isEqualTo(id);
            assertThat(foreign.next("open")).isEmpty();
            JsonNode running = events.next("job");
            assertThat(running.get("state").asString()).isIn("queued", "running");
            waiting.gate.release();
            for (JsonNode job = running; !job.get("state").asString().equals("done"); ) {
                job = events.next("job");
            }
            owner.browser().call("DELETE", "/api/v1/session", "");
            assertThat(events.next("end").get("reason").asString()).isEqualTo("signed-out");
            assertThat(foreign.all()).doesNotContain("\"id\":" + id);
        }
    }

    @Test
    @DisplayName("of five tabs of one person, the oldest is told to poll; a stop tells all")
    void tabs() throws Exception {
        Person owner = person(Role.COUNTY);
        Events first = new Events(owner);
        first.next("open");
        List<Events> more = List.of(new Events(owner), new Events(owner), new Events(owner), new Events(owner));
        for (Events events : more) {
            events.next("open");
        }
        assertThat(first.next("end").get("reason").asString()).isEqualTo("replaced");
        feed.stop();
        try {
            for (Events events : more) {
                assertThat(events.next("end").get("reason").asString()).isEqualTo("stopping");
            }
            TestServer.Answer refused = server.get(
                    "/api/v1/jobs/events",
                    "Accept",
                    "text/event-stream",
                    "Cookie",
                    "LANTIAN_SESSION=" + owner.browser().cookie("LANTIAN_SESSION"));
            assertThat(refused.status()).isEqualTo(429);
        } finally {
            feed.start();
        }
    }

    @Test
    @DisplayName("a client that does not ask for events is told so, instead of waiting for ever")
    void onlyEvents() {
        Person owner = person(Role.COUNTY);
        assertThat(owner.browser().call("GET", "/api/v1/jobs/events", "").status())
                .isEqualTo(406);
    }

    /** A listener as a browser has it. */
    private final class Events implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final StringBuffer all = new StringBuffer();
        private final JsonMapper json = new JsonMapper();

        Events(Person person) throws IOException, InterruptedException {
            HttpResponse<java.io.InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.url("/api/v1/jobs/events")))
                            .header("Accept", "text/event-stream")
                            .header(
                                    "Cookie",
                                    "LANTIAN_SESSION=" + person.browser().cookie("LANTIAN_SESSION"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            Thread.ofVirtual().start(() -> read(answer.body()));
        }

        private void read(java.io.InputStream body) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    all.append(line).append('\n');
                    lines.add(line);
                }
            } catch (IOException e) {
                lines.add("closed");
            }
        }

        /** The data of the next event of this name. */
        JsonNode next(String name) throws InterruptedException {
            while (true) {
                String line = lines.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
                assertThat(line).as("waits for %s after%n%s", name, all).isNotNull();
                if (line.equals("event:" + name)) {
                    String data = lines.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
                    assertThat(data).isNotNull().startsWith("data:");
                    return json.readTree(data.substring("data:".length()));
                }
            }
        }

        String all() {
            return all.toString();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
