package org.lantian.bench.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * One kind of call.
 *
 * @param name as it stands in the table
 * @param path makes the path of one call from random numbers
 */
record ApiCall(String name, Function<Random, String> path) {

    private static final String AIR = "/api/v1/air";

    /** Stations of the kit's national network file, own and of other cities. */
    private static final List<String> STATIONS =
            List.of("2160A", "2161A", "2162A", "2163A", "2164A", "2165A", "1727A", "1728A", "1729A", "1730A");

    private static final List<String> CITIES = List.of("140500", "140400", "410800", "410100", "410300");

    private static final List<String> POLLUTANTS = List.of("so2", "no2", "pm10", "co", "o3", "pm25");

    static final List<ApiCall> ALL = List.of(
            new ApiCall("extent", random -> AIR + "/extent"),
            new ApiCall("subjects", random -> AIR + "/subjects"),
            new ApiCall("standards", random -> AIR + "/standards"),
            new ApiCall(
                    "map, one hour",
                    random -> AIR + "/map?hour=" + day(random, 364) + "T%02d:00".formatted(random.nextInt(24))),
            new ApiCall("frames, 7 days", random -> AIR + "/frames?" + range(random, 7)),
            new ApiCall("frames, 31 days", random -> AIR + "/frames?" + range(random, 31)),
            new ApiCall(
                    "station hours, 7 days",
                    random -> AIR + "/stations/" + station(random) + "/hourly?" + range(random, 7)),
            new ApiCall(
                    "station hours, 92 days",
                    random -> AIR + "/stations/" + station(random) + "/hourly?" + range(random, 92)),
            new ApiCall(
                    "station days, a year",
                    random -> AIR + "/days?subject=station:" + station(random) + "&from=2019-01-01&to=2019-12-31"),
            new ApiCall(
                    "city days, a year",
                    random -> AIR + "/days?subject=city:" + of(CITIES, random) + "&from=2019-01-01&to=2019-12-31"),
            new ApiCall(
                    "station summary, a year",
                    random -> AIR + "/summary?subject=station:" + station(random) + "&year=2019"),
            new ApiCall("city summary, 90 days", random -> AIR + "/summary?subject=city:140500&" + range(random, 90)),
            new ApiCall(
                    "pollution rose, a year",
                    random -> AIR + "/stations/" + station(random)
                            + "/pollution-rose?from=2019-01-01&to=2019-12-31&pollutant=" + of(POLLUTANTS, random)),
            new ApiCall(
                    "compare 4 subjects by month, a year",
                    random -> AIR + "/compare?subjects=" + subjects(random) + "&parameter=" + of(POLLUTANTS, random)
                            + "&step=month&from=2019-01-01&to=2019-12-31"),
            new ApiCall(
                    "compare 4 subjects by day, a year",
                    random -> AIR + "/compare?subjects=" + subjects(random) + "&parameter=" + of(POLLUTANTS, random)
                            + "&step=day&from=2019-01-01&to=2019-12-31"),
            new ApiCall("ranking of cities, a month", random -> AIR + "/ranking?scope=city&month=" + month(random)),
            new ApiCall(
                    "ranking of cities, up to a day",
                    random -> AIR + "/ranking?scope=city&from=2019-01-01&to=" + day(random, 364)),
            new ApiCall("ranking of cities, the year", random -> AIR + "/ranking?scope=city&year=2019"),
            new ApiCall("ranking of counties, a month", random -> AIR + "/ranking?scope=county&month=" + month(random)),
            new ApiCall(
                    "attainment as of a day",
                    random -> AIR + "/attainment?subject=city:140500&asOf=" + day(random, 364)),
            new ApiCall("daily table", random -> AIR + "/tables/daily?day=" + day(random, 364)),
            new ApiCall("daily table, XLSX", random -> AIR + "/tables/daily.xlsx?day=" + day(random, 364)),
            new ApiCall("monthly table", random -> AIR + "/tables/monthly?month=" + month(random)),
            new ApiCall("monthly table, XLSX", random -> AIR + "/tables/monthly.xlsx?month=" + month(random)));

    private static String day(Random random, int last) {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(last)).toString();
    }

    private static String range(Random random, int days) {
        LocalDate from = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(365 - days));
        return "from=" + from + "&to=" + from.plusDays(days - 1L);
    }

    private static String month(Random random) {
        return "2019-%02d".formatted(1 + random.nextInt(12));
    }

    private static String station(Random random) {
        return of(STATIONS, random);
    }

    private static String subjects(Random random) {
        int first = random.nextInt(STATIONS.size());
        return "city:140500,city:140400,station:" + STATIONS.get(first) + ",station:"
                + STATIONS.get((first + 1) % STATIONS.size());
    }

    private static String of(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
