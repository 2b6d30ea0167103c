package org.lantian.server.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Pollutant;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.http.PageQuery;
import org.lantian.server.monitoring.Observations;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.LantianTest;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NeedsKit
@LantianTest
@DisplayName("The observations that the city pack declares")
class DeclaredImportsTest {

    private final LantianSettings settings;
    private final CityCatalog catalog;
    private final ImportRepository imports;
    private final AirImports queue;
    private final Observations observations;
    private final JdbcClient jdbc;

    @Autowired
    DeclaredImportsTest(
            LantianSettings settings,
            CityCatalog catalog,
            ImportRepository imports,
            AirImports queue,
            Observations observations,
            JdbcClient jdbc) {
        this.settings = settings;
        this.catalog = catalog;
        this.imports = imports;
        this.queue = queue;
        this.observations = observations;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("are imported once from the kit: every value of the files, counted by another program, is there")
    void importsOnce() {
        LantianSettings withKit = new LantianSettings(
                settings.dataDirectory(), settings.city(), ReferenceKit.find().orElseThrow(), settings.language());
        DeclaredImports declared = new DeclaredImports(withKit, catalog, imports, queue);
        assertThat(new DeclaredImports(settings, catalog, imports, queue).needed())
                .as("without a kit")
                .isFalse();
        assertThat(declared.needed()).isTrue();
        List<Double> progress = new ArrayList<>();
        declared.run((done, note) -> progress.add(done));
        assertThat(declared.needed()).isFalse();
        assertThat(progress).isSorted().last().isEqualTo(1.0);

        long sites = 677_813L + 676_596 + 657_919 + 675_845 + 668_619 + 673_271;
        long accepted = imports.page(ImportFilter.ALL, PageQuery.first()).items().stream()
                .filter(row -> row.fileName().startsWith("china_sites_2019"))
                .mapToLong(row -> row.counts().accepted())
                .sum();
        assertThat(accepted).isGreaterThanOrEqualTo(sites);
        long stored = jdbc.sql("SELECT sum(so2_n + no2_n + pm10_n + co_n + o3_n + pm25_n) FROM station_day")
                .query(Long.class)
                .single();
        assertThat(stored).isEqualTo(accepted);
        double bytes = jdbc.sql("SELECT pg_total_relation_size('station_day')::float8")
                .query(Double.class)
                .single();
        assertThat(bytes / stored).as("bytes a value, indexes included").isLessThanOrEqualTo(10);
        assertThat(observations.latestHour()).contains(HourEnding.parse("2019-12-31T23:00"));
        assertThat(observations.earliestHour()).contains(HourEnding.parse("2019-01-01T00:00"));

        // The first row of the January file: hour 0 of 1 January is the last hour of the year before.
        HourlySeries pm25 = java.util.Objects.requireNonNull(observations
                .read(List.of("1727A"), List.of(Pollutant.PM25), LocalDate.of(2018, 12, 31), LocalDate.of(2018, 12, 31))
                .getFirst()
                .series()
                .get(Pollutant.PM25));
        assertThat(pm25.value(23)).isEqualTo(58);
    }
}
