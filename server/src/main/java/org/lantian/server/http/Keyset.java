package org.lantian.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.problem.ApiError;

/**
 * The orders in which a list can be paged, and the SQL for it. The position is kept as the values of the last row
 * (keyset), so a page costs the same wherever it lies and rows that come or go meanwhile shift nothing.
 *
 * <pre>{@code
 * private static final Keyset<Account> ORDER = Keyset.of("a.id", Kind.LONG, Account::id)
 *         .by("username", "a.username", Kind.TEXT, Account::username)
 *         .by("created", "a.created", Kind.INSTANT, Account::created)
 *         .usually("username");
 *
 * Keyset.Slice<Account> slice = ORDER.slice(query);
 * List<Account> rows = jdbc.sql("SELECT … FROM account a WHERE … AND " + slice.condition() + slice.order())
 *         .params(slice.parameters()).param(…).query(Account.class).list();
 * return slice.page(rows).map(AccountView::of);
 * }</pre>
 *
 * <p>Columns must not be null: use {@code coalesce}. Text is compared byte by byte, so that the order does not depend on
 * the database's locale.
 */
public final class Keyset<R> {

    /** How a value travels in the cursor and to the database. */
    public enum Kind {
        TEXT,
        LONG,
        DOUBLE,
        DATE,
        INSTANT;

        private Object read(String text) {
            return switch (this) {
                case TEXT -> text;
                case LONG -> Long.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case DATE -> LocalDate.parse(text);
                case INSTANT -> Instant.parse(text).atOffset(ZoneOffset.UTC);
            };
        }

        private static String write(Object value) {
            return value instanceof OffsetDateTime time ? time.toInstant().toString() : value.toString();
        }

        private String expression(String sql) {
            return this == TEXT ? sql + " COLLATE \"C\"" : sql;
        }
    }

    private record Column<R>(String sql, Kind kind, Function<? super R, ?> value) {

        String expression() {
            return kind.expression(sql);
        }
    }

    private final Column<R> key;
    private final Map<String, Column<R>> columns;
    private final String usual;

    private Keyset(Column<R> key, Map<String, Column<R>> columns, String usual) {
        this.key = key;
        this.columns = columns;
        this.usual = usual;
    }

    /** A list whose rows are told apart by this column; until {@link #usually} says otherwise it is the usual order, named {@code id}. */
    public static <R> Keyset<R> of(String sql, Kind kind, Function<? super R, ?> value) {
        Column<R> key = new Column<>(sql, kind, value);
        return new Keyset<>(key, Map.of("id", key), "id");
    }

    /** Adds an order by this column, then by the key. */
    public Keyset<R> by(String name, String sql, Kind kind, Function<? super R, ?> value) {
        Map<String, Column<R>> more = new LinkedHashMap<>(columns);
        more.put(name, new Column<>(sql, kind, value));
        return new Keyset<>(key, more, usual);
    }

    /** Says which order holds when none is asked for; with a minus for descending. */
    public Keyset<R> usually(String sort) {
        return new Keyset<>(key, columns, sort);
    }

    /**
     * The part asked for.
     *
     * @throws org.lantian.quantities.DomainException when the order is unknown or the cursor none of it
     */
    public Slice<R> slice(PageQuery query) {
        String sort = query.sort() == null ? usual : query.sort();
        boolean descending = sort.startsWith("-");
        Column<R> column = columns.get(descending ? sort.substring(1) : sort);
        if (column == null) {
            String names = String.join(", ", columns.keySet());
            throw ApiError.badParameter(
                    "sort",
                    sort,
                    new BilingualText(names + " 之一，可前加减号", "one of " + names + ", a minus before it allowed"));
        }
        Cursor cursor = query.cursor() == null ? null : Cursor.read(query.cursor(), sort);
        return new Slice<>(column, key, sort, descending, query.size(), values(cursor, column));
    }

    private @Nullable List<Object> values(@Nullable Cursor cursor, Column<R> column) {
        if (cursor == null) {
            return null;
        }
        try {
            return List.of(column.kind().read(cursor.value()), key.kind().read(cursor.key()));
        } catch (NumberFormatException | DateTimeException e) {
            throw PageQuery.badCursor();
        }
    }

    /** One part of the list: its SQL and, from the rows, the {@link Page}. */
    public static final class Slice<R> {

        private final Column<R> column;
        private final Column<R> key;
        private final String sort;
        private final boolean descending;
        private final int size;
        private final @Nullable List<Object> after;

        private Slice(
                Column<R> column,
                Column<R> key,
                String sort,
                boolean descending,
                int size,
                @Nullable List<Object> after) {
            this.column = column;
            this.key = key;
            this.sort = sort;
            this.descending = descending;
            this.size = size;
            this.after = after;
        }

        /** Most rows of the page. */
        public int size() {
            return size;
        }

        public boolean isDescending() {
            return descending;
        }

        /** Holds for the rows behind the position; {@code true} for the first part. */
        public String condition() {
            return after == null
                    ? "true"
                    : "(" + column.expression() + ", " + key.expression() + ") " + (descending ? "<" : ">")
                            + " (:keyset_value, :keyset_key)";
        }

        /** {@code ORDER BY} and {@code LIMIT}; one row more than the page, to see whether there is a next one. */
        public String order() {
            return orderOnly() + " LIMIT " + (size + 1);
        }

        /** {@code ORDER BY} alone. */
        public String orderOnly() {
            String direction = descending ? " DESC" : "";
            return " ORDER BY " + column.expression() + direction + ", " + key.expression() + direction;
        }

        /** Named parameters of {@link #condition()}. */
        public Map<String, Object> parameters() {
            return after == null ? Map.of() : Map.of("keyset_value", after.get(0), "keyset_key", after.get(1));
        }

        /** The page of these rows, read with {@link #condition()} and {@link #order()}. */
        public Page<R> page(List<? extends @Nullable R> rows) {
            List<R> shown =
                    rows.stream().limit(size).<R>map(Objects::requireNonNull).toList();
            if (rows.size() <= size) {
                return new Page<>(shown, null);
            }
            return new Page<>(shown, cursor(shown.getLast()));
        }

        /**
         * The page of these rows where only a bounded number was looked through: it may hold fewer rows than asked for, even
         * none, and still have a next one, which begins behind the last row that was looked at.
         *
         * @param lastLookedAt null when all were looked through
         */
        public Page<R> page(List<? extends R> rows, @Nullable R lastLookedAt) {
            return rows.size() > size || lastLookedAt == null
                    ? page(rows)
                    : new Page<R>(List.copyOf(rows), cursor(lastLookedAt));
        }

        private String cursor(R last) {
            return new Cursor(value(column, last), value(key, last)).write(sort);
        }

        private static <R> String value(Column<R> column, R row) {
            return Kind.write(Objects.requireNonNull(column.value().apply(row), "a column of the order is null"));
        }
    }
}
