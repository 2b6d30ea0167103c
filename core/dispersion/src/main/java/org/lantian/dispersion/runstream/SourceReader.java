package org.lantian.dispersion.runstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.no2.GasUnit;
import org.lantian.dispersion.source.EmissionSchedule;

/** Reads the source part (SO) and gathers what its lines say of each source. */
final class SourceReader {

    static final List<String> TYPES =
            List.of("POINT", "POINTCAP", "POINTHOR", "VOLUME", "AREA", "AREAPOLY", "AREACIRC", "LINE");

    private static final Map<String, EmissionSchedule.Kind> FACTOR_KINDS = Map.of(
            "MONTH", EmissionSchedule.Kind.MONTH,
            "HROFDY", EmissionSchedule.Kind.HOUR_OF_DAY,
            "SEASON", EmissionSchedule.Kind.SEASON,
            "SEASHR", EmissionSchedule.Kind.SEASON_HOUR,
            "MHRDOW", EmissionSchedule.Kind.MONTH_HOUR_WEEKDAY,
            "WSPEED", EmissionSchedule.Kind.WIND_CLASS);

    private final Path folder;
    private final double elevationUnit;
    private final Map<String, SourceDraft> drafts = new LinkedHashMap<>();
    private final Map<String, GroupDraft> groups = new LinkedHashMap<>();
    private final List<Set<String>> merged = new ArrayList<>();
    private final Map<String, Set<String>> mergedByName = new LinkedHashMap<>();
    private final List<HourlyEmissionsFile> hourlyFiles = new ArrayList<>();
    private @Nullable Statement background;
    private @Nullable GasUnit backgroundUnit;

    SourceReader(Path folder, double elevationUnit) {
        this.folder = folder;
        this.elevationUnit = elevationUnit;
    }

    /**
     * Members of a group.
     *
     * @param statement that names the group first
     * @param ids of its sources
     */
    record GroupDraft(Statement statement, String name, Set<String> ids, boolean withBackground) {}

    /** A file of hourly emissions and the sources that it gives, in their order. */
    record HourlyEmissionsFile(Path path, Set<String> ids) {}

    void read(Statement s) {
        switch (s.keyword()) {
            case "LOCATION" -> location(s);
            case "SRCPARAM" -> parameters(s);
            case "AREAVERT" -> one(s).vertices(s, s.numbers(1, "vertices x y (m)", -1e8, 1e8));
            case "EMISFACT" -> factors(s);
            case "HOUREMIS" -> hourly(s);
            case "URBANSRC" -> several(s, 0).forEach(SourceDraft::urban);
            case "NO2RATIO" -> ratio(s);
            case "OLMGROUP" -> merged(s);
            case "SRCGROUP" -> group(s);
            case "BACKGRND" -> background(s);
            case "BACKUNIT" -> backgroundUnit = HourlyFile.unit(s, 0);
            case "ELEVUNIT" -> {} // read before the sources
            default -> throw s.unsupported();
        }
    }

    private void location(Statement s) {
        String id = s.word(0, "source id");
        String type = s.choice(1, "source type", TYPES);
        boolean line = type.equals("LINE");
        s.expectSize(
                line ? 6 : 4,
                line ? 7 : 5,
                line ? "id LINE x1 y1 x2 y2 [elevation]" : "id " + type + " x y [elevation]");
        List<Double> places = new ArrayList<>();
        int last = line ? 6 : 4;
        for (int i = 2; i < last; i++) {
            places.add(s.number(i, "coordinate (m)", -1e8, 1e8));
        }
        double elevation = s.number(last, "elevation", -500, 30_000, 0) * elevationUnit;
        if (id.length() > 12) {
            throw s.fault("runstream.argument", id, "不超过 12 个字符的源编号", "a source id of 12 characters or less");
        }
        if (drafts.put(id, new SourceDraft(id, type, places, elevation, s)) != null) {
            throw s.fault("runstream.duplicate", id, "未用过的源编号", "a source id that is not taken");
        }
    }

    private void parameters(Statement s) {
        one(s).parameters(s);
    }

    private void factors(Statement s) {
        String kindWord =
                s.choice(1, "kind", FACTOR_KINDS.keySet().stream().sorted().toList());
        EmissionSchedule.Kind kind = FACTOR_KINDS.get(kindWord);
        List<Double> values = s.numbers(2, "factors", 0, 1e6);
        for (SourceDraft draft : matching(s, 0)) {
            draft.factors(s, kind == null ? EmissionSchedule.Kind.MONTH : kind, values);
        }
    }

    private void hourly(Statement s) {
        Path path = folder.resolve(s.text(0, "file").replace('\\', '/'));
        Set<String> ids = new LinkedHashSet<>();
        for (SourceDraft draft : several(s, 1)) {
            draft.hourly(s);
            ids.add(draft.id());
        }
        hourlyFiles.add(new HourlyEmissionsFile(path, ids));
    }

    private void ratio(Statement s) {
        s.expectSize(2, 2, "id ratio");
        double ratio = s.number(1, "NO2/NOx", 0, 1);
        matching(s, 0).forEach(draft -> draft.inStackRatio(ratio));
    }

    private void merged(Statement s) {
        String name = s.word(0, "group");
        Set<String> ids = mergedByName.computeIfAbsent(name, _ -> new LinkedHashSet<>());
        if (ids.isEmpty()) {
            merged.add(ids);
        }
        List<SourceDraft> members = name.equals("ALL") && s.size() == 1 ? List.copyOf(drafts.values()) : several(s, 1);
        members.forEach(draft -> ids.add(draft.id()));
    }

