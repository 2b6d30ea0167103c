package org.lantian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up city in the form of a city pack, for tests that need what no real city at hand has: several counties with
 * several stations each. Codes begin with 99, which GB/T 2260 does not use.
 *
 * @param folder the pack
 * @param cityCode 990100
 * @param counties with stations first, then those without; the first one has the city's clean point as its last station
 * @param zone code of the functional area inside the first county
 * @param zoneStation the functional area's one station
 * @param peers stations of two other cities, one of them known to be its city's clean point
 */
public record GeneratedPack(
        Path folder, String cityCode, List<County> counties, String zone, Station zoneStation, List<Station> peers) {

    /** A county, in the outline of one degree by one degree. */
    public record County(String code, String nameZh, String nameEn, List<Station> stations) {}

    /**
     * A station.
     *
     * @param cleanPoint yes, no or unknown
     */
    public record Station(
            String code, String cityCode, String nameZh, String nameEn, double lon, double lat, String cleanPoint) {}

    /**
     * How large a city to make.
     *
     * @param seed decides where the stations stand
     * @param counties with stations, 1–40
     * @param stationsPerCounty 1–50
     * @param countiesWithoutStation 0–9
     */
    public record Plan(long seed, int counties, int stationsPerCounty, int countiesWithoutStation) {}

    private static final String CITY = "990100";
    private static final String ZONE = CITY + "-kfq";
    private static final String SOURCE = "generated for a test,example";

    /** All stations of the city itself. */
    public List<Station> ownStations() {
        return Stream.concat(counties.stream().flatMap(county -> county.stations().stream()), Stream.of(zoneStation))
                .toList();
    }

    /** Makes a city by the plan and writes its pack into the folder, which is created when missing. */
    public static GeneratedPack write(Path folder, Plan plan) {
        GeneratedPack pack = generate(folder, plan);
        try {
            Files.createDirectories(folder.resolve("generated"));
            pack.writeFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pack;
    }

    private static GeneratedPack generate(Path folder, Plan plan) {
        Random random = new Random(plan.seed());
        List<County> counties = new ArrayList<>();
        for (int i = 0; i < plan.counties() + plan.countiesWithoutStation(); i++) {
            List<Station> stations = new ArrayList<>();
            for (int k = 1; i < plan.counties() && k <= plan.stationsPerCounty(); k++) {
                boolean clean = i == 0 && k == plan.stationsPerCounty() && k > 1;
                stations.add(station(random, "T%03d%02d".formatted(i + 1, k), CITY, i, clean ? "yes" : "no"));
            }
            String code = "9901%02d".formatted(i + 1);
            counties.add(new County(code, "甲" + (i + 1) + "县", "County " + (i + 1), List.copyOf(stations)));
        }
        return new GeneratedPack(
                folder,
                CITY,
                List.copyOf(counties),
                ZONE,
                station(random, "TZ001", CITY, 0, "no"),
                List.of(
                        station(random, "P0101", "990200", 50, "no"),
                        station(random, "P0102", "990200", 50, "yes"),
                        station(random, "P0201", "990300", 60, "unknown")));
    }

    private static Station station(Random random, String code, String cityCode, int column, String cleanPoint) {
        return new Station(
                code,
                cityCode,
                "站" + code,
                "Station " + code,
                rounded(west(column) + 0.1 + 0.8 * random.nextDouble()),
                rounded(south(column) + 0.1 + 0.8 * random.nextDouble()),
                cleanPoint);
    }

    /** Counties stand in rows of ten, a degree each. */
    private static double west(int column) {
        return 100 + column % 10;
    }

    private static double south(int column) {
        return 30 + column / 10;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }

    private void writeFiles() throws IOException {
        write(
                "city.csv",
                "key,value,source,status",
                Stream.of(
                                "code," + CITY,
                                "name_zh,甲市",
                                "name_en,Test City",
                                "utc_offset,+08:00",
                                "map_longitude,102",
                                "map_latitude,31",
                                "map_zoom,7",
                                "pack_version,1")
                        .map(row -> row + "," + SOURCE));
        write(
                "areas.csv",
                "code,name_zh,name_en,kind,parent,valid_from,source,status",
                Stream.concat(
                        counties.stream()
                                .map(county -> line(
                                        county.code(), county.nameZh(), county.nameEn(), "county", CITY, "", SOURCE)),
                        Stream.of(line(
                                ZONE,
                                "甲开发区",
                                "Test Zone",
                                "functional",
                                counties.getFirst().code(),
                                "",
                                SOURCE))));
        write(
                "stations.csv",
                "code,name_zh,name_en,lon,lat,area,clean_point,valid_from,valid_to,source,status",
                Stream.concat(
                        counties.stream()
                                .flatMap(county ->
                                        county.stations().stream().map(station -> own(station, county.code()))),
                        Stream.of(own(zoneStation, ZONE))));
        write(
                "peers.csv",
                "city_code,city_zh,city_en,code,name_zh,name_en,lon,lat,clean_point,source,status",
                peers.stream()
                        .map(peer -> line(
                                peer.cityCode(),
                                peer.cityCode().equals("990200") ? "乙市" : "丙市",
                                peer.cityCode().equals("990200") ? "Second City" : "Third City",
                                place(peer),
                                peer.cleanPoint(),
                                SOURCE)));
        write("targets.csv", "year,scope,pollutant,statistic,value,unit,source,status", targets());
        write("generated/working-days.csv", "date,working,name_zh,name_en,source", workingDays());
        Files.writeString(folder.resolve("generated/boundaries.geojson"), boundaries());
    }

    private Stream<String> targets() {
        return Stream.concat(Stream.of(CITY), counties.stream().map(County::code))
                .map(scope -> line("2019", scope, "pm25", "annual-mean", "52", "µg/m³", SOURCE));
    }

    private static Stream<String> workingDays() {
        return IntStream.rangeClosed(2018, 2020)
                .mapToObj(year -> line(year + "-01-01", "no", "元旦", "New Year's Day", "generated for a test"));
    }

    private static String own(Station station, String area) {
        return line(place(station), area, station.cleanPoint(), "", "", SOURCE);
    }

    private static String place(Station station) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%.4f,%.4f",
                station.code(),
                station.nameZh(),
                station.nameEn(),
                station.lon(),
                station.lat());
    }

    private String boundaries() {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < counties.size(); i++) {
            double west = west(i);
            double south = south(i);
            String ring = Stream.of(
                            point(west, south),
                            point(west + 1, south),
                            point(west + 1, south + 1),
                            point(west, south + 1),
                            point(west, south))
                    .collect(Collectors.joining(","));
            features.add("{\"type\":\"Feature\",\"properties\":{\"code\":\""
                    + counties.get(i).code()
                    + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}");
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String point(double lon, double lat) {
        return String.format(Locale.ROOT, "[%.1f,%.1f]", lon, lat);
    }

    private static String line(String... fields) {
        return String.join(",", fields);
    }

    private void write(String file, String header, Stream<String> rows) throws IOException {
        String text = header + "\n" + rows.map(row -> row + "\n").collect(Collectors.joining());
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }
}
