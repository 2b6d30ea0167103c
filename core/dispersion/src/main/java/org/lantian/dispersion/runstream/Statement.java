package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * One line of a runstream. Whoever reads an argument through it gets a value of the right kind or a fault that names
 * file, line, keyword and argument.
 *
 * @param file as the person named it
 * @param line first line is 1
 * @param keyword upper case; a line that goes on with the keyword before it has that one
 * @param arguments what follows the keyword, as written
 */
record Statement(String file, int line, Pathway pathway, String keyword, List<String> arguments) {

    Statement {
        arguments = List.copyOf(arguments);
    }

    int size() {
        return arguments.size();
    }

    boolean has(int index) {
        return index < arguments.size();
    }

    /** Refuses a line with fewer or more arguments. */
    void expectSize(int least, int greatest, String what) {
        if (arguments.size() < least || arguments.size() > greatest) {
            String count = least == greatest ? "" + least : least + "–" + greatest;
            throw fault(
                    "runstream.argument-count",
                    String.join(" ", arguments),
                    count + " 个参数（" + what + "），现有 " + arguments.size() + " 个",
                    count + " arguments (" + what + "), not " + arguments.size());
        }
    }

    /** An argument as written. */
    String text(int index, String what) {
        if (!has(index)) {
            throw fault("runstream.argument-missing", "", "参数 " + what, "the argument " + what);
        }
        return arguments.get(index);
    }

    /** An argument in upper case. */
    String word(int index, String what) {
        return text(index, what).toUpperCase(Locale.ROOT);
    }

    /** One of several words, in upper case. */
    String choice(int index, String what, List<String> choices) {
        String word = word(index, what);
        if (!choices.contains(word)) {
            String list = String.join(", ", choices);
            throw fault("runstream.argument", arguments.get(index), what + "：" + list, what + ": one of " + list);
        }
        return word;
    }

    /** A finite number in [least, greatest]. */
    double number(int index, String what, double least, double greatest) {
        String text = text(index, what);
        double value = FortranText.number(text);
        if (!(value >= least && value <= greatest)) {
            String range = shown(least) + "…" + shown(greatest);
            throw fault("runstream.argument", text, what + "，" + range, what + ", a number in " + range);
        }
        return value;
    }

    /** A number, or the fallback where the line ends before it. */
    double number(int index, String what, double least, double greatest, double fallback) {
        return has(index) ? number(index, what, least, greatest) : fallback;
    }

    int integer(int index, String what, int least, int greatest) {
        double value = number(index, what, least, greatest);
        if (value != Math.rint(value)) {
            throw fault("runstream.argument", arguments.get(index), what + "，整数", what + ", a whole number");
        }
        return (int) value;
    }

    /** All numbers from an argument on; {@code 3*1.5} stands for 1.5 1.5 1.5. */
    List<Double> numbers(int from, String what, double least, double greatest) {
        List<Double> numbers = new ArrayList<>();
        for (String text : arguments.subList(Math.min(from, arguments.size()), arguments.size())) {
            int star = text.indexOf('*');
            double count = star < 0 ? 1 : FortranText.number(text.substring(0, star));
            double value = FortranText.number(text.substring(star + 1));
            if (!(count >= 1 && count <= 100_000 && count == Math.rint(count) && value >= least && value <= greatest)) {
                String range = shown(least) + "…" + shown(greatest);
                throw fault("runstream.argument", text, what + "，" + range, what + ", numbers in " + range);
            }
            for (int i = 0; i < count; i++) {
                numbers.add(value);
            }
        }
        return numbers;
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15 ? "" + (long) bound : "" + bound;
    }

    DomainException fault(String code, String value, String zh, String en) {
        return new DomainException(new InputError(code, file, line, keyword, value, new BilingualText(zh, en)));
    }

    /** Turns what a record refuses into a fault of this line. */
    DomainException refused(IllegalArgumentException e) {
        return fault(
                "runstream.value",
                String.join(" ", arguments),
                "有效的取值（" + e.getMessage() + "）",
                "usable values (" + e.getMessage() + ")");
    }

    DomainException unsupported() {
        return fault(
                "runstream.keyword-unsupported",
                String.join(" ", arguments),
                "支持的关键字（" + pathway + " 部分的 " + keyword + " 不支持，见 docs/guide）",
                "a supported keyword (" + keyword + " of part " + pathway + " is not, see docs/guide)");
    }
}
