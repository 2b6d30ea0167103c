package org.lantian.quantities;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One fault in a file that somebody gave us.
 *
 * @param code stable code of the kind of fault
 * @param file name of the file as the person gave it
 * @param row line number, first line is 1; 0 when the fault concerns the whole file
 * @param field column or key, empty when the fault concerns the whole row
 * @param value what stood there, empty when nothing did
 * @param expected what should have stood there
 */
public record InputError(String code, String file, long row, String field, String value, BilingualText expected)
        implements DomainError {

    @Override
    public BilingualText message() {
        return new BilingualText(
                place("，第 " + row + " 行", "，字段 ") + found("：“", "”") + "，应为" + expected.zh(),
                place(", row " + row, ", field ") + found(": \"", "\"") + ", expected " + expected.en());
    }

    private String place(String rowText, String fieldWord) {
        return file + (row > 0 ? rowText : "") + (field.isEmpty() ? "" : fieldWord + field);
    }

    private String found(String open, String close) {
        return value.isEmpty() ? "" : open + value + close;
    }

    @Override
    public Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("file", file);
        arguments.put("row", row);
        arguments.put("field", field);
        arguments.put("value", value);
        return arguments;
    }
}
