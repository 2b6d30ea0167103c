package org.lantian.server.monitoring.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lantian.server.testing.TestServer;
import org.lantian.server.testing.TestServer.Answer;
import tools.jackson.databind.JsonNode;

/** Uploads files as a page does and waits for what becomes of them. */
final class Uploads {

    private static final String BOUNDARY = "----lantian-test";

    private final TestServer server;

    Uploads(TestServer server) {
        this.server = server;
    }

    /** One upload in the making. */
    final class Upload {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final List<byte[]> parts = new ArrayList<>();

        Upload file(String name, byte[] content) {
            return part("file", name, content);
        }

        Upload mapping(String text) {
            return part("mapping", "mapping.csv", text.getBytes(StandardCharsets.UTF_8));
        }

        Upload dryRun() {
            fields.put("dryRun", "true");
            return this;
        }

        Upload strict() {
            fields.put("strict", "true");
            return this;
        }

        private Upload part(String field, String name, byte[] content) {
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                    + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            parts.add(head.getBytes(StandardCharsets.UTF_8));
            parts.add(content);
            parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Answer post() {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            try {
                for (byte[] part : parts) {
                    body.write(part);
                }
                for (Map.Entry<String, String> field : fields.entrySet()) {
                    body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                    + "\"\r\n\r\n" + field.getValue() + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
                body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return server.asAdministrator(
                    "POST",
                    "/api/v1/imports",
                    BodyPublishers.ofByteArray(body.toByteArray()),
                    "Content-Type",
                    "multipart/form-data; boundary=" + BOUNDARY,
                    "Accept-Language",
                    "en");
        }

        /** Posts and waits until the import has ended. */
        JsonNode finish() {
            Answer answer = post();
            if (answer.status() != 202) {
                throw new IllegalStateException(answer.status() + " " + answer.text());
            }
            return await(answer.header("Location"));
        }
    }

    /** Uploads so many KiB of zeros without holding them. */
    Answer postLarge(int kibibytes) {
        List<byte[]> zeros = Collections.nCopies(kibibytes, new byte[1024]);
        return server.asAdministrator(
                "POST",
                "/api/v1/imports",
                BodyPublishers.concat(
                        BodyPublishers.ofString("--" + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.csv\"\r\n\r\n"),
                        BodyPublishers.ofByteArrays(zeros),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    Upload upload(String name, String... lines) {
        return new Upload().file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Upload upload(String name, byte[] content) {
        return new Upload().file(name, content);
    }

    JsonNode await(String location) {
        while (true) {
            JsonNode view =
                    server.getAsAdministrator(location, "Accept-Language", "en").json();
            String state = view.get("state").asString();
            if (!state.equals("queued") && !state.equals("running")) {
                return view;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
