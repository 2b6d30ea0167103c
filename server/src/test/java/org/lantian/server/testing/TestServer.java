package org.lantian.server.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.lantian.server.access.Role;
import org.lantian.server.identity.LocalSecret;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application as a client sees it, over real HTTP. Sends no cookies unless told to. */
public final class TestServer {

    /** Of the accounts that {@link #account} makes. */
    public static final String PASSWORD = "Blue sky over 6 counties";

    /** The cheapest hash: a login then takes no time. */
    private static final String HASH = Objects.requireNonNull(new BCryptPasswordEncoder(4).encode(PASSWORD));

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

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

    /** GET as the command line makes it, for what not everybody may read. */
    public Answer getAsAdministrator(String path, String... headers) {
        return asAdministrator("GET", path, BodyPublishers.noBody(), headers);
    }

    /** A JSON call as administrator. */
    public Answer asAdministrator(String method, String path, String jsonBody) {
        return asAdministrator(method, path, BodyPublishers.ofString(jsonBody), "Content-Type", "application/json");
    }

    /** A browser signed in with an account of these roles, made now, that belongs to no unit. */
    public BrowserSession asRole(Role... roles) {
        String username = "test-" + ACCOUNTS.incrementAndGet();
        account(username, "", roles);
        return signedIn(username);
    }

    /** A browser signed in with an account made by {@link #account}. */
    public BrowserSession signedIn(String username) {
        BrowserSession browser = new BrowserSession(this);
        Answer login = browser.login(username, PASSWORD);
        if (login.status() != 200) {
            throw new IllegalStateException(username + " cannot sign in: " + login.text());
        }
        return browser;
    }

    /**
     * Makes an active account with {@link #PASSWORD}, quickly.
     *
     * @param unitCode code of its unit, empty for none
     * @return its id
     */
    public int account(String username, String unitCode, Role... roles) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        int id = jdbc.sql("""
                        INSERT INTO account (username, display_name, unit_id, state, password_hash,
                                             must_change_password, password_changed)
                        VALUES (?, ?, (SELECT id FROM unit WHERE code = ?), 'active', ?, false, now())
                        RETURNING id""")
                .params(username, "测试 " + username, unitCode, HASH)
                .query(Integer.class)
                .single();
        for (Role role : roles) {
            jdbc.sql("INSERT INTO account_role (account_id, role, granted, decided_by) VALUES (?, ?, true, 'test')")
                    .params(id, role.name())
                    .update();
        }
        return id;
    }

    /** Any call; headers as name, value, name, value. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            // a stream of events ends never, and a test that waits for its end would neither
            return new Answer(
                    client.sendAsync(request.build(), BodyHandlers.ofByteArray())
                            .get(60, TimeUnit.SECONDS),
                    json);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