    private void group(Statement s) {
        String name = s.word(0, "group");
        GroupDraft known = groups.get(name);
        Set<String> ids = new LinkedHashSet<>(known == null ? Set.of() : known.ids);
        boolean withBackground = known != null && known.withBackground;
        List<Integer> members = new ArrayList<>();
        for (int i = 1; i < s.size(); i++) {
            String word = s.word(i, "member");
            if (word.equals("BACKGROUND")) {
                withBackground = true;
            } else if (word.equals("NOBACKGROUND")) {
                withBackground = false;
            } else {
                members.add(i);
            }
        }
        boolean whole = name.equals("ALL") && members.isEmpty();
        (whole
                        ? List.copyOf(drafts.values())
                        : members.stream().flatMap(i -> matching(s, i).stream()).toList())
                .forEach(draft -> ids.add(draft.id()));
        if (ids.isEmpty() && !withBackground) {
            throw s.fault("runstream.argument-missing", name, "源编号", "source ids");
        }
        if (name.length() > 8) {
            throw s.fault("runstream.argument", name, "不超过 8 个字符的组名", "a group name of 8 characters or less");
        }
        groups.put(name, new GroupDraft(known == null ? s : known.statement, name, ids, withBackground));
    }

    private void background(Statement s) {
        s.choice(0, "HOURLY", List.of("HOURLY"));
        if (background != null) {
            throw s.fault("runstream.repeated", String.join(" ", s.arguments()), "只出现一次", "to stand once only");
        }
        background = s;
    }

    private SourceDraft one(Statement s) {
        String id = s.word(0, "source id");
        SourceDraft draft = drafts.get(id);
        if (draft == null) {
            throw unknown(s, id);
        }
        return draft;
    }

    /** All sources that the arguments from an index on name. */
    private List<SourceDraft> several(Statement s, int from) {
        s.text(from, "source ids");
        List<SourceDraft> found = new ArrayList<>();
        for (int i = from; i < s.size(); i++) {
            for (SourceDraft draft : matching(s, i)) {
                if (!found.contains(draft)) {
                    found.add(draft);
                }
            }
        }
        return found;
    }

    /** The sources that one argument names: an id, ALL, or a range such as P001-P200. */
    private List<SourceDraft> matching(Statement s, int index) {
        String word = s.word(index, "source id");
        SourceDraft exact = drafts.get(word);
        if (exact != null) {
            return List.of(exact);
        }
        if (word.equals("ALL")) {
            return List.copyOf(drafts.values());
        }
        IdRange range = IdRange.of(word);
        List<SourceDraft> found = range == null
                ? List.of()
                : drafts.values().stream()
                        .filter(draft -> range.contains(draft.id()))
                        .toList();
        if (found.isEmpty()) {
            throw unknown(s, word);
        }
        return found;
    }

    private static RuntimeException unknown(Statement s, String id) {
        return s.fault(
                "runstream.unknown-source",
                id,
                "此前由 LOCATION 给出的源编号",
                "the id of a source that a LOCATION before gives");
    }

    List<SourceDraft> drafts(Missing missing) {
        if (drafts.isEmpty()) {
            throw missing.keyword(Pathway.SO, "LOCATION");
        }
        return List.copyOf(drafts.values());
    }

    List<GroupDraft> groups(Missing missing) {
        if (groups.isEmpty()) {
            throw missing.keyword(Pathway.SO, "SRCGROUP");
        }
        for (GroupDraft group : groups.values()) {
            if (group.withBackground && background == null) {
                throw group.statement.fault(
                        "runstream.background-missing",
                        group.name,
                        "BACKGRND 给出背景浓度",
                        "BACKGRND to give the background");
            }
        }
        return List.copyOf(groups.values());
    }

    List<HourlyEmissionsFile> hourlyFiles() {
        return List.copyOf(hourlyFiles);
    }

    /** The plumes that OLM merges, as indices of sources; the others stand alone. */
    List<int[]> mergedPlumes() {
        List<String> ids = List.copyOf(drafts.keySet());
        return merged.stream()
                .map(members -> members.stream().mapToInt(ids::indexOf).toArray())
                .toList();
    }

    @Nullable
    HourlyFile background() {
        return background == null ? null : HourlyFile.of(background, 1, folder, backgroundUnit);
    }

    /**
     * A range of ids: same letters, numbers from first to last, same ending.
     *
     * @param start letters before the number
     * @param tail what follows the number
     */
    private record IdRange(String start, long first, long last, String tail) {

        static @Nullable IdRange of(String word) {
            int dash = word.indexOf('-');
            if (dash <= 0 || dash == word.length() - 1) {
                return null;
            }
            String[] low = parts(word.substring(0, dash));
            String[] high = parts(word.substring(dash + 1));
            boolean alike = low.length == 3 && high.length == 3 && low[0].equals(high[0]) && low[2].equals(high[2]);
            return alike ? new IdRange(low[0], Long.parseLong(low[1]), Long.parseLong(high[1]), low[2]) : null;
        }

        boolean contains(String id) {
            String[] parts = parts(id.toUpperCase(Locale.ROOT));
            if (parts.length != 3 || !parts[0].equals(start) || !parts[2].equals(tail)) {
                return false;
            }
            long number = Long.parseLong(parts[1]);
            return number >= first && number <= last;
        }

        /** Letters, number, rest; empty when there is no number of up to 15 digits. */
        private static String[] parts(String id) {
            int from = 0;
            while (from < id.length() && !Character.isDigit(id.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < id.length() && Character.isDigit(id.charAt(to))) {
                to++;
            }
            boolean number = to > from && to - from <= 15;
            return number
                    ? new String[] {id.substring(0, from), id.substring(from, to), id.substring(to)}
                    : new String[0];
        }
    }
}
