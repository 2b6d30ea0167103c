package org.lantian.server.files.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.files.FileKind;
import org.lantian.server.files.internal.ContentStore;
import org.lantian.server.files.internal.FileCheck;
import org.lantian.server.files.internal.FileRepository;
import org.lantian.server.files.internal.FileSettings;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.Jobs;
import org.lantian.server.problem.Problems;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** Files: bring them, see what one brought, have the store checked. */
@RestController
@RequestMapping("/api/v1/files")
@Access(Action.USE_FILES)
@Tag(name = "files")
class FileController {

    private final ContentStore store;
    private final FileRepository files;
    private final FileSettings settings;
    private final Jobs jobs;
    private final Problems problems;

    FileController(ContentStore store, FileRepository files, FileSettings settings, Jobs jobs, Problems problems) {
        this.store = store;
        this.files = files;
        this.settings = settings;
        this.jobs = jobs;
        this.problems = problems;
    }

    /**
     * How much room somebody has.
     *
     * @param usedBytes of the different contents that he brought
     * @param quotaBytes most that they may be
     * @param mostBytes largest file of each kind
     */
    @Schema(name = "FileQuota")
    record QuotaView(long usedBytes, long quotaBytes, Map<String, Long> mostBytes) {}

    /** The check that was begun: a job to watch. */
    @Schema(name = "FileCheckBegun")
    record CheckView(long job) {}

    @PostMapping
    @Operation(
            operationId = "uploadFile",
            summary = "上传文件 / upload a file",
            description =
                    "Pictures, PDF, Office documents, CSV, text, ZIP; the content must be what the name says. The same"
                            + " content is kept once.")
    @ApiResponse(responseCode = "201", description = "kept; the answer names its SHA-256")
    @ApiResponse(responseCode = "413", description = "larger than its kind may be, or over the quota")
    @ApiResponse(responseCode = "415", description = "of no kind that is taken, or not what its name says")
    @ApiResponse(responseCode = "507", description = "the disk is full")
    ResponseEntity<FileView> upload(@RequestPart("file") MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            FileView view = FileView.of(store.put(content, String.valueOf(file.getOriginalFilename())));
            return ResponseEntity.created(URI.create("/api/v1/files/" + view.sha256()))
                    .body(view);
        }
    }

    @GetMapping
    @SortedBy({"-id", "name", "bytes"})
    @Operation(operationId = "listOwnFiles", summary = "本人上传的文件 / files that one uploaded oneself")
    Page<FileView> list(@ParameterObject PageQuery query) {
        return files.listOwn(Actor.current(), query).map(FileView::of);
    }

    @GetMapping("/quota")
    @Operation(operationId = "getFileQuota", summary = "本人的文件空间 / how much room one has")
    QuotaView quota() {
        Map<String, Long> most = new LinkedHashMap<>();
        Arrays.stream(FileKind.values()).forEach(kind -> most.put(kind.code(), kind.mostBytes()));
        return new QuotaView(
                files.usedBytes(Actor.current(), ""), settings.quota().toBytes(), most);
    }

    @GetMapping("/{sha256}")
    @Operation(operationId = "getFile", summary = "文件信息 / about a file")
    @ApiResponse(responseCode = "200", description = "the file")
    @ApiResponse(responseCode = "404", description = "no such file, or not for the caller")
    FileView get(@PathVariable String sha256) {
        return FileView.of(store.find(Actor.current(), sha256));
    }

    @PostMapping("/check")
    @Access(Action.CHECK_FILES)
    @Operation(
            operationId = "checkFiles",
            summary = "检查文件库 / have the store checked, as a job",
            description =
                    "Its result counts what is missing, changed, unknown, unused or left over; its result file lists"
                            + " it. Nothing is removed.")
    @ApiResponse(responseCode = "202", description = "begun; Location is the job to watch")
    ResponseEntity<CheckView> check() {
        long job = jobs.submit(JobRequest.of(FileCheck.KIND, ""));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/jobs/" + job))
                .body(new CheckView(job));
    }

    @ExceptionHandler
    ResponseEntity<Object> badUpload(MultipartException e, HttpServletRequest request) {
        if (e instanceof MaxUploadSizeExceededException) {
            return problems.answer(problems.of(413, request));
        }
        return problems.answer(problems.of(
                400,
                "files.no-upload",
                new BilingualText(
                        "请以 multipart/form-data 上传，文件放在 file 部分；上传中断的请重试。",
                        "Upload as multipart/form-data, with the file in the part \"file\"; try again when it was broken off."),
                Map.of(),
                request));
    }
}
