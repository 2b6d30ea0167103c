package org.lantian.server.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.DomainException;
import org.lantian.server.files.FileKind;
import org.lantian.server.files.StoredFile;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("The store of files")
class ContentStoreTest {

    private final ContentStore store;
    private final BlobFolder blobs;
    private final JdbcClient jdbc;
    private final LantianSettings settings;

    @Autowired
    ContentStoreTest(ContentStore store, BlobFolder blobs, JdbcClient jdbc, LantianSettings settings) {
        this.store = store;
        this.blobs = blobs;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    private StoredFile put(String name, byte[] content) {
        return store.put(new ByteArrayInputStream(content), name);
    }

    private void refused(String code, String name, byte[] content) {
        long before = countFiles();
        assertThatThrownBy(() -> put(name, content))
                .as(name)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        e -> assertThat(e.error().code())
                                .as(e.error().message().en())
                                .isEqualTo(code));
        assertThat(countFiles()).as("nothing left behind").isEqualTo(before);
    }

    private long countFiles() {
        try (Stream<Path> all = Files.walk(settings.dataDirectory().resolve("files/store"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("keeps what is taken byte for byte under the hash of its bytes, and says what it is")
    void keeps() throws IOException {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        samples.put("photo.JPG", Samples.photo(40, 30, 6, "place"));
        samples.put("plan.png", Samples.png(5, 7));
        samples.put("报告.pdf", Samples.pdf());
        samples.put("table.xlsx", Samples.xlsx());
        samples.put("old.doc", Samples.ole("WordDocument"));
        samples.put("old.xls", Samples.ole("Workbook"));
        samples.put("数据.csv", Samples.bytes("站点,数值\n晋城一中,35\n"));
        samples.put("gbk.csv", "站点,数值\n晋城一中,35\n".getBytes(Charset.forName("GB18030")));
        samples.put("note.txt", Samples.bytes("a note\n"));
        samples.put("all.zip", Samples.zip(Map.of("a.txt", Samples.bytes("a"))));
        for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
            StoredFile stored = put(sample.getKey(), sample.getValue());
            assertThat(stored.name()).isEqualTo(sample.getKey());
            assertThat(stored.bytes()).isEqualTo(sample.getValue().length);
            assertThat(Files.readAllBytes(blobs.path(stored.sha256()))).isEqualTo(sample.getValue());
            assertThat(BlobFolder.hash(blobs.path(stored.sha256()), () -> {})).isEqualTo(stored.sha256());
        }
        StoredFile photo = put("photo.jpg", Samples.photo(40, 30, 6, "place"));
        assertThat(photo.kind()).isEqualTo(FileKind.PICTURE);
        assertThat(photo.width()).isEqualTo(40);
        assertThat(photo.mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    @DisplayName("refuses what is of no kind that is taken")
    void otherKinds() {
        for (String name : List.of("a.exe", "a.svg", "a.html", "a.js", "a.xlsm", "noending", "a.csv.exe", "a.")) {
            refused("files.type", name, Samples.bytes("x"));
        }
        refused("files.empty", "a.txt", new byte[0]);
    }

    @Test
    @DisplayName("refuses a content that is not what its name says")
    void disguised() {
        byte[] program = new byte[4096];
        program[0] = 0x7F;
        System.arraycopy(Samples.bytes("ELF"), 0, program, 1, 3);
        refused("files.content", "a.jpg", Samples.pdf());
        refused("files.content", "a.pdf", Samples.jpeg(3, 3));
        refused("files.content", "a.png", Samples.jpeg(3, 3));
        refused("files.content", "a.jpg", Samples.bytes("<html><script>alert(1)</script></html>"));
        refused("files.content", "a.txt", Samples.bytes("<html><body onload=alert(1)></body></html>"));
        refused(
                "files.content",
                "a.csv",
                Samples.bytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        refused("files.content", "a.txt", program);
        refused("files.content", "a.docx", Samples.xlsx());
        refused("files.content", "a.xlsx", Samples.zip(Map.of("a.txt", Samples.bytes("a"))));
        refused("files.content", "a.doc", Samples.ole("Workbook"));
        refused("files.content", "a.xls", Samples.ole("_AdminExecuteSequence"));
        refused("files.content", "a.zip", Samples.pdf());
    }

    @Test
    @DisplayName("refuses bombs, macros, damage and binary text")
    void dangerous() {
        refused("files.broken", "bomb.png", Samples.pngBomb());
        refused("files.broken", "bomb.zip", Samples.zip(Map.of("zeros", new byte[64 << 20])));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= ZipContent.MOST_ENTRIES; i++) {
            many.put("e" + i, new byte[0]);
        }
        refused("files.broken", "many.zip", Samples.zip(many));
        refused(
                "files.broken",
                "macro.xlsx",
                Samples.zip(Map.of(
                        "[Content_Types].xml",
                        Samples.bytes("<Types/>"),
                        "xl/workbook.xml",
                        Samples.bytes("<w/>"),
                        "xl/vbaProject.bin",
                        new byte[10])));
        byte[] cut = Samples.zip(Map.of("a.txt", Samples.bytes("abc")));
        refused("files.broken", "cut.zip", java.util.Arrays.copyOf(cut, cut.length - 30));
        refused("files.broken", "cut.jpg", java.util.Arrays.copyOf(Samples.jpeg(50, 50), 10));
        refused(
                "files.broken",
                "mixed.txt",
                ("a line of text\n".repeat(1000) + "\u0001").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("refuses what is larger than its kind may be, however large it would become")
    void tooLarge() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                java.util.Arrays.fill(into, from, from + length, (byte) 'x');
                return length;
            }
        };
        long before = countFiles();
        assertThatThrownBy(() -> store.put(endless, "endless.jpg"))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.error().code()).isEqualTo("files.too-large"));
        assertThat(countFiles()).isEqualTo(before);
    }

    @Test
    @DisplayName("an upload that breaks off leaves nothing behind")
    void brokenOff() {
        InputStream breaks = new SequenceInputStream(new ByteArrayInputStream(Samples.jpeg(50, 50)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        long before = countFiles();
        assertThatThrownBy(() -> store.put(breaks, "a.jpg")).hasRootCauseMessage("connection reset");
        assertThat(countFiles()).isEqualTo(before);
    }

    @Test
    @DisplayName("the same content is kept once, also when many bring it at the same moment")
    void atTheSameMoment() throws Exception {
        byte[] content = Samples.bytes("brought by many at once\n".repeat(5000));
        long before = countFiles();
        List<Future<StoredFile>> brought = new ArrayList<>();
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                String name = "name" + i + ".txt";
                brought.add(many.submit(() -> {
                    begin.await();
                    return put(name, content);
                }));
            }
            begin.countDown();
        }
        String sha256 = brought.getFirst().get().sha256();
        for (Future<StoredFile> one : brought) {
            assertThat(one.get().sha256()).isEqualTo(sha256);
        }
        assertThat(countFiles()).isEqualTo(before + 1);
        assertThat(Files.readAllBytes(blobs.path(sha256))).isEqualTo(content);
        assertThat(jdbc.sql("SELECT count(*) FROM file_upload WHERE sha256 = ?")
                        .param(sha256)
                        .query(Long.class)
                        .single())
                .isEqualTo(8);
        put("name0.txt", content);
        assertThat(jdbc.sql("SELECT count(*) FROM file_upload WHERE sha256 = ?")
                        .param(sha256)
                        .query(Long.class)
                        .single())
                .as("the same name again is the same upload")
                .isEqualTo(8);
    }

    @Test
    @DisplayName("a name is only ever shown: no folders, no characters that mislead")
    void names() throws IOException {
        assertThat(put("../../../etc/passwd.txt", Samples.bytes("one")).name()).isEqualTo("passwd.txt");
        assertThat(put("C:\\windows\\a.txt", Samples.bytes("two")).name()).isEqualTo("a.txt");
        assertThat(put("invoice\u202Efdp.txt", Samples.bytes("three")).name()).isEqualTo("invoicefdp.txt");
        assertThat(put("a\0b\n.txt", Samples.bytes("four")).name()).isEqualTo("ab.txt");
        assertThat(put("长".repeat(500) + ".txt", Samples.bytes("five")).name())
                .hasSize(200)
                .endsWith(".txt");
        try (Stream<Path> all = Files.walk(settings.dataDirectory().resolve("files/store"))) {
            assertThat(all.filter(Files::isRegularFile).map(file -> String.valueOf(file.getFileName())))
                    .allMatch(name -> name.matches("[0-9a-f]{62}"));
        }
        assertThatThrownBy(() -> blobs.path("../../secrets/initial-password")).isInstanceOf(DomainException.class);
    }
}
