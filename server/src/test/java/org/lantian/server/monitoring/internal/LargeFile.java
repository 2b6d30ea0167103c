package org.lantian.server.monitoring.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes national files that take a while, for tests of what happens in the middle. */
final class LargeFile {

    private LargeFile() {}

    /** Hours of these stations from 2001 on, all six pollutants. */
    static Path write(Path file, List<String> stations, int days) throws IOException {
        String[] types = {"SO2", "NO2", "PM10", "CO", "O3", "PM2.5"};
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("date,hour,type," + String.join(",", stations) + "\n");
            for (int day = 0; day < days; day++) {
                String date = LocalDate.of(2001, 1, 1).plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE);
                for (int hour = 0; hour < 24; hour++) {
                    for (int type = 0; type < types.length; type++) {
                        out.write(date + "," + hour + "," + types[type]);
                        for (int station = 0; station < stations.size(); station++) {
                            out.write("," + (10 + (day * 7 + hour * 3 + type * 11 + station) % 90));
                        }
                        out.write("\n");
                    }
                }
            }
        }
        return file;
    }
}
