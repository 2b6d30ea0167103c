package org.lantian.standards.assessment;

import java.util.List;

/**
 * How many days of a period had which level of the index.
 *
 * @param byLevel days of level 1 … 6, in this order
 */
public record AqiDays(List<Integer> byLevel) {

    public AqiDays {
        byLevel = List.copyOf(byLevel);
    }

    /** Days with an index. */
    public int counted() {
        return byLevel.stream().mapToInt(Integer::intValue).sum();
    }

    /** Days with an index up to 100 (优良天数). */
    public int good() {
        return byLevel.get(0) + byLevel.get(1);
    }

    /** Days with an index above 200 (重污染天数). */
    public int heavy() {
        return byLevel.get(4) + byLevel.get(5);
    }
}
