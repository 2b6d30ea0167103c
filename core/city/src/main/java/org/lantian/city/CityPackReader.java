package org.lantian.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lantian.quantities.DomainException;

/**
 * Reads and checks the folder of a city pack. It looks at everything before it answers, so that the author of a pack
 * sees all faults at once, each with file and line.
 *
 * <p>Not checked: whether the facts are true. That is what their sources are for.
 */
public final class CityPackReader {

    private static final Set<String> KNOWN_FILES = Set.of(
            CityFile.NAME,
            AreaFile.NAME,
            StationFiles.OWN,
            StationFiles.PEERS,
            CampaignFiles.UNITS,
            CampaignFiles.SECTORS,
            CampaignFiles.TARGETS,
            SourceFiles.PACKAGES,
            SourceFiles.BOUNDARY_NAMES,
            SourceFiles.OBSERVATIONS);

    private CityPackReader() {}

    /**
     * The pack in this folder.
     *
     * @throws DomainException with {@link CityPackError.Broken} when it has an error
     */
    public static CityPack load(Path folder) {
        PackReading reading = read(folder);
        return reading.pack()
                .orElseThrow(() -> new DomainException(new CityPackError.Broken(folder, reading.errors())));
    }

    /** All that can be said of the folder: the pack when it has no error, and every error and warning. */
    public static PackReading read(Path folder) {
        Problems problems = new Problems();
        Optional<CityPack> pack = Optional.empty();
        if (Files.isDirectory(folder)) {
            pack = new CityPackReader().pack(new PackFolder(folder, problems));
        } else {
            problems.error(
                    "folder-missing",
                    folder.toString(),
                    0,
                    "",
                    "",
                    "城市包所在的文件夹，如 cities/jincheng",
                    "the folder of a city pack such as cities/jincheng");
        }
        return new PackReading(problems.none() ? pack : Optional.empty(), problems.errors(), problems.warnings());
    }

    /** The pack as far as it can be read; of use only when no problem was found. */
    private Optional<CityPack> pack(PackFolder folder) {
        warnOfUnknownFiles(folder);
        Optional<City> city = CityFile.read(folder);
        if (city.isEmpty()) {
            // Nearly every other check compares with the city's code: without it they would only add noise.
            return Optional.empty();
        }
        KnownAreas areas = AreaFile.read(folder, city.get().code());
        SourceFiles sources = new SourceFiles(folder);
        List<SourcePackage> packages = sources.packages();
        GeneratedFiles generated = new GeneratedFiles(folder);
        generated.warnOfMissing(packages);
        Optional<Boundaries> boundaries = generated.boundaries(areas);
        CampaignFiles campaign = new CampaignFiles(folder, city.get(), areas);
        return Optional.of(new CityPack(
                folder.path(),
                hash(folder),
                city.get(),
                areas.list(),
                StationFiles.read(folder, city.get(), areas, boundaries),
                campaign.units(),
                campaign.sectors(),
                campaign.targets(),
                packages,
                sources.boundaryNames(areas),
                sources.observations(),
                generated.townships(areas),
                boundaries,
                generated.calendar()));
    }

    private static String hash(PackFolder folder) {
        try {
            return PackHash.of(folder.path());
        } catch (IOException e) {
            folder.problems()
                    .error(
                            "unreadable",
                            folder.path().toString(),
                            0,
                            "",
                            e.toString(),
                            "可读的文件",
                            "files that can be read");
            return "";
        }
    }

    /** A file under an unexpected name is most likely misspelt and would be silently left out. */
    private static void warnOfUnknownFiles(PackFolder folder) {
        try (Stream<Path> entries = Files.list(folder.path())) {
            entries.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.endsWith(".md") && !KNOWN_FILES.contains(name))
                    .forEach(name -> folder.problems()
                            .warning(
                                    "file-unknown",
                                    name,
                                    0,
                                    "",
                                    "",
                                    "以下文件之一：" + known(),
                                    "one of these files: " + known()));
        } catch (IOException e) {
            folder.problems()
                    .error(
                            "unreadable",
                            folder.path().toString(),
                            0,
                            "",
                            e.toString(),
                            "可读的文件夹",
                            "a folder that can be read");
        }
    }

    private static String known() {
        return String.join(", ", KNOWN_FILES.stream().sorted().toList());
    }
}
