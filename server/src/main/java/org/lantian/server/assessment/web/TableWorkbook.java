package org.lantian.server.assessment.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.server.export.SheetTable;
import org.lantian.server.settings.LantianVersion;
import org.springframework.stereotype.Component;

/** Writes a table as XLSX, ready to print on A4. */
@Component
class TableWorkbook {

    private static final String GREY = "D9D9D9";

    private static final BilingualText DAILY_SHEET = new BilingualText("日报表", "Daily table");
    private static final BilingualText MONTHLY_SHEET = new BilingualText("月报表", "Monthly table");

    /** The workbook in one language. */
    byte[] write(AirTable table, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Lantian", "1.0")) {
            boolean daily = table.period() == AirTable.TablePeriod.DAY;
            Worksheet sheet = workbook.newWorksheet((daily ? DAILY_SHEET : MONTHLY_SHEET).in(locale));
            List<String> heading = heading(table, locale);
            int row = writeTop(sheet, table, heading.size(), locale);
            writeHeading(sheet, row, heading);
            int first = ++row;
            for (AirTable.TableRow line : table.rows()) {
                List<@Nullable Object> cells = daily ? dailyCells(line, locale) : monthlyCells(line, locale);
                for (int column = 0; column < cells.size(); column++) {
                    put(sheet, row, column, cells.get(column));
                }
                row++;
            }
            if (row > first) {
                sheet.range(first, 0, row - 1, heading.size() - 1)
                        .style()
                        .borderStyle(BorderStyle.THIN)
                        .set();
            }
            writeRemarks(sheet, row + 1, table, locale);
            layout(sheet, first - 1, heading.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static int writeTop(Worksheet sheet, AirTable table, int columns, Locale locale) {
        sheet.value(0, 0, SheetTable.text(table.title().in(locale)));
        sheet.range(0, 0, 0, columns - 1).merge();
        sheet.style(0, 0).bold().fontSize(14).horizontalAlignment("center").set();
        String standards = table.standards().stream()
                .map(standard -> standard.name().in(locale))
                .collect(Collectors.joining(locale.getLanguage().equals("zh") ? "；" : "; "));
        BilingualText none = new BilingualText("无适用标准", "none in force");
        BilingualText label = new BilingualText("评价标准：", "Standard: ");
        sheet.value(1, 0, SheetTable.text(label.in(locale) + (standards.isEmpty() ? none.in(locale) : standards)));
        return 2;
    }

    private static void writeHeading(Worksheet sheet, int row, List<String> heading) {
        for (int column = 0; column < heading.size(); column++) {
            sheet.value(row, column, heading.get(column));
        }
        sheet.range(row, 0, row, heading.size() - 1)
                .style()
                .bold()
                .fillColor(GREY)
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    private static List<String> heading(AirTable table, Locale locale) {
        boolean daily = table.period() == AirTable.TablePeriod.DAY;
        List<BilingualText> heading = new ArrayList<>();
        heading.add(new BilingualText("类别", "Kind"));
        heading.add(new BilingualText("编码", "Code"));
        heading.add(new BilingualText("名称", "Name"));
        for (Pollutant pollutant : Pollutant.SIX) {
            heading.add(concentration(pollutant, daily));
        }
        if (daily) {
            heading.add(new BilingualText("AQI", "AQI"));
            heading.add(new BilingualText("级别", "Level"));
            heading.add(new BilingualText("首要污染物", "Primary pollutant"));
            heading.add(new BilingualText("最少有效小时数或站点数", "Fewest valid hours or stations"));
        } else {
            heading.add(new BilingualText("综合指数", "Composite index"));
            heading.add(new BilingualText("优良天数", "Good days"));
            heading.add(new BilingualText("有 AQI 天数", "Days with AQI"));
            heading.add(new BilingualText("最少有效天数", "Fewest valid days"));
        }
        heading.add(new BilingualText("备注", "Remarks"));
        return heading.stream().map(text -> text.in(locale)).toList();
    }

    private static BilingualText concentration(Pollutant pollutant, boolean daily) {
        String unit = "（" + pollutant.unit().symbol() + "）";
        String unitEn = " (" + pollutant.unit().symbol() + ")";
        return switch (pollutant) {
            case O3 ->
                daily
                        ? new BilingualText("O₃ 日最大 8 小时" + unit, "O₃ daily max 8 h" + unitEn)
                        : new BilingualText("O₃ 日最大 8 小时第 90 百分位" + unit, "O₃ daily max 8 h, 90th percentile" + unitEn);
            case CO ->
                daily
                        ? new BilingualText("CO" + unit, "CO" + unitEn)
                        : new BilingualText("CO 第 95 百分位" + unit, "CO 95th percentile" + unitEn);
            case SO2, NO2, PM10, PM25, TSP, NOX, PB, BAP ->
                new BilingualText(pollutant.label() + unit, pollutant.label() + unitEn);
        };
    }

    private static List<@Nullable Object> common(AirTable.TableRow line, Locale locale) {
        List<@Nullable Object> cells = new ArrayList<>();
        BilingualText kind = switch (line.subject().kind()) {
            case CITY -> new BilingualText("城市", "City");
            case COUNTY -> new BilingualText("区县", "County");
            case STATION -> new BilingualText("站点", "Station");
        };
        cells.add(kind.in(locale));
        cells.add(line.subject().id());
        cells.add(line.subject().name().in(locale));
        SixValues values = line.values();
        cells.add(values.so2());
        cells.add(values.no2());
        cells.add(values.pm10());
        cells.add(values.co());
        cells.add(values.o3());
        cells.add(values.pm25());
        return cells;
    }

    private static List<@Nullable Object> dailyCells(AirTable.TableRow line, Locale locale) {
        List<@Nullable Object> cells = common(line, locale);
        AqiFigure aqi = line.aqi();
        cells.add(aqi == null ? null : (Integer) aqi.aqi());
        cells.add(aqi == null ? null : (Integer) aqi.level());
        cells.add(aqi == null ? null : labels(aqi.primary()));
        cells.add(line.valid());
        cells.add(remarks(line, locale));
        return cells;
    }

    private static List<@Nullable Object> monthlyCells(AirTable.TableRow line, Locale locale) {
        List<@Nullable Object> cells = common(line, locale);
        cells.add(line.compositeIndex());
        cells.add(line.attainmentDays());
        cells.add(line.assessedDays());
        cells.add(line.valid());
        cells.add(remarks(line, locale));
        return cells;
    }

    private static String labels(List<String> codes) {
        return codes.stream()
                .map(code -> Pollutant.find(code).map(Pollutant::label).orElse(code))
                .collect(Collectors.joining("、"));
    }

    private static String remarks(AirTable.TableRow line, Locale locale) {
        return line.remarks().stream().map(remark -> remark.text().in(locale)).collect(Collectors.joining(" "));
    }

    private static void writeRemarks(Worksheet sheet, int row, AirTable table, Locale locale) {
        int at = row;
        for (Remark remark : table.remarks()) {
            sheet.value(at, 0, SheetTable.text(remark.text().in(locale)));
            at++;
        }
        if (table.computing().active()) {
            sheet.value(
                    at,
                    0,
                    new BilingualText(
                                    "部分日均值仍在计算，表中数据可能不完整。",
                                    "Daily values are still being computed; figures may be incomplete.")
                            .in(locale));
            at++;
        }
        sheet.value(at, 0, "Lantian " + LantianVersion.version());
    }

    private static void layout(Worksheet sheet, int headingRow, int columns) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(headingRow);
        sheet.footer("&P / &N", org.dhatim.fastexcel.Position.CENTER);
        sheet.freezePane(0, headingRow + 1);
        for (int column = 0; column < columns; column++) {
            sheet.width(column, column == 2 ? 18 : column == columns - 1 ? 40 : 12);
        }
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, SheetTable.text(value.toString()));
        }
    }
}
