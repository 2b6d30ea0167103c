package org.lantian.server.testing;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls as the pages make them: with cookies, and the CSRF token from its cookie in the header. */
public final class BrowserSession {

    private final TestServer server;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public BrowserSession(TestServer server) {
        this.server = server;
        call("GET", "/api/v1/session", "");
    }

    public TestServer.Answer call(String method, String path, String jsonBody) {
        return call(method, path, jsonBody, cookie("XSRF-TOKEN"));
    }

    /** A change made from this version. */
    public TestServer.Answer changeFrom(int version, String method, String path, String jsonBody) {
        return call(
                method,
                path,
                jsonBody,
                cookie("XSRF-TOKEN"),
                List.of("Content-Type", "application/json", "If-Match", "\"v" + version + "\""));
    }

    /** A call with a CSRF token of one's choice. */
    public TestServer.Answer call(String method, String path, String jsonBody, String csrfToken) {
        return call(method, path, jsonBody, csrfToken, List.of("Content-Type", "application/json"));
    }

    /** Uploads one file as the part {@code file}. */
    public TestServer.Answer upload(String path, String name, byte[] content) {
        String before = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
        return send(
                "POST",
                path,
                BodyPublishers.concat(
                        BodyPublishers.ofString(before),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--part--\r\n")),
                cookie("XSRF-TOKEN"),
                List.of("Content-Type", "multipart/form-data; boundary=part"));
    }

    private TestServer.Answer call(
            String method, String path, String jsonBody, String csrfToken, List<String> contentHeaders) {
        UsedSecrets.noteIn(jsonBody);
        return send(
                method,
                path,
                jsonBody.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(jsonBody),
                csrfToken,
                contentHeaders);
    }

    private TestServer.Answer send(
            String method, String path, BodyPublisher body, String csrfToken, List<String> contentHeaders) {
        List<String> headers = new ArrayList<>(contentHeaders);
        if (!csrfToken.isEmpty()) {
            headers.addAll(List.of("X-XSRF-TOKEN", csrfToken));
        }
        if (!cookies.isEmpty()) {
            StringBuilder line = new StringBuilder();
            cookies.forEach((name, value) -> line.append(line.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            headers.addAll(List.of("Cookie", line.toString()));
        }
        TestServer.Answer answer = server.send(method, path, body, headers.toArray(String[]::new));
        for (String set : answer.raw().headers().allValues("Set-Cookie")) {
            String pair = set.substring(0, set.indexOf(';') < 0 ? set.length() : set.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            UsedSecrets.note(pair.substring(pair.indexOf('=') + 1));
        }
        UsedSecrets.noteIn(answer.text());
        return answer;
    }

    public TestServer.Answer login(String username, String password) {
        return call("POST", "/api/v1/session", """
                {"username": "%s", "password": "%s"}""".formatted(username, password));
    }

    public TestServer.Answer changePassword(String current, String fresh) {
        return call("POST", "/api/v1/account/password", """
                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(current, fresh));
    }

    /** Value of a cookie, empty when there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }
}
