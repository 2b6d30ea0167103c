package org.lantian.server.http;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.ApiError;

/**
 * Which part of a list is asked for. A controller takes it as a parameter annotated with {@code @ParameterObject} and
 * names the orders it knows by {@link SortedBy}.
 *
 * @param limit most items, 1–200
 * @param cursor {@link Page#next()} of the part before; absent for the first
 * @param sort name of an order, a minus before it for descending; absent for the usual one
 */
public record PageQuery(
        @Parameter(description = "每页条数，1–200 / items per page, 1–200") @Nullable
        Integer limit,

        @Parameter(description = "上一页答复中的 next / the value next of the page before") @Nullable
        String cursor,

        @Parameter(description = "排序字段，前加减号为降序 / order, a minus before it for descending") @Nullable
        String sort) {

    public static final int USUAL_LIMIT = 50;
    public static final int GREATEST_LIMIT = 200;

    public PageQuery {
        if (limit != null && (limit < 1 || limit > GREATEST_LIMIT)) {
            throw ApiError.badParameter(
                    "limit", limit.toString(), new BilingualText("1–" + GREATEST_LIMIT, "1–" + GREATEST_LIMIT));
        }
        cursor = cursor == null || cursor.isEmpty() ? null : cursor;
        sort = sort == null || sort.isEmpty() ? null : sort;
    }

    /** The first part in the usual order. */
    public static PageQuery first() {
        return new PageQuery(null, null, null);
    }

    public int size() {
        return limit == null ? USUAL_LIMIT : limit;
    }

    /** The cursor is none of ours, or of another order: 400. */
    static DomainException badCursor() {
        return new DomainException(new ApiError(
                400,
                "bad-cursor",
                new BilingualText(
                        "参数 cursor 不是同一排序下上一页给出的值，请从第一页重新开始。",
                        "Parameter cursor is not what a page in this order gave as next; begin at the first page."),
                Map.of("parameter", "cursor")));
    }
}
