package org.lantian.server.jobs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.Jobs;
import org.lantian.server.jobs.internal.Handlers;
import org.lantian.server.jobs.internal.JobList;
import org.lantian.server.jobs.internal.JobRepository;
import org.lantian.server.jobs.internal.ResultFiles;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.Languages;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs: list, watch, cancel, fetch what came of them. */
@RestController
@RequestMapping("/api/v1/jobs")
@Access(Action.READ_OWN_JOBS)
@Tag(name = "jobs")
class JobController {

    private static final BilingualText JOB = new BilingualText("任务", "job");
    private static final BilingualText RESULT = new BilingualText("任务结果文件", "result file of a job");

    private final Jobs jobs;
    private final JobList list;
    private final JobRepository repository;
    private final Handlers handlers;
    private final ResultFiles files;
    private final AuditLog audit;

    JobController(
            Jobs jobs, JobList list, JobRepository repository, Handlers handlers, ResultFiles files, AuditLog audit) {
        this.audit = audit;
        this.jobs = jobs;
        this.list = list;
        this.repository = repository;
        this.handlers = handlers;
        this.files = files;
    }

    /** A kind of job. */
    @Schema(name = "JobKind")
    record KindView(String kind, String title) {}

    /** A line of the log. */
    @Schema(name = "JobLogLine")
    record LineView(int number, OffsetDateTime time, String text) {}

    /**
     * What a job told.
     *
     * @param dropped lines that were too many to keep
     */
    @Schema(name = "JobLog")
    record LogView(List<LineView> lines, long dropped) {}

    @GetMapping
    @SortedBy({"-id", "requested"})
    @Operation(
            operationId = "listJobs",
            summary = "任务列表 / jobs, newest first; with all those of everybody, which needs READ_ALL_JOBS")
    @ApiResponse(responseCode = "200", description = "a part of the list")
    @ApiResponse(responseCode = "403", description = "all without the right to see all")
    Page<JobView> list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Pattern(regexp = "open|queued|running|done|failed|cancelled") @Nullable
                    String state,
            @RequestParam(required = false) @Nullable String kind,
            @ParameterObject PageQuery query,
            HttpServletRequest request) {
        Actor actor = Actor.current();
        if (all && !list.seesAll(actor)) {
            throw mayNotSeeAll();
        }
        Locale language = Languages.of(request);
        return list.list(actor, new JobList.Filter(all, state, kind), query)
                .map(job -> JobView.of(job, handlers.title(job.kind()), actor, language));
    }

    static DomainException mayNotSeeAll() {
        return new DomainException(new ApiError(
                403,
                "jobs.not-all",
                new BilingualText("您只能查看本人的任务。", "You may see your own jobs only."),
                Map.of("parameter", "all")));
    }

    @GetMapping("/kinds")
    @Operation(operationId = "listJobKinds", summary = "任务类型 / kinds of jobs")
    List<KindView> kinds(HttpServletRequest request) {
        Locale language = Languages.of(request);
        return handlers.all().stream()
                .map(handler -> new KindView(handler.kind(), handler.title().in(language)))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getJob", summary = "一个任务 / a job")
    JobView get(@PathVariable long id, HttpServletRequest request) {
        return view(find(id), request);
    }

    @GetMapping("/{id}/log")
    @Operation(operationId = "getJobLog", summary = "任务日志 / what a job told, at most 1000 lines")
    LogView log(@PathVariable long id, HttpServletRequest request) {
        Job job = find(id);
        Locale language = Languages.of(request);
        return new LogView(
                repository.listLog(id).stream()
                        .map(line -> new LineView(
                                line.number(),
                                JobView.inCityTime(line.time()),
                                line.text().in(language)))
                        .toList(),
                job.logDropped());
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelJob", summary = "取消任务 / cancel; a job that has ended stays as it is")
    JobView cancel(@PathVariable long id, HttpServletRequest request) {
        find(id);
        return view(jobs.cancel(id), request);
    }

    @GetMapping("/{id}/result")
    @Operation(operationId = "downloadJobResult", summary = "下载任务结果 / the file that came of a job, as an attachment")
    @ApiResponse(responseCode = "200", description = "the file")
    @ApiResponse(responseCode = "404", description = "no such job, or no file came of it")
    ResponseEntity<Resource> result(@PathVariable long id) {
        Job job = find(id);
        Path file = files.of(id);
        Job.ResultFile named = job.resultFile()
                .filter(result -> job.state().isEnd() && Files.isReadable(file))
                .filter(result -> handlers.mayFetch(job, Actor.current()))
                .orElseThrow(() -> ApiError.notFound(RESULT, Long.toString(id)));
        audit.recordAlone(Event.of("data.exported").on(EntityRef.of("job", id), named.name()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(named.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(named.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new FileSystemResource(file));
    }

    private JobView view(Job job, HttpServletRequest request) {
        return JobView.of(job, handlers.title(job.kind()), Actor.current(), Languages.of(request));
    }

    private Job find(long id) {
        return list.find(Actor.current(), id).orElseThrow(() -> ApiError.notFound(JOB, Long.toString(id)));
    }
}
