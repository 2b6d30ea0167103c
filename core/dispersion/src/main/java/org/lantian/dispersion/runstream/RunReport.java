package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.averaging.LongMean;
import org.lantian.dispersion.averaging.Ranks;
import org.lantian.dispersion.output.OutputPlan;
import org.lantian.dispersion.output.PlotValues;
import org.lantian.dispersion.output.ResultFiles;
import org.lantian.dispersion.output.ResultText;
import org.lantian.dispersion.output.RunSummary;
import org.lantian.dispersion.runstream.RunExecution.Outcome;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.BilingualText;

/** What is written of a run when it is done: PLOTFILEs and the summary. */
public final class RunReport {

    private final Run run;
    private final Locale locale;

    public RunReport(Run run, Locale locale) {
        this.run = run;
        this.locale = locale;
    }

    /** The first lines of all files. */
    public ResultText.Heading heading() {
        try (SurfaceFile surface = new SurfaceFile(run.weather().surface())) {
            return new ResultText.Heading(run.titles(), surface.version(), optionWords(surface.headerHas("ADJ_U*")));
        }
    }

    /** How the run is done, in the reference's words. */
    private String optionWords(boolean adjusted) {
        List<String> words = new ArrayList<>(List.of("CONC", run.flat() ? "FLAT" : "ELEV"));
        if (run.places().stream().anyMatch(place -> place.receptor().flagpole() > 0)) {
            words.add("FLGPOL");
        }
        for (String option : List.of("NOSTD", "NOCHKD", "WARNCHKD", "ARM2", "OLM", "NOMINO3")) {
            if (run.options().contains(option)) {
                words.add(option);
            }
        }
        long urban = run.sources().stream().filter(s -> s.urban() != null).count();
        words.add(urban == 0 ? "RURAL" : urban == run.sources().size() ? "URBAN" : "Urb&Rur");
        if (adjusted) {
            words.add("ADJ_U*");
        }
        return String.join("  ", words);
    }

    /** Writes what is known only at the end. */
    public void write(ResultFiles files, Outcome outcome) {
        outcome.means().forEach((average, mean) -> files.mean(average, mean.values(), count(mean)));
        for (OutputPlan.PlotRequest plot : run.output().plots()) {
            boolean ranked = plot.average().ranked();
            LongMean.@Nullable Result mean = ranked ? null : outcome.mean(plot.average());
            files.plot(plot, values(outcome, plot), mean == null ? 0 : mean.years(), mean == null ? 0 : count(mean));
        }
    }

    private PlotValues values(Outcome outcome, OutputPlan.PlotRequest plot) {
        int group = run.group(plot.group());
        return plot.average().ranked()
                ? ranked(outcome.ranking(plot.average()), group, plot.rank())
                : means(outcome.mean(plot.average()).values()[group]);
    }

    private static int count(LongMean.Result mean) {
        return mean.years() > 0 ? mean.years() : mean.hours();
    }

    private static PlotValues ranked(Ranks ranks, int group, int rank) {
        return new PlotValues() {
            @Override
            public double value(int place) {
                return ranks.value(group, place, rank);
            }

            @Override
            public Optional<HourStamp> end(int place) {
                return ranks.end(group, place, rank);
            }
        };
    }

    private static PlotValues means(double[] values) {
        return new PlotValues() {
            @Override
            public double value(int place) {
                return values[place];
            }

            @Override
            public Optional<HourStamp> end(int place) {
                return Optional.empty();
            }
        };
    }

    /** The summary. */
    public RunSummary summary(Outcome outcome) {
        RunSummary summary = new RunSummary();
        run.titles().forEach(title -> summary.line("%s", title));
        summary.line("%s", text("输入：" + run.file(), "Input: " + run.file()));
        summary.line("%s", optionWords(outcome.adjustedFrictionVelocity()));
        summary.line(
                "%s",
                text(
                        "源 " + run.sources().size() + " 个，源组 " + run.groups().size() + " 个，受体 "
                                + run.places().size() + " 个，污染物 " + run.pollutant(),
                        run.sources().size() + " sources, " + run.groups().size() + " groups, "
                                + run.places().size() + " receptors, pollutant " + run.pollutant()));
        hours(summary, outcome);
        for (AveragingPeriod average : run.averages()) {
            highest(summary, outcome, average);
        }
        if (!run.printOnly().isEmpty()) {
            summary.heading(text("接受但不影响结果的关键字", "Keywords accepted that change no result"));
            summary.line("%s", String.join(", ", run.printOnly()));
        }
        List<String> notes = new ArrayList<>(run.notes());
        notes.addAll(outcome.warnings());
        if (!notes.isEmpty()) {
            summary.heading(text("说明", "Notes"));
            notes.forEach(note -> summary.line("%s", note));
        }
        return summary;
    }

    private void hours(RunSummary summary, Outcome outcome) {
        summary.heading(text("处理的时次", "Hours"));
        double share = outcome.hours() == 0 ? 0 : 100.0 * outcome.missing() / outcome.hours();
        summary.line("%s %d", text("共处理", "A Total of Hours Processed:"), outcome.hours());
        summary.line("%s %d", text("其中静风", "A Total of Calm Hours Identified:"), outcome.calm());
        summary.line("%s %d (%.2f %%)", text("其中缺测", "A Total of Missing Hours Identified:"), outcome.missing(), share);
    }

    private void highest(RunSummary summary, Outcome outcome, AveragingPeriod average) {
        summary.heading(
                text(average.label() + " 平均最高值（µg/m³）", "Highest " + average.label() + " means (micrograms/m**3)"));
        for (int group = 0; group < run.groups().size(); group++) {
            PlotValues values = average.ranked()
                    ? ranked(outcome.ranking(average), group, 1)
                    : means(outcome.mean(average).values()[group]);
            int best = 0;
            for (int i = 1; i < run.places().size(); i++) {
                best = values.value(i) > values.value(best) ? i : best;
            }
            Receptor place = run.places().get(best).receptor();
            summary.line(
                    "%-8s %14.5f   %s   (%.2f, %.2f, %.2f, %.2f, %.2f)",
                    run.groups().get(group).name(),
                    values.value(best),
                    values.end(best)
                            .map(end -> "%s %s %02d".formatted(text("时段终点", "ending"), end.date(), end.hour()))
                            .orElse(""),
                    place.x(),
                    place.y(),
                    place.elevation(),
                    place.hillHeight(),
                    place.flagpole());
        }
    }

    private String text(String zh, String en) {
        return new BilingualText(zh, en).in(locale);
    }
}
