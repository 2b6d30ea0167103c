package org.lantian.cli.assess;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CleanPoint;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/** Reads the list of stations {@code station,city,county,clean_point}, UTF-8 with or without BOM. */
public final class StationListFile {

    private static final List<String> COLUMNS = List.of("station", "city", "county", "clean_point");
    private static final Set<String> YES = Set.of("yes", "true", "1", "y", "是");
    private static final Set<String> NO = Set.of("no", "false", "0", "n", "否");
    private static final Set<String> UNKNOWN = Set.of("", "unknown", "不明", "未知");

    private final Path file;
    private final Set<String> seen = new HashSet<>();

    private StationListFile(Path file) {
        this.file = file;
    }

    /** The list in this file; fails on its first fault. */
    public static StationRoster read(Path file) {
        return new StationListFile(file).read();
    }

    private StationRoster read() {
        if (!Files.isRegularFile(file)) {
            throw fault(0, "", "", new BilingualText("可读的文件", "a file that can be read"));
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            List<StationRoster.Entry> entries = new ArrayList<>();
            for (NamedCsvRecord row : reader) {
                if (entries.isEmpty()) {
                    checkHeader(row.getHeader());
                }
                entries.add(entry(row));
            }
            if (entries.isEmpty()) {
                throw fault(0, "", "", new BilingualText("至少一个站点", "at least one station"));
            }
            return new StationRoster(entries, List.of());
        } catch (CharacterCodingException e) {
            throw fault(0, "", "", new BilingualText("UTF-8 编码", "UTF-8"));
        } catch (CsvParseException e) {
            throw fault(0, "", "", new BilingualText("CSV 表：" + e.getMessage(), "a CSV table: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkHeader(List<String> header) {
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                throw fault(
                        1,
                        column,
                        String.join(",", header),
                        new BilingualText("表头 " + String.join(",", COLUMNS), "a header " + String.join(",", COLUMNS)));
            }
        }
    }

    private StationRoster.Entry entry(NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        String station = cell(row, "station");
        if (station.isEmpty()) {
            throw fault(line, "station", "", new BilingualText("站点编号", "a station code"));
        }
        if (!seen.add(station)) {
            throw fault(line, "station", station, new BilingualText("每个站点只出现一次", "each station once"));
        }
        return new StationRoster.Entry(
                station, place(cell(row, "county")), place(cell(row, "city")), cleanPoint(row, line));
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }

    private static Optional<StationRoster.Place> place(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        boolean code = name.matches("[1-9][0-9]{5}(-[a-z0-9]{1,12})?");
        return Optional.of(new StationRoster.Place(name, code ? Optional.of(new AreaCode(name)) : Optional.empty()));
    }

    private CleanPoint cleanPoint(NamedCsvRecord row, long line) {
        String word = cell(row, "clean_point").toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return CleanPoint.YES;
        }
        if (NO.contains(word)) {
            return CleanPoint.NO;
        }
        if (UNKNOWN.contains(word)) {
            return CleanPoint.UNKNOWN;
        }
        throw fault(
                line,
                "clean_point",
                word,
                new BilingualText("yes、no，不知道请留空", "yes or no, or nothing when it is not known"));
    }

    private DomainException fault(long line, String field, String value, BilingualText expected) {
        return new DomainException(new InputError("stations.invalid", file.toString(), line, field, value, expected));
    }
}
