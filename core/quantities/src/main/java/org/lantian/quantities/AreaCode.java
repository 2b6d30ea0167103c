package org.lantian.quantities;

import java.util.regex.Pattern;

/**
 * Code of an administrative division by GB/T 2260 (行政区划代码), or of a functional area (功能区) that has none there.
 *
 * @param value six digits; a functional area adds a hyphen and a short name, for example {@code 140500-kfq}
 */
public record AreaCode(String value) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{5}(-[a-z0-9]{1,12})?");

    public AreaCode {
        Check.that(
                FORM.matcher(value).matches(),
                "area code is \"" + value + "\", expected six digits of GB/T 2260, for a functional area with a suffix"
                        + " such as 140500-kfq");
    }

    public boolean isFunctionalArea() {
        return value.indexOf('-') > 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
