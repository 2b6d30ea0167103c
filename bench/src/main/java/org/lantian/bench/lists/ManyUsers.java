package org.lantian.bench.lists;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people at once: each asks every few seconds, now and then changes something. */
final class ManyUsers {

    static final String DESCRIPTION =
            "200 users for 60 s, each with a request every 5 s on average, 90 % pages of lists and"
                    + " 10 % changes of an account (each one event of the audit).";

    private static final int USERS = 200;
    private static final long MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 5_000;
    private static final int READS_OF_TEN = 9;

    private static final Pattern UNIT = Pattern.compile("\"unit\":\\{\"id\":(\\d+)");

    private static final List<String> PAGES = List.of(
            "/users",
            "/users?sort=-created",
            "/users?q=ab",
            "/jobs",
            "/jobs?all=true",
            "/imports",
            "/session",
            "/roles/matrix");

    private ManyUsers() {}

    private record Call(boolean change, int status, double milliseconds) {}

    static String run(JdbcClient jdbc, Caller caller) {
        List<String> tokens = Campaign.tokens(
                jdbc,
                USERS,
                "SYSTEM_ADMINISTRATOR",
                "140500",
                "LIST_PEOPLE",
                "EDIT_PEOPLE",
                "READ_OWN_JOBS",
                "READ_ALL_JOBS",
                "READ_DATA",
                "READ_MATRIX");
        List<Integer> accounts = jdbc.sql(
                        "SELECT id FROM account WHERE username ~ '^u[0-9a-f]{32}$' ORDER BY id LIMIT ?")
                .param(USERS)
                .query((row, number) -> row.getInt(1))
                .list();
        List<Call> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Call>>> users = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                String token = tokens.get(i);
                int account = accounts.get(i);
                Random random = new Random(i);
                users.add(() -> user(token, account, random, caller));
            }
            for (Future<List<Call>> user : threads.invokeAll(users)) {
                calls.addAll(user.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return "| 200 users | calls | p50 (ms) | p95 (ms) | greatest (ms) | refused or failed |\n|---|---:|---:|---:|---:|---:|\n"
                + row("pages", calls.stream().filter(call -> !call.change).toList())
                + row("changes", calls.stream().filter(Call::change).toList());
    }

    private static List<Call> user(String token, int account, Random random, Caller caller)
            throws InterruptedException {
        List<Call> calls = new ArrayList<>();
        long end = System.currentTimeMillis() + MILLIS;
        Thread.sleep(random.nextInt(PAUSE_MILLIS));
        while (System.currentTimeMillis() < end) {
            boolean change = random.nextInt(10) >= READS_OF_TEN;
            String path = PAGES.get(random.nextInt(PAGES.size()));
            calls.add(change ? change(token, "/users/" + account, random, caller) : read(token, path, caller));
            Thread.sleep(PAUSE_MILLIS / 2 + random.nextInt(PAUSE_MILLIS));
        }
        return calls;
    }

    private static Call read(String token, String path, Caller caller) {
        long began = System.nanoTime();
        HttpResponse<String> answer = caller.get(token, path);
        return new Call(false, answer.statusCode(), (System.nanoTime() - began) / 1e6);
    }

    /** Only the change counts, not the reading before it. */
    private static Call change(String token, String path, Random random, Caller caller) {
        HttpResponse<String> present = caller.get(token, path);
        Matcher unit = UNIT.matcher(present.body());
        String body = "{\"displayName\": \"测量 " + random.nextInt(1000) + "\", \"unitId\": "
                + (unit.find() ? unit.group(1) : "null") + "}";
        String tag = present.headers().firstValue("ETag").orElse("");
        long began = System.nanoTime();
        HttpResponse<String> answer = caller.put(token, path, tag, body);
        return new Call(true, answer.statusCode(), (System.nanoTime() - began) / 1e6);
    }

    private static String row(String what, List<Call> calls) {
        double[] sorted =
                calls.stream().mapToDouble(Call::milliseconds).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.1f | %.1f | %d |%n",
                what,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1],
                calls.stream().filter(call -> call.status >= 300).count());
    }
}
