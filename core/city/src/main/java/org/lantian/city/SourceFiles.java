package org.lantian.city;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.lantian.quantities.AreaCode;

/** Reads what the pack takes from elsewhere: packages at build time, and observations of the reference kit. */
final class SourceFiles {

    static final String PACKAGES = "packages.csv";
    static final List<String> PACKAGE_COLUMNS =
            List.of("use", "package", "version", "file", "datum", "source", "status");
    static final String BOUNDARY_NAMES = "boundaries.csv";
    static final List<String> BOUNDARY_NAME_COLUMNS = List.of("feature_name", "area", "source", "status");
    static final String OBSERVATIONS = "observations.csv";
    static final List<String> OBSERVATION_COLUMNS = List.of("glob", "format", "mapping", "source", "status");

    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?");

    private final PackFolder folder;

    SourceFiles(PackFolder folder) {
        this.folder = folder;
    }

    List<SourcePackage> packages() {
        Map<PackageUse, SourcePackage> packages = new LinkedHashMap<>();
        for (Row row : folder.optional(PACKAGES, PACKAGE_COLUMNS)) {
            PackageUse use = row.word("use", PackageUse.class);
            String name = row.text("package");
            String version = row.key("version", VERSION, "确切版本号，如 1.5.7", "an exact version such as 1.5.7");
            String file = row.text("file");
            Optional<Datum> datum = row.optionalWord("datum", Datum.class);
            SourcePackage source = new SourcePackage(use, name, version, file, datum, row.provenance());
            if (!row.isClean()) {
                continue;
            }
            checkDatum(row, source);
            if (packages.putIfAbsent(use, source) != null) {
                row.error("use-twice", "use", "每种用途一行", "one row a use");
            }
        }
        return List.copyOf(packages.values());
    }

    private static void checkDatum(Row row, SourcePackage source) {
        boolean wanted = source.use() == PackageUse.BOUNDARIES;
        if (wanted && source.datum().isEmpty()) {
            String words = Words.all(Datum.class);
            row.error("value-missing", "datum", "坐标系：" + words, "the frame of its coordinates: " + words);
        } else if (!wanted && source.datum().isPresent()) {
            row.error("value-unexpected", "datum", "留空（没有坐标）", "nothing (it has no coordinates)");
        }
    }

    List<BoundaryName> boundaryNames(KnownAreas areas) {
        Set<String> names = new HashSet<>();
        Set<AreaCode> named = new HashSet<>();
        List<BoundaryName> result = new ArrayList<>();
        for (Row row : folder.optional(BOUNDARY_NAMES, BOUNDARY_NAME_COLUMNS)) {
            BoundaryName name = new BoundaryName(row.text("feature_name"), row.areaCode("area"), row.provenance());
            if (!row.isClean()) {
                continue;
            }
            areas.check(row, "area", name.area());
            if (!names.add(name.featureName())) {
                row.error("feature-twice", "feature_name", "每个名称只出现一次", "each name once");
            }
            if (!named.add(name.area())) {
                row.error("area-twice", "area", "每个代码只出现一次", "each code once");
            }
            result.add(name);
        }
        return result;
    }

    List<DeclaredObservations> observations() {
        List<DeclaredObservations> result = new ArrayList<>();
        for (Row row : folder.optional(OBSERVATIONS, OBSERVATION_COLUMNS)) {
            String glob = row.text("glob");
            ObservationFormat format = row.word("format", ObservationFormat.class);
            Optional<String> mapping = Optional.of(row.raw("mapping")).filter(value -> !value.isEmpty());
            DeclaredObservations observations = new DeclaredObservations(glob, format, mapping, row.provenance());
            if (row.isClean()) {
                checkGlob(row, glob);
                checkMapping(row, observations);
                result.add(observations);
            }
        }
        return result;
    }

    private static void checkGlob(Row row, String glob) {
        boolean good = !glob.startsWith("/") && !glob.contains("..") && !glob.contains("\\");
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            good = false;
        }
        if (!good) {
            row.error(
                    "bad-glob",
                    "glob",
                    "相对于参考资料文件夹的路径模式，如 data/cnemc-2019-sites/*.csv.gz",
                    "a pattern of paths below the reference kit such as data/cnemc-2019-sites/*.csv.gz");
        }
    }

    private void checkMapping(Row row, DeclaredObservations observations) {
        if (observations.format() == ObservationFormat.STATION_WIDE
                && observations.mapping().isEmpty()) {
            row.error("value-missing", "mapping", "列映射文件（此格式必需）", "a mapping file (this format needs one)");
        } else if (observations.mapping().filter(path -> !isFileOfPack(path)).isPresent()) {
            row.error(
                    "mapping-missing",
                    "mapping",
                    "城市包内一个文件的路径，如 mappings/site.csv",
                    "the path of a file in the pack such as mappings/site.csv");
        }
    }

    private boolean isFileOfPack(String relative) {
        try {
            Path path = folder.path().resolve(relative).normalize();
            return path.startsWith(folder.path().normalize()) && Files.isRegularFile(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
