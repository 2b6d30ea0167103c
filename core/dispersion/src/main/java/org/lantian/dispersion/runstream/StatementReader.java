package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * Cuts a runstream into statements. The part (CO, SO, …) stands in columns 1–2 and may be left out when it does not
 * change; the keyword starts before column 12 and may be left out when it goes on; lines that start with {@code **} are
 * comments. Blank lines, tabs and DOS line ends do no harm.
 */
final class StatementReader {

    /** A word that starts here or later is not a keyword. Counted from 0. */
    private static final int FIRST_ARGUMENT_COLUMN = 11;

    private static final int TAB = 8;

    private final String file;
    private final List<Statement> statements = new ArrayList<>();
    private @Nullable Pathway pathway;
    private boolean open;
    private int finished;
    private String keyword = "";

    private StatementReader(String file) {
        this.file = file;
    }

    /** All statements but STARTING and FINISHED, whose order is checked. */
    static List<Statement> read(String file, List<String> lines) {
        StatementReader reader = new StatementReader(file);
        for (int i = 0; i < lines.size(); i++) {
            reader.line(i + 1, lines.get(i));
        }
        reader.end(lines.size());
        return reader.statements;
    }

    private void line(int number, String raw) {
        List<Word> words = words(number, raw);
        if (words.isEmpty() || words.getFirst().text.startsWith("**")) {
            return;
        }
        Optional<Pathway> named =
                words.getFirst().column == 0 ? Pathway.named(words.getFirst().text) : Optional.empty();
        if (named.isPresent()) {
            enter(number, named.get());
            words = words.subList(1, words.size());
        }
        int first = 0;
        if (!words.isEmpty() && words.getFirst().column < FIRST_ARGUMENT_COLUMN && !words.getFirst().quoted) {
            keyword = words.getFirst().text.toUpperCase(Locale.ROOT);
            first = 1;
        }
        List<String> arguments =
                words.subList(first, words.size()).stream().map(Word::text).toList();
        add(number, arguments);
    }

    private void enter(int number, Pathway next) {
        if (next == pathway) {
            return;
        }
        if (open) {
            throw fault(number, next.name(), "先有 " + pathway + " FINISHED", pathway + " FINISHED first");
        }
        if (next.ordinal() != finished) {
            String expected = finished < Pathway.values().length ? Pathway.values()[finished].name() : "end of file";
            throw fault(number, next.name(), "依次为 CO SO RE ME OU，此处应为 " + expected, expected + " (CO SO RE ME OU)");
        }
        pathway = next;
        keyword = "";
    }

    private void add(int number, List<String> arguments) {
        Pathway part = pathway;
        if (part == null) {
            throw fault(number, keyword, "以 CO STARTING 开始", "CO STARTING at the beginning");
        }
        if (keyword.equals("STARTING")) {
            if (open || part.ordinal() != finished) {
                throw fault(number, keyword, part + " 部分只开始一次", "each part to start once");
            }
            open = true;
        } else if (!open) {
            throw fault(number, keyword, "先有 " + part + " STARTING", part + " STARTING first");
        } else if (keyword.equals("FINISHED")) {
            open = false;
            finished++;
        } else if (keyword.isEmpty()) {
            throw fault(number, String.join(" ", arguments), "关键字", "a keyword");
        } else {
            statements.add(new Statement(file, number, part, keyword, arguments));
        }
    }

    private void end(int lines) {
        if (open || finished < Pathway.values().length) {
            Pathway missing = Pathway.values()[Math.min(finished, Pathway.values().length - 1)];
            throw fault(
                    Math.max(1, lines),
                    "",
                    missing + " FINISHED（文件在此结束）",
                    missing + " FINISHED (" + missing.content() + "); the file ends here");
        }
    }

    private DomainException fault(int line, String value, String zh, String en) {
        String field = pathway == null ? "" : pathway.name();
        return new DomainException(
                new InputError("runstream.structure", file, line, field, value, new BilingualText(zh, en)));
    }

    private List<Word> words(int number, String raw) {
        List<Word> words = new ArrayList<>();
        int column = 0;
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c <= ' ' || c == '\uFEFF') {
                column = c == '\t' ? (column / TAB + 1) * TAB : c == '\uFEFF' ? column : column + 1;
                i++;
                continue;
            }
            int end = c == '"' ? raw.indexOf('"', i + 1) : endOfWord(raw, i);
            if (end < 0) {
                throw fault(number, raw.substring(i), "成对的引号", "a closing quotation mark");
            }
            words.add(new Word(c == '"' ? raw.substring(i + 1, end) : raw.substring(i, end), column, c == '"'));
            int next = c == '"' ? end + 1 : end;
            column += next - i;
            i = next;
        }
        return words;
    }

    private static int endOfWord(String raw, int start) {
        int end = start;
        while (end < raw.length() && raw.charAt(end) > ' ') {
            end++;
        }
        return end;
    }

    /** A word and the column in which it starts, counted from 0. */
    private record Word(String text, int column, boolean quoted) {}
}
