package org.lantian.dispersion.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.averaging.BlockListener;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.BilingualText;

/**
 * Writes the files of a run: POSTFILEs while it goes on, PLOTFILEs at its end, and beside each file the same as a table,
 * as GeoJSON and as a map, under the file's name with one more ending.
 */
public final class ResultFiles implements BlockListener {

    /** Kinds of file. */
    public enum Format {
        /** PLOTFILE and POSTFILE. */
        TEXT,
        CSV,
        GEOJSON,
        PNG
    }

    /**
     * What the files are about.
     *
     * @param groups names, in the order of the means that {@link #block} gets
     * @param sources drawn on the maps
     * @param table name of one table for the values of all plot files; empty for one table a file
     * @param reference null where nothing tells where the run's plane lies: no GeoJSON then
     * @param locale language of the maps
     */
    public record Content(
            ResultText.Heading heading,
            OutputPlan plan,
            List<String> groups,
            List<Place> places,
            List<Source> sources,
            Set<Format> formats,
            String table,
            @Nullable Georeference reference,
            Locale locale) {
        public Content {
            formats = formats.isEmpty() ? EnumSet.noneOf(Format.class) : EnumSet.copyOf(formats);
        }
    }

    private final OutputFolder folder;
    private final Content content;
    private final ResultText text;
    private final ResultTable table;
    private final List<Post> posts = new ArrayList<>();
    private final StringBuilder buffer = new StringBuilder(1 << 16);
    /** The one table of all plots, once it is open. */
    private @Nullable OutputStream common;

    /** An open POSTFILE and its table; null for a format that is not wanted. */
    private record Post(
            OutputPlan.PostRequest request,
            int group,
            @Nullable OutputStream text,
            @Nullable OutputStream csv) {}

    /** Opens the POSTFILEs. */
    public ResultFiles(OutputFolder folder, Content content) {
        this.folder = folder;
        this.content = content;
        this.text = new ResultText(content.heading, content.plan.exponential(), content.places);
        this.table = new ResultTable(content.places);
        for (OutputPlan.PostRequest request : content.plan.posts()) {
            OutputStream out = open(Format.TEXT, request.file());
            OutputStream csv = open(Format.CSV, request.file() + ".csv");
            write(out, text.postHead(request.average(), request.group()));
            write(csv, ResultTable.POST_HEAD);
            posts.add(new Post(request, content.groups.indexOf(request.group()), out, csv));
        }
    }

    private @Nullable OutputStream open(Format format, String name) {
        return content.formats.contains(format) ? folder.create(name) : null;
    }

    @Override
    public void block(AveragingPeriod average, HourStamp end, double[][] means) {
        for (Post post : posts) {
            if (post.request.average().equals(average)) {
                post(post, means[post.group], ResultText.date(end), ResultTable.time(end));
            }
        }
    }

    private void post(Post post, double[] values, int date, String time) {
        AveragingPeriod average = post.request.average();
        if (post.text != null) {
            for (int i = 0; i < values.length; i++) {
                text.postLine(buffer, i, values[i], average.label(), post.request.group(), date);
            }
            flush(post.text);
        }
        if (post.csv != null) {
            for (int i = 0; i < values.length; i++) {
                table.postRow(buffer, i, time, average, post.request.group(), values[i]);
            }
            flush(post.csv);
        }
    }

    /** Writes the POSTFILEs of a long mean, which has one block only; its count is of hours or years. */
    public void mean(AveragingPeriod average, double[][] means, int count) {
        for (Post post : posts) {
            if (post.request.average().equals(average)) {
                post(post, means[post.group], count, "");
            }
        }
    }

    /**
     * Writes one PLOTFILE and what goes with it.
     *
     * @param years that a mean is over; 0 for others
     * @param count hours or years of a mean; 0 for ranked values
     */
    public void plot(OutputPlan.PlotRequest plot, PlotValues values, int years, int count) {
        OutputStream out = open(Format.TEXT, plot.file());
        if (out != null) {
            write(out, text.plotHead(plot, years));
            for (int i = 0; i < content.places.size(); i++) {
                if (plot.average().ranked()) {
                    int date = values.end(i).map(ResultText::date).orElse(0);
                    text.rankLine(buffer, i, values.value(i), plot, date);
                } else {
                    text.meanLine(buffer, i, values.value(i), plot, count);
                }
            }
            flush(out);
        }
        rows(plotTable(plot), plot, values);
        Georeference reference = content.reference;
        OutputStream geo = reference == null ? null : open(Format.GEOJSON, plot.file() + ".geojson");
        if (geo != null && reference != null) {
            write(geo, GeoJsonText.of(plot, values, content.places, reference));
        }
        map(plot, values);
    }

    /** The table to which a plot's rows go: its own, or the one for all. */
    private @Nullable OutputStream plotTable(OutputPlan.PlotRequest plot) {
        OutputStream out = common;
        if (out == null) {
            boolean one = !content.table.isEmpty();
            out = open(Format.CSV, one ? content.table : plot.file() + ".csv");
            write(out, ResultTable.PLOT_HEAD);
            common = one ? out : null;
        }
        return out;
    }

    private void rows(@Nullable OutputStream csv, OutputPlan.PlotRequest plot, PlotValues values) {
        for (int i = 0; i < content.places.size(); i++) {
            String time = values.end(i).map(ResultTable::time).orElse("");
            table.plotRow(buffer, i, plot, values.value(i), time);
        }
        flush(csv);
    }

    private void map(OutputPlan.PlotRequest plot, PlotValues values) {
        if (content.places.size() > ContourMap.MOST_RECEPTORS) {
            return;
        }
        OutputStream png = open(Format.PNG, plot.file() + ".png");
        if (png == null) {
            return;
        }
        try {
            new ContourMap(content.places, content.sources, content.locale).write(title(plot), values, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String title(OutputPlan.PlotRequest plot) {
        String run = content.heading.title(0).strip();
        String average = plot.average().label();
        BilingualText what = plot.average().ranked()
                ? new BilingualText(
                        average + " 平均第 " + plot.rank() + " 大值", "rank " + plot.rank() + " of " + average + " means")
                : new BilingualText(average + " 平均", average + " mean");
        return what.in(content.locale) + " · " + plot.group() + (run.isEmpty() ? "" : " · " + run);
    }

    private void flush(@Nullable OutputStream out) {
        write(out, buffer.toString());
        buffer.setLength(0);
    }

    private static void write(@Nullable OutputStream out, String characters) {
        if (out == null) {
            return;
        }
        try {
            out.write(characters.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the summary. */
    public void summary(String name, RunSummary summary) {
        write(folder.create(name), summary.text());
    }
}
