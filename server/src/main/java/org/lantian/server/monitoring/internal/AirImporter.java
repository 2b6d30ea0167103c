package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lantian.observations.AirFileReader;
import org.lantian.observations.ColumnMapping;
import org.lantian.observations.Quantity;
import org.lantian.observations.ReadOptions;
import org.lantian.observations.ReadSummary;
import org.lantian.observations.StationDay;
import org.lantian.observations.StationDayCollector;
import org.lantian.observations.quality.QualityRules;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.HourEnding;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.city.Station;
import org.lantian.server.files.FileStore;
import org.lantian.server.jobs.JobRun;
import org.lantian.server.monitoring.ObservationsChanged;
import org.lantian.server.problem.ApiError;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on one file: reads it, merges it with what is stored and commits, all in one transaction. Whatever goes wrong,
 * nothing of the file is stored.
 */
@Component
class AirImporter {

    /**
     * Memory for the station-days of a batch: a month of 400 stations; larger files take several batches. Were each value
     * of a batch a revision, their rows would take fifteen times as much.
     */
    private static final long BATCH_BYTES = 8L << 20;

    /** What a station-day takes on the disk until its transaction has ended: in the table, its indexes and the log. */
    private static final long ROW_BYTES = 4096;

    /** Any number; it keeps two servers on one database from importing at once. */
    private static final long IMPORT_LOCK = 0x1a17_1a17L;

    private static final Set<Quantity> WANTED =
            StoredParameters.ALL.stream().map(Quantity::of).collect(Collectors.toUnmodifiableSet());

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final ImportRepository imports;
    private final ImportFiles files;
    private final FileStore originals;
    private final CityCatalog catalog;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock = Clock.systemUTC();
    private final List<QualityRules> rules = QualityRules.load();

