package org.lantian.server.monitoring.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.WeatherElement;

/**
 * The parameters that table {@code station_day} has columns for, in the order of its columns. The order is stored (in
 * column {@code sources}): a new one goes to the end.
 */
final class StoredParameters {

    static final List<Parameter> ALL = Stream.<Parameter>concat(
                    Pollutant.SIX.stream(), Stream.of(WeatherElement.values()))
            .toList();

    static final int COUNT = ALL.size();

    private static final Map<Parameter, Integer> INDEX = index();

    private StoredParameters() {}

    /** Position of a parameter, −1 when there is no column for it. */
    static int indexOf(Parameter parameter) {
        return INDEX.getOrDefault(parameter, -1);
    }

    /** The columns of all, with something behind each name. */
    static String columns(String suffix) {
        return ALL.stream().map(parameter -> parameter.code() + suffix).collect(Collectors.joining(", "));
    }

    private static Map<Parameter, Integer> index() {
        Map<Parameter, Integer> index = new HashMap<>();
        for (int i = 0; i < ALL.size(); i++) {
            index.put(ALL.get(i), i);
        }
        return Map.copyOf(index);
    }
}
