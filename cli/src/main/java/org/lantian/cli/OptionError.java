package org.lantian.cli;

import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;

/**
 * The value of an option is of the right kind but makes no sense.
 *
 * @param option as typed, for example {@code --year}
 * @param value what was given, empty when nothing was
 * @param expected what should have been
 */
public record OptionError(String option, String value, BilingualText expected) implements DomainError {

    @Override
    public String code() {
        return "option.value";
    }

    @Override
    public BilingualText message() {
        String given = value.isEmpty() ? option : option + " " + value;
        return new BilingualText(given + "：应为" + expected.zh(), given + ": expected " + expected.en());
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("option", option, "value", value);
    }
}
