package org.lantian.standards.assessment;

import java.util.List;
import java.util.Set;

/**
 * The daily values of a county or city.
 *
 * @param days one for each day on which any of its stations has data, by date
 * @param counted codes of the stations behind the mean
 * @param excluded codes of the clean comparison points that were left out
 * @param remarks what a reader must be told
 */
public record AreaDays(List<DailyValues> days, List<String> counted, List<String> excluded, Set<AreaRemark> remarks) {
    public AreaDays {
        days = List.copyOf(days);
        counted = List.copyOf(counted);
        excluded = List.copyOf(excluded);
        remarks = Set.copyOf(remarks);
    }
}
