package org.lantian.server.auditing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.Anchor;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.audit.AuditChain;
import org.lantian.server.audit.AuditSearch;
import org.lantian.server.audit.EventFilter;
import org.lantian.server.audit.EventLine;
import org.lantian.server.auditing.internal.AuditExport;
import org.lantian.server.auditing.internal.AuditExport.Format;
import org.lantian.server.auditing.internal.AuditJobs;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.Languages;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Takes the audit out of the house: exports and anchors; and has the chain proved. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit")
class AuditFilesController {

    /** More than this takes longer than a person waits for a download to begin: it is a job. */
    private static final long MOST_AT_ONCE = 20_000;

    private final AuditChain chain;
    private final AuditSearch search;
    private final AuditExport export;
    private final AuditJobs jobs;

    AuditFilesController(AuditChain chain, AuditSearch search, AuditExport export, AuditJobs jobs) {
        this.chain = chain;
        this.search = search;
        this.export = export;
        this.jobs = jobs;
    }

    /** An anchor in the data directory. */
    @Schema(name = "AuditAnchor")
    record AnchorView(
            String id, long sequence, String hash, OffsetDateTime happened, OffsetDateTime issued, long events) {

        static AnchorView of(AuditChain.StoredAnchor stored) {
            Anchor anchor = stored.anchor();
            return new AnchorView(
                    stored.id(),
                    anchor.sequence(),
                    anchor.hash(),
                    inCity(anchor.happened()),
                    inCity(anchor.issued()),
                    anchor.events());
        }
    }

    /**
     * How the chain stands.
     *
     * @param sequence of the last event, 0 when there is none
     * @param lastVerified the last time that it was proved, as an event
     */
    @Schema(name = "AuditState")
    record StateView(
            long sequence,
            @Nullable String hash,
            @Nullable OffsetDateTime happened,
            @Nullable AnchorView lastAnchor,
            @Nullable EventLine lastVerified) {}

    /** A job that was begun. */
    @Schema(name = "AuditJob")
    record JobRef(long job) {}

    /**
     * What to prove the chain against, beside the anchors in the data directory.
     *
     * @param anchors texts of anchor files that were kept elsewhere
     */
    @Schema(name = "AuditVerificationRequest")
    record VerificationRequest(@NotNull @Size(max = 50) List<@NotNull @Size(max = 4000) String> anchors) {}

    /** Which events to export, and how. */
    @Schema(name = "AuditExportRequest")
    record ExportRequest(@NotNull Format format, @Nullable Map<String, String> filter) {}

    @GetMapping("/state")
    @Access(Action.READ_AUDIT)
    @Operation(operationId = "auditState", summary = "审计链的状态 / end of the chain, last anchor, last proof")
    StateView state(HttpServletRequest request) {
        AuditChain.Head head = chain.head().orElse(null);
        EventFilter verified = EventFilter.of(Map.of("action", "audit.verified"));
        List<EventLine> last = search.page(verified, new PageQuery(1, null, null), Languages.of(request))
                .items();
        return new StateView(
                head == null ? 0 : head.sequence(),
                head == null ? null : head.hash(),
                head == null ? null : inCity(head.happened()),
                chain.latestAnchor().map(AnchorView::of).orElse(null),
                last.isEmpty() ? null : last.getFirst());
    }

    @GetMapping("/anchors")
    @Access(Action.READ_AUDIT)
    @SortedBy({"-id"})
    @Operation(operationId = "listAuditAnchors", summary = "审计锚点 / anchors in the data directory, newest first")
    Page<AnchorView> anchors(@ParameterObject PageQuery query) {
        return chain.anchors(query).map(AnchorView::of);
    }

    @PostMapping("/anchors")
    @Access(Action.EXPORT_AUDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "makeAuditAnchor", summary = "生成锚点 / take the chain's present end as an anchor")
    AnchorView anchor() {
        return AnchorView.of(chain.anchor());
    }

    @GetMapping(value = "/anchors/{id}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Access(Action.EXPORT_AUDIT)
    @Operation(operationId = "downloadAuditAnchor", summary = "下载锚点 / an anchor as a file to keep elsewhere")
    ResponseEntity<String> anchor(@PathVariable String id) {
        AuditChain.StoredAnchor stored =
                chain.findAnchor(id).orElseThrow(() -> ApiError.notFound(new BilingualText("锚点", "anchor"), id));
        return attachment(AuditChain.fileName(id), MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(stored.anchor().text());
    }

    @PostMapping("/verification")
    @Access(Action.READ_AUDIT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "verifyAudit",
            summary = "验证审计链 / prove the chain, as a job whose result says what was found")
    JobRef verify(@Valid @RequestBody VerificationRequest wanted) {
        return new JobRef(jobs.verify(wanted.anchors()));
    }

    @PostMapping("/exports")
    @Access(Action.EXPORT_AUDIT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportAudit", summary = "导出审计日志 / export events, as a job whose result is the file")
    JobRef export(@Valid @RequestBody ExportRequest wanted, HttpServletRequest request) {
        return new JobRef(jobs.export(filter(wanted.filter()), wanted.format(), Languages.of(request)));
    }

    private static EventFilter filter(@Nullable Map<String, String> asked) {
        try {
            return EventFilter.of(Objects.requireNonNullElse(asked, Map.<String, String>of()));
        } catch (DateTimeParseException e) {
            throw ApiError.badParameter(
                    "filter", e.getParsedString(), new BilingualText("带时区的 ISO 时刻", "an ISO date-time with offset"));
        }
    }

    @GetMapping(value = "/export", produces = MediaType.ALL_VALUE)
    @Access(Action.EXPORT_AUDIT)
    @Operation(operationId = "downloadAudit", summary = "直接下载审计日志（至多 2 万条） / download at once, up to 20,000 events")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<StreamingResponseBody> download(
            @RequestParam(defaultValue = "CSV") Format format,
            @ParameterObject EventFilter filter,
            HttpServletRequest request) {
        long events = export.count(filter);
        if (events > MOST_AT_ONCE) {
            throw tooMany(events);
        }
        export.record(filter, format, events);
        return attachment("lantian-audit." + format.suffix(), MediaType.parseMediaType(format.mediaType()))
                .header("Lantian-Rows", Long.toString(events))
                .body(out -> export.write(filter, format, Languages.of(request), out, count -> {}));
    }

    private static ResponseEntity.BodyBuilder attachment(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    private static OffsetDateTime inCity(String time) {
        return OffsetDateTime.parse(time).withOffsetSameInstant(CityTime.OFFSET);
    }

    private static DomainException tooMany(long events) {
        return new DomainException(new ApiError(
                400,
                "audit.too-many-rows",
                new BilingualText(
                        "共 " + events + " 个事件，超过直接下载的上限 " + MOST_AT_ONCE + "：请作为任务导出（POST /api/v1/audit/exports）。",
                        events + " events are more than the " + MOST_AT_ONCE
                                + " of a direct download; export them as a job (POST /api/v1/audit/exports)."),
                Map.of("events", events, "most", MOST_AT_ONCE)));
    }
}
