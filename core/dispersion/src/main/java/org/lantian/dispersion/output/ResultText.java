package org.lantian.dispersion.output;

import java.util.List;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.weather.HourStamp;

/** Head and lines of PLOTFILEs and POSTFILEs, column for column as the reference prints them. */
public final class ResultText {

    private static final String[] RANKS = {"", "1ST", "2ND", "3RD", "4TH", "5TH", "6TH", "7TH", "8TH", "9TH", "10TH"};
    private static final String RULE =
            "* ____________  ____________  ____________   ______   ______   ______  ______  ";

    private final boolean exponential;
    private final List<Place> places;
    private final Heading heading;
    /** What stands before and after the concentration; it is the same in every block. */
    private final String[] before;

    private final String[] after;

    /**
     * What the first lines say.
     *
     * @param titles one or two
     * @param weatherVersion of the processor that wrote the weather files
     * @param options words that say how the run was done
     */
    public record Heading(List<String> titles, String weatherVersion, String options) {
        String title(int index) {
            String text = index < titles.size() ? titles.get(index) : "";
            return text.length() > 68 ? text.substring(0, 68) : text;
        }
    }

    ResultText(Heading heading, boolean exponential, List<Place> places) {
        this.heading = heading;
        this.exponential = exponential;
        this.places = places;
        this.before = new String[places.size()];
        this.after = new String[places.size()];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < before.length; i++) {
            Receptor receptor = places.get(i).receptor();
            text.append(' ');
            FortranNumber.fixed(text, receptor.x(), 13, 5);
            text.append(' ');
            FortranNumber.fixed(text, receptor.y(), 13, 5);
            before[i] = text.append(' ').toString();
            text.setLength(0);
            for (double height : new double[] {receptor.elevation(), receptor.hillHeight(), receptor.flagpole()}) {
                text.append(' ');
                FortranNumber.fixed(text, height, 8, 2);
            }
            after[i] = text.toString();
            text.setLength(0);
        }
    }

    String postHead(AveragingPeriod average, String group) {
        String what = "*         POST/PLOT FILE OF CONCURRENT %5s VALUES FOR SOURCE GROUP: %-8s"
                .formatted(average.label(), group);
        return head(
                what, postFormat(), "AVE     GRP       DATE     NET ID\n" + RULE + "________  ________  ________\n");
    }

    String plotHead(OutputPlan.PlotRequest plot, int years) {
        if (plot.average().ranked()) {
            String what = "*         PLOT FILE OF  HIGH %5s HIGH %5s VALUES FOR SOURCE GROUP: %-8s"
                    .formatted(RANKS[plot.rank()], plot.average().label(), plot.group());
            String format = exponential
                    ? "(2(1X,F13.5),1X,E13.6,3(1X,F8.2),3X,A5,2X,A8,2X,A5,5X,A8,2X,I8)"
                    : "(3(1X,F13.5),3(1X,F8.2),3X,A5,2X,A8,2X,A5,5X,A8,2X,I8)";
            return head(
                    what,
                    format,
                    "AVE     GRP       RANK     NET ID   DATE(CONC)\n" + RULE
                            + "________  ________  ________  ________\n");
        }
        String what = "*         PLOT FILE OF %6s VALUES AVERAGED ACROSS %3d YEARS FOR SOURCE GROUP: %-8s"
                .formatted(plot.average().label(), years, plot.group());
        String count = plot.average().kind() == AveragingPeriod.Kind.ANNUAL ? "NUM YRS" : "NUM HRS";
        return head(
                what,
                postFormat(),
                "AVE     GRP      " + count + "   NET ID\n" + RULE + "________  ________  ________\n");
    }

    private String postFormat() {
        return exponential
                ? "(2(1X,F13.5),1X,E13.6,3(1X,F8.2),2X,A6,2X,A8,2X,I8.8,2X,A8)"
                : "(3(1X,F13.5),3(1X,F8.2),2X,A6,2X,A8,2X,I8.8,2X,A8)";
    }

    private String head(String what, String format, String columns) {
        return "* LANTIAN            :  %-68s\n".formatted(heading.title(0))
                + "* AERMET (%6s):  %-68s\n".formatted(heading.weatherVersion(), heading.title(1))
                + "* MODELING OPTIONS USED:   " + heading.options() + "\n"
                + what + "\n"
                + "*         FOR A TOTAL OF %5d RECEPTORS.\n".formatted(places.size())
                + "*         FORMAT: " + format + "\n"
                + "*        X             Y      AVERAGE CONC    ZELEV    ZHILL    ZFLAG    " + columns;
    }

    /** Line of a POSTFILE. */
    void postLine(StringBuilder out, int place, double value, String average, String group, int date) {
        start(out, place, value, average, group);
        out.append("  ");
        digits(out, date, 8);
        out.append("  ");
        left(out, places.get(place).network(), 8);
        out.append('\n');
    }

    /** Line of a PLOTFILE of ranked values; date 0 where nothing ranks. */
    void rankLine(StringBuilder out, int place, double value, OutputPlan.PlotRequest plot, int date) {
        start(out, place, value, plot.average().label(), plot.group());
        out.append("  ");
        FortranNumber.right(out, RANKS[plot.rank()], 5);
        out.append("     ");
        left(out, places.get(place).network(), 8);
        out.append("  ");
        FortranNumber.right(out, Integer.toString(date), 8);
        out.append('\n');
    }

    /** Line of a PLOTFILE of a long mean; the count is of years or hours. */
    void meanLine(StringBuilder out, int place, double value, OutputPlan.PlotRequest plot, int count) {
        postLine(out, place, value, plot.average().label(), plot.group(), count);
    }

    private void start(StringBuilder out, int place, double value, String average, String group) {
        out.append(before[place]);
        if (exponential) {
            FortranNumber.exponent(out, value, 13, 6);
        } else {
            FortranNumber.fixed(out, value, 13, 5);
        }
        out.append(after[place]);
        FortranNumber.right(out, average, 8);
        out.append("  ");
        left(out, group, 8);
    }

    private static void left(StringBuilder out, String text, int width) {
        out.append(text).repeat(' ', Math.max(0, width - text.length()));
    }

    private static void digits(StringBuilder out, int number, int width) {
        String text = Integer.toString(number);
        out.repeat('0', Math.max(0, width - text.length())).append(text);
    }

    /** YYMMDDHH of an hour. */
    static int date(HourStamp stamp) {
        return stamp.year() % 100 * 1_000_000 + stamp.month() * 10_000 + stamp.day() * 100 + stamp.hour();
    }
}
