package org.lantian.dispersion.preprocessing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Entry;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Ground;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Hole;
import org.lantian.dispersion.preprocessing.TextTable.Row;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * Reads surface characteristics: columns {@code months} ({@code all}, {@code 1}, {@code 3-5} or {@code 12;1;2}),
 * {@code sector_from_deg}, {@code sector_to_deg} (clockwise, whole degrees), {@code z0_m}, {@code albedo} (at noon) and
 * {@code bowen}. Each month and direction must be covered exactly once.
 */
public final class GroundTableReader {

    private GroundTableReader() {}

    public static SurfaceCharacteristics read(Path path) {
        return of(TextTable.read(path));
    }

    static SurfaceCharacteristics of(TextTable table) {
        int months = table.required("months");
        int from = table.required("sector_from_deg");
        int to = table.required("sector_to_deg");
        int roughness = table.required("z0_m");
        int albedo = table.required("albedo");
        int bowen = table.required("bowen");
        List<Entry> entries = new ArrayList<>();
        for (Row row : table.rows()) {
            Ground ground = new Ground(
                    table.number(row, albedo, 0, 0.95),
                    table.number(row, bowen, 0.05, 20),
                    table.number(row, roughness, 1e-4, 3));
            entries.add(new Entry(
                    months(table, row, months), wholeDegrees(table, row, from), wholeDegrees(table, row, to), ground));
        }
        SurfaceCharacteristics.findHole(entries).ifPresent(hole -> {
            throw new DomainException(uncovered(table, hole));
        });
        return SurfaceCharacteristics.of(entries);
    }

    private static double wholeDegrees(TextTable table, Row row, int column) {
        double degrees = table.number(row, column, 0, 360);
        if (degrees != Math.rint(degrees)) {
            throw new DomainException(
                    table.fault("met.sector", row, column, new BilingualText("整数度", "whole degrees")));
        }
        return degrees;
    }

    private static Set<Integer> months(TextTable table, Row row, int column) {
        String text = row.cells().get(column);
        Set<Integer> months = new TreeSet<>();
        if (text.equalsIgnoreCase("all")) {
            for (int month = 1; month <= 12; month++) {
                months.add(month);
            }
            return months;
        }
        for (String part : text.split(";", -1)) {
            String[] ends = part.strip().split("-", -1);
            int first = month(ends[0]);
            int last = month(ends[ends.length - 1]);
            if (ends.length > 2 || first == 0 || last == 0) {
                throw new DomainException(table.fault(
                        "met.months",
                        row,
                        column,
                        new BilingualText(
                                "all、月份或区间，如 6、3-5、12;1;2", "all, a month or a range such as 6, 3-5, 12;1;2")));
            }
            for (int month = first; ; month = month % 12 + 1) {
                months.add(month);
                if (month == last) {
                    break;
                }
            }
        }
        return months;
    }

    private static int month(String text) {
        return text.matches("0?[1-9]|1[0-2]") ? Integer.parseInt(text) : 0;
    }

    private static InputError uncovered(TextTable table, Hole hole) {
        String zh = hole.entries() == 0 ? "无行覆盖" : "有 " + hole.entries() + " 行覆盖";
        String en = hole.entries() == 0 ? "none does" : hole.entries() + " rows do";
        return new InputError(
                "met.sectors",
                table.file(),
                0,
                "months, sector_from_deg, sector_to_deg",
                "",
                new BilingualText(
                        "每个月每个风向恰由一行覆盖（" + hole.month() + " 月 " + hole.directionDegrees() + "° " + zh + "）",
                        "one row for each month and direction (month " + hole.month() + ", " + hole.directionDegrees()
                                + "°: " + en + ")"));
    }
}
