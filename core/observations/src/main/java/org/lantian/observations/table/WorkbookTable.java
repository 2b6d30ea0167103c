package org.lantian.observations.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.DomainException;

/** The first visible sheet with content of an XLSX workbook, read as a stream. */
final class WorkbookTable implements Table {

    /** A gzipped workbook is unpacked to a temporary file of at most this size. */
    private static final long MOST_UNPACKED_BYTES = 200L << 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final String file;
    private final ReadableWorkbook workbook;
    private final @Nullable Path temporary;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private @Nullable Row row;

    private WorkbookTable(String file, ReadableWorkbook workbook, @Nullable Path temporary, Stream<Row> stream) {
        this.file = file;
        this.workbook = workbook;
        this.temporary = temporary;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static WorkbookTable open(Path path, String name) throws IOException {
        return open(path, name, null);
    }

    /** Opens a workbook that comes out of another packing. */
    static WorkbookTable openPacked(InputStream in, String name) throws IOException {
        Path temporary = Files.createTempFile("lantian-workbook", ".xlsx");
        try (in;
                OutputStream out = Files.newOutputStream(temporary)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > MOST_UNPACKED_BYTES) {
                    throw TableErrors.of(
                            "import.workbook-too-large",
                            name,
                            0,
                            "",
                            "不超过 200 MB 的工作簿",
                            "a workbook of at most 200 MB");
                }
                out.write(buffer, 0, read);
            }
            return open(temporary, name, temporary);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    private static WorkbookTable open(Path path, String name, @Nullable Path temporary) throws IOException {
        ZipGuard.check(path, name);
        @Nullable ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE && hasContent(sheet)) {
                    WorkbookTable table = new WorkbookTable(name, workbook, temporary, sheet.openStream());
                    workbook = null;
                    return table;
                }
            }
            throw TableErrors.of("import.empty", name, 0, "", "有内容的工作表", "a sheet with content");
        } catch (Exception e) {
            throw unreadable(name, e);
        } finally {
            if (workbook != null) {
                workbook.close();
            }
        }
    }

    /** The library lets faults of XML through as they are, checked ones unannounced, so everything is caught. */
    private static RuntimeException unreadable(String name, Exception cause) {
        return cause instanceof DomainException known ? known : TableErrors.unreadable(name, cause);
    }

    private static boolean hasContent(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.anyMatch(row ->
                    row.stream().anyMatch(cell -> cell != null && !textOf(cell).isEmpty()));
        }
    }

    @Override
    public boolean next() {
        try {
            while (rows.hasNext()) {
                Row candidate = rows.next();
                row = candidate;
                for (int cell = 0; cell < candidate.getCellCount(); cell++) {
                    if (!isBlank(cell)) {
                        return true;
                    }
                }
            }
            row = null;
            return false;
        } catch (Exception e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public long row() {
        return current().getRowNum();
    }

    @Override
    public int cells() {
        return current().getCellCount();
    }

    @Override
    public boolean isBlank(int cell) {
        return find(cell)
                .map(found ->
                        found.getType() != CellType.FORMULA && textOf(found).isEmpty())
                .orElse(true);
    }

    @Override
    public String text(int cell) {
        return find(cell).map(WorkbookTable::textOf).orElse("");
    }

    @Override
    public float number(int cell) {
        return isFormula(cell) ? Float.NaN : Decimals.parse(text(cell));
    }

    @Override
    public int wholeNumber(int cell) {
        byte[] digits = text(cell).getBytes(StandardCharsets.UTF_8);
        return isFormula(cell) ? -1 : Decimals.parseWhole(digits, 0, digits.length);
    }

    @Override
    public boolean isFormula(int cell) {
        return find(cell)
                .map(found -> found.getType() == CellType.FORMULA || found.getFormula() != null)
                .orElse(false);
    }

    @Override
    public String encoding() {
        return "XLSX";
    }

    @Override
    public void close() throws IOException {
        try {
            stream.close();
            workbook.close();
        } finally {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private Row current() {
        if (row == null) {
            throw new IllegalStateException("no current row: call next() first");
        }
        return row;
    }

    private Optional<Cell> find(int cell) {
        Row current = current();
        return cell < current.getCellCount() ? Optional.ofNullable(current.getCell(cell)) : Optional.empty();
    }

    private static String textOf(Cell cell) {
        if (cell.getFormula() != null) {
            return "=" + cell.getFormula();
        }
        String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText().strip();
        }
        if (isTime(cell)) {
            // A time is held as days in binary: 08:00 may come out a split second early.
            LocalDateTime time = cell.asDate().plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
            return TIME.format(time);
        }
        return plain(cell.asNumber());
    }

    /** Twelve digits are more than any instrument gives, and hide the noise of binary numbers. */
    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(12));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Whether the number is shown as date or time: formats 14–22 and 45–47, or an own format with such letters. */
    private static boolean isTime(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String letters = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || letters.indexOf('h') >= 0;
    }
}