    AirImporter(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ImportRepository imports,
            ImportFiles files,
            FileStore originals,
            CityCatalog catalog,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.dataSource = dataSource;
        this.transactions = new TransactionTemplate(transactions);
        this.imports = imports;
        this.files = files;
        this.originals = originals;
        this.catalog = catalog;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Works on a file until it has ended, one way or another. What is stored and the end of the job are one transaction.
     *
     * @return what became of its values
     * @throws DomainException when it is not stored
     */
    Map<String, Object> run(ImportRow file, ImportFiles.Source source, JobRun run) {
        Attempt attempt = new Attempt(file, source.file(), source.sha256(), run);
        boolean stored;
        try {
            stored = Boolean.TRUE.equals(transactions.execute(status -> {
                boolean keep = attempt.work();
                if (!keep) {
                    status.setRollbackOnly();
                }
                return keep;
            }));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            if (run.isEnding()) {
                throw new CancellationException("broken off: " + e.getMessage());
            }
            DomainException failure = ImportFailures.of(e);
            noteFailed(file, attempt, failure.error().code());
            throw failure;
        }
        if (!stored) {
            ApiError refusal = attempt.refusal();
            if (refusal != null) {
                noteFailed(file, attempt, refusal.code());
                throw new DomainException(refusal);
            }
            noteTried(file, attempt);
        } else if (attempt.changesAnything()) {
            events.publishEvent(new ObservationsChanged());
        }
        return attempt.facts();
    }

    /** Notes that a file could not even be opened, and gives the failure to end with. */
    DomainException unreadable(ImportRow file, JobRun run, Exception thrown) {
        DomainException failure = ImportFailures.of(thrown);
        noteFailed(
                file,
                new Attempt(file, Path.of(file.filePath()), "", run),
                failure.error().code());
        return failure;
    }

    private void noteFailed(ImportRow file, Attempt attempt, String code) {
        transactions.executeWithoutResult(status -> {
            imports.finish(file.id(), false, attempt.result());
            audit.record(attempt.event("import.failed").reason(code));
        });
    }

    private void noteTried(ImportRow file, Attempt attempt) {
        transactions.executeWithoutResult(status -> {
            imports.finish(file.id(), false, attempt.result());
            audit.record(attempt.event("import.tried"));
        });
    }

    /** One file on its way through reader, collector and merger. */
    private final class Attempt {
        private final ImportRow file;
        private final Path path;
        private final String sha256;
        private final JobRun run;
        private final Rejections rejections = new Rejections();
        private final Map<String, Integer> stationIds = new HashMap<>();
        private Optional<ReadSummary> summary = Optional.empty();
        private ImportCounts counts = ImportCounts.NONE;
        private long duplicates;
        private long conflicts;
        private long firstHour = Long.MAX_VALUE;
        private long lastHour = Long.MIN_VALUE;

        Attempt(ImportRow file, Path path, String sha256, JobRun run) {
            this.file = file;
            this.path = path;
            this.sha256 = sha256;
            this.run = run;
            for (Station station : catalog.stations()) {
                stationIds.put(station.code(), station.id());
            }
        }

        /** Reads and merges the file within the present transaction; true when the result is to be committed. */
        boolean work() {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try (StatementBreaker breaker = new StatementBreaker(connection)) {
                run.onEnding(breaker::breakOff);
                lock(connection);
                DayMerger merger = new DayMerger(connection, file.id(), file.dryRun(), this::stationId, rules);
                read(merger);
                counts = merger.counts();
                run.check();
                if (file.dryRun() || refusal() != null) {
                    return false;
                }
                imports.finish(file.id(), true, result());
                originals.keepOriginal(
                        path,
                        sha256,
                        file.fileName(),
                        ImportOriginals.TYPE,
                        Integer.toString(file.id()),
                        run.job().owner().name());
                audit.record(event("import.done"));
                run.complete(facts());
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }

        private void read(DayMerger merger) {
            ReadOptions options = ReadOptions.of(WANTED, latestHour())
                    .withStations(stationIds::containsKey)
                    .withProgress((bytes, total) ->
                            run.progress(total == 0 ? 0 : 0.95 * bytes / total, megabytes(bytes, total)));
            try (StationDayCollector collector = new StationDayCollector(
                    BATCH_BYTES, files.folder(), batch -> merge(merger, batch), rejections::add)) {
                if (file.mapping().isPresent()) {
                    options = options.withMapping(mapping(file.mapping().get()));
                }
                ReadSummary read = AirFileReader.read(path, file.fileName(), options, collector);
                summary = Optional.of(read);
                collector.finish();
                duplicates = collector.duplicates();
                conflicts = collector.conflicts();
            }
        }

        private void merge(DayMerger merger, List<StationDay> batch) {
            run.check();
            for (StationDay day : batch) {
                noteHours(day);
            }
            try {
                if (!file.dryRun()) {
                    files.checkSpace(batch.size() * ROW_BYTES);
                }
                merger.merge(batch);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void noteHours(StationDay day) {
            long begin = HourEnding.ofSlot(day.cityDay(), 1).epochHour();
            int quantities = day.quantities().size();
            for (int slot = 1; slot <= HourEnding.SLOTS_PER_DAY; slot++) {
                long hour = begin + slot - 1;
                if (hour < firstHour || hour > lastHour) {
                    for (int q = 0; q < quantities; q++) {
                        if (!Float.isNaN(day.value(q, slot))) {
                            firstHour = Math.min(firstHour, hour);
                            lastHour = Math.max(lastHour, hour);
                            break;
                        }
                    }
                }
            }
        }

        private HourEnding latestHour() {
            return new HourEnding(clock.instant().atOffset(CityTime.OFFSET).toEpochSecond() / 3600);
        }

        private int stationId(String code) {
            return stationIds.getOrDefault(code, -1);
        }

        private long rejected() {
            return summary.map(ReadSummary::rejected).orElse(rejections.count()) + conflicts;
        }

        boolean changesAnything() {
            return counts.changesAnything();
        }

        /** Why the file is not stored although it could be read. */
        @Nullable
        ApiError refusal() {
            if (file.strict() && rejected() > 0) {
                return ImportFailures.strict(rejected());
            }
            return counts.acceptable() == 0 ? ImportFailures.NOTHING_ACCEPTABLE : null;
        }

        /** The one event that an import is. */
        Event event(String action) {
            return Event.of(action)
                    .on(EntityRef.of("import", file.id()), file.fileName())
                    .after(facts())
                    .from(run.job().owner().address());
        }

        /** What the import did, as one fact. */
        Map<String, Object> facts() {
            ImportResult result = result();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("importId", file.id());
            if (!sha256.isEmpty()) {
                facts.put("sha256", sha256);
            }
            facts.put("fileBytes", file.fileBytes());
            facts.put("dryRun", file.dryRun());
            facts.put("accepted", counts.accepted());
            facts.put("revised", counts.revised());
            facts.put("unchanged", counts.unchanged());
            facts.put("rejected", result.rejected());
            facts.put("skipped", summary.map(ReadSummary::skipped).orElse(0L));
            facts.put("duplicates", duplicates);
            if (result.firstHour() != null && result.lastHour() != null) {
                facts.put("firstHour", result.firstHour().toString());
                facts.put("lastHour", result.lastHour().toString());
            }
            return facts;
        }

        ImportResult result() {
            return new ImportResult(
                    summary,
                    counts,
                    duplicates,
                    rejected(),
                    rejections.listed(),
                    firstHour == Long.MAX_VALUE ? null : new HourEnding(firstHour),
                    lastHour == Long.MIN_VALUE ? null : new HourEnding(lastHour));
        }
    }

    private static BilingualText megabytes(long bytes, long total) {
        String text = String.format(Locale.ROOT, "%.1f / %.1f MB", bytes / 1e6, total / 1e6);
        return new BilingualText(text, text);
    }

    private ColumnMapping mapping(ImportRequest.Mapping mapping) {
        try {
            return files.readMapping(mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            statement.setLong(1, IMPORT_LOCK);
            statement.execute();
        }
    }
}
