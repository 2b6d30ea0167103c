package org.lantian.server.monitoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.QualityFlag;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.caching.RevalidatedByData;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.city.Station;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.lantian.server.monitoring.internal.DataBoard;
import org.lantian.server.monitoring.internal.DataBoard.Step;
import org.lantian.server.problem.ApiError;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The data board: what arrived, what is missing, flagged or revised. */
@RestController
@RequestMapping("/api/v1/data")
@Tag(name = "data")
class DataBoardController {

    /** By day up to two months, by month beyond. */
    private static final int MOST_DAYS_BY_DAY = 62;

    private static final int MOST_DAYS = 3700;

    private final DataBoard board;
    private final CityCatalog catalog;

    DataBoardController(DataBoard board, CityCatalog catalog) {
        this.board = board;
        this.catalog = catalog;
    }

    /**
     * The board.
     *
     * @param step day or month
     * @param periods first days of the periods
     * @param stations own first
     */
    record Board(
            LocalDate from,
            LocalDate to,
            @Schema(allowableValues = {"day", "month"}) String step,
            List<Period> periods,
            List<StationLine> stations) {}

    /** @param hours how many hourly values each parameter can have in it, within the range asked for */
    record Period(LocalDate begin, int hours) {}

    /**
     * One station.
     *
     * @param cells one for each period with any value
     */
    record StationLine(
            String code,
            BilingualText name,
            String cityCode,
            BilingualText cityName,
            String role,
            List<CellView> cells) {}

    /**
     * One station in one period.
     *
     * @param values per parameter the hours with a value; one without any is left out
     * @param flagged values with a flag
     * @param revised values that were replaced
     */
    record CellView(LocalDate begin, Map<String, Integer> values, int flagged, int revised) {}

    /** A value that was replaced, with the files it came from. */
    record RevisionView(
            long id,
            String station,
            String hour,
            String parameter,
            float oldValue,
            float newValue,
            int oldImport,
            String oldFile,
            OffsetDateTime oldTime,
            int newImport,
            String newFile,
            OffsetDateTime recorded) {}

    /** A value with its flags: out-of-range, negative, stuck, pm-inversion, jump, marked. */
    record FlaggedView(String station, String hour, String parameter, float value, List<String> flags) {}

    @GetMapping("/board")
    @Access(Action.READ_DATA)
    @RevalidatedByData
    @Operation(
            operationId = "getDataBoard",
            summary = "数据到达情况 / what arrived, per station and day (up to 62 days) or month")
    Board board(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        long days = days(from, to);
        Step step = days <= MOST_DAYS_BY_DAY ? Step.DAY : Step.MONTH;
        Map<Integer, List<CellView>> cells = new LinkedHashMap<>();
        for (DataBoard.Cell cell : board.cells(from, to, step)) {
            Map<String, Integer> values = new LinkedHashMap<>();
            cell.values().forEach((parameter, count) -> values.put(parameter.code(), count));
            cells.computeIfAbsent(cell.stationId(), id -> new ArrayList<>())
                    .add(new CellView(cell.begin(), values, cell.flagged(), cell.revised()));
        }
        List<StationLine> lines = catalog.stations().stream()
                .filter(station -> station.current() || cells.containsKey(station.id()))
                .map(station -> new StationLine(
                        station.code(),
                        station.name(),
                        station.cityCode(),
                        station.cityName(),
                        station.role().name().toLowerCase(Locale.ROOT),
                        cells.getOrDefault(station.id(), List.of())))
                .toList();
        return new Board(from, to, step.name().toLowerCase(Locale.ROOT), periods(from, to, step), lines);
    }

    @GetMapping("/revisions")
    @Access(Action.READ_DATA)
    @RevalidatedByData
    @SortedBy({"-id"})
    @Operation(operationId = "listRevisions", summary = "被修订的数据 / values that were replaced, newest first")
    Page<RevisionView> revisions(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable String station,
            @ParameterObject PageQuery query) {
        days(from, to);
        Map<Integer, String> codes = codes();
        return board.revisions(from, to, stationId(station), query)
                .map(revision -> new RevisionView(
                        revision.id(),
                        codes.getOrDefault(revision.stationId(), "?"),
                        revision.hour().toString(),
                        revision.parameter(),
                        revision.oldValue(),
                        revision.newValue(),
                        revision.oldImport(),
                        revision.oldFile(),
                        revision.oldTime().atOffset(CityTime.OFFSET),
                        revision.newImport(),
                        revision.newFile(),
                        revision.recorded().atOffset(CityTime.OFFSET)));
    }

    @GetMapping("/flags")
    @Access(Action.READ_DATA)
    @RevalidatedByData
    @SortedBy({"day"})
    @Operation(operationId = "listFlagged", summary = "带质量标记的数据 / values with quality flags, in the order of days")
    Page<FlaggedView> flags(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable String station,
            @ParameterObject PageQuery query) {
        days(from, to);
        Map<Integer, String> codes = codes();
        return board.flagged(from, to, stationId(station), query)
                .map(value -> new FlaggedView(
                        codes.getOrDefault(value.stationId(), "?"),
                        value.hour().toString(),
                        value.parameter().code(),
                        value.value(),
                        value.flags().stream().map(QualityFlag::code).toList()));
    }

    private int stationId(@Nullable String code) {
        if (code == null) {
            return 0;
        }
        return catalog.findStation(code)
                .map(Station::id)
                .orElseThrow(() -> ApiError.notFound(new BilingualText("站点", "station"), code));
    }

    private Map<Integer, String> codes() {
        Map<Integer, String> codes = new LinkedHashMap<>();
        catalog.stations().forEach(station -> codes.put(station.id(), station.code()));
        return codes;
    }

    private static List<Period> periods(LocalDate from, LocalDate to, Step step) {
        List<Period> periods = new ArrayList<>();
        for (LocalDate begin = from; !begin.isAfter(to); ) {
            LocalDate next = step == Step.DAY
                    ? begin.plusDays(1)
                    : begin.withDayOfMonth(1).plusMonths(1);
            LocalDate end = next.isAfter(to) ? to.plusDays(1) : next;
            LocalDate name = step == Step.DAY ? begin : begin.withDayOfMonth(1);
            periods.add(new Period(name, (int) (end.toEpochDay() - begin.toEpochDay()) * 24));
            begin = next;
        }
        return periods;
    }

    private static long days(LocalDate from, LocalDate to) {
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw ApiError.badParameter(
                    "to",
                    to.toString(),
                    new BilingualText(
                            "不早于 from 且不超过其后 " + MOST_DAYS + " 天的日期",
                            "a day not before from and at most " + MOST_DAYS + " days after it"));
        }
        return days;
    }
}
