package org.lantian.audit;

import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;

/**
 * A file is no anchor.
 *
 * @param file its name
 * @param line number of the line that is wrong, from 1
 * @param expected what should stand there
 * @param found what stands there
 */
public record AnchorError(String file, int line, String expected, String found) implements DomainError {

    @Override
    public String code() {
        return "audit.anchor-unreadable";
    }

    @Override
    public BilingualText message() {
        return new BilingualText(
                file + " 不是审计锚点文件：第 " + line + " 行应为“" + expected + "”，实为“" + found + "”。",
                file + " is not an audit anchor: line " + line + " should be \"" + expected + "\", is \"" + found
                        + "\".");
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("file", file, "line", line, "expected", expected, "found", found);
    }
}
