package org.lantian.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lantian.observations.table.Table;
import org.lantian.observations.table.Tables;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;

/**
 * Reads a file of hourly air data: the national wide layout, the long layout, or a column per parameter by a
 * {@link ColumnMapping}; as CSV or XLSX, gzipped or not, in UTF-8 or GBK. Which of them it is, is found from the content.
 *
 * <p>Printed hours are the ends of hours in city time (see {@link HourLabels} for 24:00 and offsets). A fault of the
 * file as a whole (truncated, unreadable, columns missing, both ways of printing midnight) is thrown as
 * {@link DomainException}, and what was delivered before is to be thrown away; a single bad cell or row is reported to
 * the sink, and reading goes on. The reader holds one row in memory and has no state between files: read several files
 * in parallel by several calls.
 */
public final class AirFileReader {

    private AirFileReader() {}

    /** Reads a file; its name in messages is the last part of its path. */
    public static ReadSummary read(Path file, ReadOptions options, ObservationSink sink) {
        Path last = file.getFileName();
        return read(file, last == null ? file.toString() : last.toString(), options, sink);
    }

    /**
     * Reads a file.
     *
     * @param name name of the file in messages
     * @throws DomainException when the file as a whole can't be taken
     */
    public static ReadSummary read(Path file, String name, ReadOptions options, ObservationSink sink) {
        long total = size(file);
        try (Table table = Tables.open(file, name, bytes -> options.progress().read(bytes, total))) {
            ReadRun run = new ReadRun(name, table, options, sink);
            if (!table.next()) {
                throw run.headerError(
                        "import.empty",
                        "",
                        "",
                        new BilingualText("有内容的文件，但它是空的", "a file with content, but it is empty"));
            }
            return readTable(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadSummary readTable(ReadRun run) {
        if (run.options().mapping().isPresent()) {
            return MappedLayout.read(run, run.options().mapping().get());
        }
        if (NationalLayout.matches(run.table())) {
            return NationalLayout.read(run);
        }
        if (LongLayout.matches(run.table())) {
            return LongLayout.read(run);
        }
        throw run.headerError("import.missing-column", "", header(run.table()), expectedHeader(run.table()));
    }

    private static BilingualText expectedHeader(Table header) {
        List<String> missing = LongLayout.missing(header);
        boolean nearlyLong = missing.size() <= 2;
        String lacks = String.join(", ", missing);
        return new BilingualText(
                "表头 date,hour,type,站点编号… 或 station,time,pollutant,value；其他表需用映射文件说明各列"
                        + (nearlyLong ? "（缺少列：" + lacks + "）" : ""),
                "a header date,hour,type,<stations…> or station,time,pollutant,value; other tables need a mapping file"
                        + (nearlyLong ? " (missing: " + lacks + ")" : ""));
    }

    private static String header(Table table) {
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < Math.min(8, table.cells()); cell++) {
            names.add(table.text(cell));
        }
        return String.join(",", names) + (table.cells() > 8 ? ",…" : "");
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            // only used to tell progress; opening the file tells what is wrong with it
            return 0;
        }
    }
}
