package org.lantian.cli.dispersion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * A PLOTFILE or POSTFILE of the reference: for each date (YYMMDDHH; 0 for files without) one value a receptor, in the
 * file's order.
 *
 * @param exponential whether values are printed with six digits and an exponent, else with five decimals
 * @param blocks µg/m³ by date
 */
record ReferenceFile(boolean exponential, Map<Integer, double[]> blocks) {

    private static final int VALUE_START = 29;
    private static final int VALUE_END = 42;
    private static final int GROUP_END_POST = 87;

    /** Reads a POSTFILE. */
    static ReferenceFile readPost(Path file) {
        return read(file, true);
    }

    /** Reads a PLOTFILE; its dates, which differ from receptor to receptor, are not kept. */
    static ReferenceFile readPlot(Path file) {
        return read(file, false);
    }

    private static ReferenceFile read(Path file, boolean post) {
        Map<Integer, List<Double>> blocks = new LinkedHashMap<>();
        boolean exponential = false;
        int number = 0;
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.startsWith("*")) {
                    exponential |= line.contains("E13.6");
                    continue;
                }
                int date = post
                        ? Integer.parseInt(line.substring(GROUP_END_POST, GROUP_END_POST + 10)
                                .strip())
                        : 0;
                blocks.computeIfAbsent(date, _ -> new ArrayList<>())
                        .add(Double.parseDouble(
                                line.substring(VALUE_START, VALUE_END).strip()));
            }
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new DomainException(
                    new InputError(
                            "reference.line",
                            file.toString(),
                            number,
                            "",
                            "",
                            new BilingualText("PLOTFILE 或 POSTFILE 的一行", "a line of a PLOTFILE or POSTFILE")),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Integer, double[]> arrays = new LinkedHashMap<>();
        blocks.forEach((date, values) -> arrays.put(
                date, values.stream().mapToDouble(Double::doubleValue).toArray()));
        return new ReferenceFile(exponential, arrays);
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean packed = file.getFileName().toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.ISO_8859_1));
    }

    /** The highest value. */
    double highest() {
        double highest = 0;
        for (double[] values : blocks.values()) {
            for (double value : values) {
                highest = Math.max(highest, value);
            }
        }
        return highest;
    }
}
