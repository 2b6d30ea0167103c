package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lantian.city.DeclaredObservations;
import org.lantian.quantities.BilingualText;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.jobs.JobState;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.startup.StartupTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Imports the real observations that the city pack declares, from the reference kit, at the first start that has one.
 *
 * <p>Each file is imported once in the life of a database: what was corrected since must not come back.
 */
@Component
@Order(100)
class DeclaredImports implements StartupTask {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredImports.class);

    /** A file of the kit that the pack declares. */
    private record Declared(String name, Path path, Optional<Path> mapping) {}

    private final LantianSettings settings;
    private final CityCatalog catalog;
    private final ImportRepository imports;
    private final AirImports queue;

    DeclaredImports(LantianSettings settings, CityCatalog catalog, ImportRepository imports, AirImports queue) {
        this.settings = settings;
        this.catalog = catalog;
        this.imports = imports;
        this.queue = queue;
    }

    @Override
    public BilingualText title() {
        return new BilingualText("导入监测数据", "Importing observations");
    }

    @Override
    public boolean needed() {
        return !missing().isEmpty();
    }

    @Override
    public void run(Progress progress) {
        List<Declared> files = missing();
        for (int i = 0; i < files.size(); i++) {
            Declared file = files.get(i);
            int done = i;
            int id = queue.submit(request(file));
            try {
                AirImport ended = queue.await(
                        id,
                        part -> progress.report(
                                (done + part) / files.size(), file.path().getFileName() + ""));
                if (ended.state() != JobState.DONE) {
                    // A damaged kit is no reason not to start: the import page shows what happened.
                    LOG.warn("{} was not imported: {}", file.name(), ended.failure());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private ImportRequest request(Declared file) {
        Optional<ImportRequest.Mapping> mapping = file.mapping().map(path -> {
            try {
                return new ImportRequest.Mapping(path.getFileName() + "", Files.readString(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new ImportRequest(
                file.path().getFileName() + "", file.path(), false, Optional.of(file.name()), mapping, false, false);
    }

    /** Declared files that are there and were not imported yet, in the order of the pack and of their names. */
    private List<Declared> missing() {
        List<Declared> missing = new ArrayList<>();
        settings.findKit().ifPresent(kit -> {
            for (DeclaredObservations declared : catalog.declaredObservations()) {
                for (Path path : match(kit, declared.glob())) {
                    String name = kit.relativize(path).toString();
                    if (!imports.isImported(name)) {
                        missing.add(new Declared(name, path, declared.mapping().map(catalog.packFolder()::resolve)));
                    }
                }
            }
        });
        return missing;
    }

    private static List<Path> match(Path kit, String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        // Walking only the folder that the pattern fixes: a kit is large.
        int wildcard = Math.max(0, glob.lastIndexOf('/', firstWildcard(glob)));
        Path folder = kit.resolve(glob.substring(0, wildcard));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(kit.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int firstWildcard(String glob) {
        for (int i = 0; i < glob.length(); i++) {
            if ("*?[{".indexOf(glob.charAt(i)) >= 0) {
                return i;
            }
        }
        return glob.length();
    }
}
