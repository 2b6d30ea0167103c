package org.lantian.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.quantities.DomainException;
import org.lantian.server.http.Keyset.Kind;
import org.lantian.server.testing.TestDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("Paging by keyset")
class KeysetTest {

    private record Thing(long id, String name, double weight, OffsetDateTime made) {}

    private static final Keyset<Thing> ORDER = Keyset.of("t.id", Kind.LONG, Thing::id)
            .by("name", "t.name", Kind.TEXT, Thing::name)
            .by("weight", "t.weight", Kind.DOUBLE, Thing::weight)
            .by("made", "t.made", Kind.INSTANT, Thing::made)
            .usually("-made");

    private JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource());

    @BeforeEach
    void things() {
        jdbc = JdbcClient.create(new DriverManagerDataSource(TestDatabases.create(), "lantian", "test"));
        jdbc.sql("CREATE TABLE thing (id bigint, name text, weight float8, made timestamptz)")
                .update();
        // few distinct values, so that pages break amid equal ones
        jdbc.sql("""
                INSERT INTO thing SELECT n, (ARRAY['蓝', 'b', 'B', 'a''; --', ''])[1 + n % 5], n % 3 / 7.0,
                    timestamptz '2026-01-01Z' + n / 4 * interval '1 microsecond' FROM generate_series(1, 43) n""").update();
    }

    @ParameterizedTest
    @DisplayName("gives each row once and in order, whatever the order and the size of the page")
    @ValueSource(strings = {"id", "-id", "name", "-name", "weight", "-weight", "made", "-made"})
    void complete(String sort) {
        for (int size : List.of(1, 7, 43, 200)) {
            List<Thing> all = new ArrayList<>();
            String after = null;
            int pages = 0;
            do {
                Page<Thing> page = page(new PageQuery(size, after, sort));
                assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
                all.addAll(page.items());
                after = page.next();
                pages++;
            } while (after != null);
            assertThat(pages).isEqualTo((43 + size - 1) / size);
            assertThat(all).hasSize(43).doesNotHaveDuplicates();
            assertThat(all)
                    .isSortedAccordingTo(sort.startsWith("-") ? comparator(sort).reversed() : comparator(sort));
        }
    }

    private static Comparator<Thing> comparator(String sort) {
        Comparator<Thing> byId = Comparator.comparingLong(Thing::id);
        return switch (sort.replace("-", "")) {
            case "name" ->
                Comparator.<Thing, String>comparing(
                                Thing::name,
                                (a, b) -> java.util.Arrays.compareUnsigned(
                                        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
                        .thenComparing(byId);
            case "weight" -> Comparator.comparingDouble(Thing::weight).thenComparing(byId);
            case "made" -> Comparator.comparing(Thing::made).thenComparing(byId);
            default -> byId;
        };
    }

    private Page<Thing> page(PageQuery query) {
        Keyset.Slice<Thing> slice = ORDER.slice(query);
        return slice.page(
                jdbc.sql("SELECT id, name, weight, made FROM thing t WHERE " + slice.condition() + slice.order())
                        .params(slice.parameters())
                        .query(Thing.class)
                        .list());
    }

    @Test
    @DisplayName("begins in the usual order, fifty rows a page")
    void usual() {
        assertThat(page(PageQuery.first()).items().getFirst().id()).isEqualTo(43);
        assertThat(PageQuery.first().size()).isEqualTo(50);
    }

    @Test
    @DisplayName("refuses unknown orders, sizes and cursors that are not its own, in words")
    void refusals() {
        expect(new PageQuery(null, null, "password"), "bad-parameter");
        expect(new PageQuery(null, null, "id; DROP TABLE thing"), "bad-parameter");
        assertThatThrownBy(() -> new PageQuery(0, null, null)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new PageQuery(201, null, null)).isInstanceOf(DomainException.class);
        String byName = String.valueOf(page(new PageQuery(1, null, "name")).next());
        expect(new PageQuery(1, byName, "-name"), "bad-cursor");
        expect(new PageQuery(1, byName, "weight"), "bad-cursor");
        for (String made : List.of("", "id", "id\u001fx\u001fy", "id\u001f1\u001f\0", "id\u001f1\u001f1e99")) {
            expect(new PageQuery(1, cursor(made) + "", "id"), "bad-cursor");
        }
        expect(new PageQuery(1, "%%%", "id"), "bad-cursor");
        expect(new PageQuery(1, "A".repeat(5000), "id"), "bad-cursor");
        expect(new PageQuery(1, cursor("made\u001f1\u001f2026"), "made"), "bad-cursor");
    }

    private static String cursor(String text) {
        return text.isEmpty() ? "A" : Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void expect(PageQuery query, String code) {
        assertThatThrownBy(() -> ORDER.slice(query))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.error().code()).isEqualTo(code));
    }
}
