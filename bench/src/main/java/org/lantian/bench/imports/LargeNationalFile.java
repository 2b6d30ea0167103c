package org.lantian.bench.imports;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.lantian.bench.BenchContext;

/** Makes a large national file out of the twelve months of the kit, by repeating them in other years. */
final class LargeNationalFile {

    private static final int FIRST_YEAR = 1980;

    private LargeNationalFile() {}

    static void write(BenchContext context, Path target, long bytes) throws IOException {
        List<String> rows = year(context);
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
            written += line(out, rows.getFirst());
            for (int year = FIRST_YEAR; written < bytes; year++) {
                for (String row : rows.subList(1, rows.size())) {
                    // a row begins with 2019MMDD
                    written += line(out, year + row.substring(4));
                }
            }
        }
    }

    /** Header and rows of 2019 with the columns of both sets of stations. */
    private static List<String> year(BenchContext context) throws IOException {
        List<String> rows = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            String name = String.format("china_sites_2019%02d.csv.gz", month);
            Map<String, String> others = new HashMap<>();
            List<String> second = lines(context.kit("data/cnemc-2019-other-cities/" + name));
            second.forEach(row -> others.put(key(row), row.substring(key(row).length())));
            String empty = ","
                    .repeat((int) second.getFirst()
                                    .chars()
                                    .filter(c -> c == ',')
                                    .count()
                            - 2);
            List<String> first = lines(context.kit("data/cnemc-2019-sites/" + name));
            for (String row : rows.isEmpty() ? first : first.subList(1, first.size())) {
                rows.add(row + others.getOrDefault(key(row), empty));
            }
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** Date, hour and type of a row. */
    private static String key(String row) {
        int end = row.indexOf(',', row.indexOf(',', row.indexOf(',') + 1) + 1);
        return row.substring(0, end);
    }

    private static int line(OutputStream out, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        return bytes.length;
    }
}
