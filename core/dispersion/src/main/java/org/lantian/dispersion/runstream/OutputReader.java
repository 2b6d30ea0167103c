package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.output.OutputPlan;

/** Reads the output part (OU). */
final class OutputReader {

    private static final List<String> RANKS =
            List.of("FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH", "TENTH");
    private static final List<String> SHORT_RANKS =
            List.of("1ST", "2ND", "3RD", "4TH", "5TH", "6TH", "7TH", "8TH", "9TH", "10TH");

    private final Control control;
    private final Set<String> groups;
    private final PrintOnly printOnly;
    private final List<OutputPlan.PlotRequest> plots = new ArrayList<>();
    private final List<OutputPlan.PostRequest> posts = new ArrayList<>();
    private final Map<String, Statement> files = new LinkedHashMap<>();
    private boolean exponential;

    OutputReader(Control control, Set<String> groups, PrintOnly printOnly) {
        this.control = control;
        this.groups = groups;
        this.printOnly = printOnly;
    }

    void read(Statement s) {
        switch (s.keyword()) {
            case "FILEFORM" ->
                exponential = s.choice(0, "form", List.of("FIX", "EXP")).equals("EXP");
            case "PLOTFILE" -> plot(s);
            case "POSTFILE" -> post(s);
            case "RECTABLE", "MAXTABLE", "DAYTABLE", "SUMMFILE" -> printOnly.add(s);
            default -> throw s.unsupported();
        }
    }

    private void plot(Statement s) {
        AveragingPeriod average = average(s);
        int fileIndex = average.ranked() ? 3 : 2;
        s.expectSize(
                fileIndex + 1,
                fileIndex + 2,
                average.ranked() ? "average group rank file [unit]" : "average group file [unit]");
        String group = group(s);
        int rank = average.ranked() ? rank(s, 2) : 0;
        plots.add(new OutputPlan.PlotRequest(average, group, rank, file(s, fileIndex)));
    }

    private void post(Statement s) {
        AveragingPeriod average = average(s);
        s.expectSize(4, 5, "average group PLOT file [unit]");
        String group = group(s);
        s.choice(2, "form", List.of("PLOT"));
        posts.add(new OutputPlan.PostRequest(average, group, file(s, 3)));
    }

    private AveragingPeriod average(Statement s) {
        AveragingPeriod average = ControlReader.average(s, 0);
        if (!control.averages().contains(average)) {
            throw s.fault(
                    "runstream.average-missing",
                    s.text(0, "average"),
                    "AVERTIME 中列出的平均时间",
                    "an averaging time that AVERTIME lists");
        }
        return average;
    }

    private String group(Statement s) {
        String group = s.word(1, "group");
        if (!groups.contains(group)) {
            throw s.fault("runstream.unknown-group", group, "SRCGROUP 给出的组", "a group that SRCGROUP gives");
        }
        return group;
    }

    private static int rank(Statement s, int index) {
        String word = s.word(index, "rank");
        int rank = Math.max(RANKS.indexOf(word), SHORT_RANKS.indexOf(word)) + 1;
        if (rank == 0) {
            throw s.fault("runstream.argument", word, "FIRST…TENTH 或 1ST…10TH", "FIRST…TENTH or 1ST…10TH");
        }
        return rank;
    }

    /** The file's name below the output folder. */
    private String file(Statement s, int index) {
        String name = s.text(index, "file").replace('\\', '/');
        boolean outside = name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..");
        if (outside || name.isBlank() || name.endsWith("/") || name.indexOf('\0') >= 0) {
            throw s.fault(
                    "runstream.output-path",
                    s.text(index, "file"),
                    "输出文件夹之内的相对文件名",
                    "a relative file name inside the output folder");
        }
        Statement earlier = files.putIfAbsent(name, s);
        if (earlier != null) {
            throw s.fault(
                    "runstream.output-twice",
                    name,
                    "未用过的文件名（第 " + earlier.line() + " 行已用）",
                    "a file name of its own (line " + earlier.line() + " has it)");
        }
        return name;
    }

    OutputPlan finish() {
        return new OutputPlan(exponential, List.copyOf(plots), List.copyOf(posts));
    }
}
