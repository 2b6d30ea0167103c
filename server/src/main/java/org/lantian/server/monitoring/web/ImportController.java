package org.lantian.server.monitoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.audit.EventLine;
import org.lantian.server.audit.History;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.lantian.server.monitoring.internal.AirImport;
import org.lantian.server.monitoring.internal.AirImports;
import org.lantian.server.monitoring.internal.ImportFiles;
import org.lantian.server.monitoring.internal.ImportRepository;
import org.lantian.server.monitoring.internal.ImportRequest;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.Languages;
import org.lantian.server.problem.Problems;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** Imports: hand in a file, watch, cancel, see what was rejected. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports")
class ImportController {

    private static final BilingualText IMPORT = new BilingualText("导入", "import");
    private static final long LARGEST_MAPPING = 1 << 20;
    private static final int MOST_REJECTIONS = 100_000;

    private final AirImports queue;
    private final ImportRepository imports;
    private final ImportFiles files;
    private final Problems problems;
    private final AuditLog audit;
    private final History history;

    ImportController(
            AirImports queue,
            ImportRepository imports,
            ImportFiles files,
            Problems problems,
            AuditLog audit,
            History history) {
        this.audit = audit;
        this.history = history;
        this.problems = problems;
        this.queue = queue;
        this.imports = imports;
        this.files = files;
    }

    /**
     * A file that the server can read itself.
     *
     * @param path absolute path on the server's machine
     * @param name name for messages, the last part of the path when absent
     * @param mapping path of the mapping file
     */
    record LocalImport(
            @NotBlank String path,
            @Nullable String name,
            @Nullable String mapping,
            boolean dryRun,
            boolean strict) {}

    // No "consumes": who may not import is told so, whatever he sends.
    @PostMapping
    @Access(Action.IMPORT_AIR)
    @Operation(
            operationId = "uploadImport",
            summary = "上传并导入一个文件 / upload and import a file",
            description =
                    "National wide CSV, long CSV, XLSX, or any table with a mapping; gzipped or not; at most 200 MB."
                            + " Answers 202 with the import to watch.")
    @ApiResponse(responseCode = "202", description = "queued; Location is the import to watch")
    @ApiResponse(responseCode = "413", description = "the file is larger than 200 MB")
    ResponseEntity<ImportView> upload(
            @RequestPart("file") MultipartFile file,
            @RequestPart(value = "mapping", required = false) @Nullable MultipartFile mapping,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean strict,
            HttpServletRequest request)
            throws IOException {
        Optional<ImportRequest.Mapping> columns = mapping == null || mapping.isEmpty()
                ? Optional.empty()
                : Optional.of(readMapping(nameOf(mapping), mapping.getInputStream(), mapping.getSize()));
        Path kept;
        try (InputStream upload = file.getInputStream()) {
            kept = files.keep(upload);
        }
        return accepted(
                new ImportRequest(nameOf(file), kept, true, Optional.empty(), columns, dryRun, strict), request);
    }

    @PostMapping("/local")
    @Access(Action.COMMAND_THIS_MACHINE)
    @Operation(
            operationId = "importLocalFile",
            summary = "导入本机上的文件 / import a file of this machine",
            description = "For the command line on the server's machine: the file is read where it lies, of any size.")
    @ApiResponse(responseCode = "202", description = "queued; Location is the import to watch")
    ResponseEntity<ImportView> local(@RequestBody @Valid LocalImport wanted, HttpServletRequest request)
            throws IOException {
        Path path = readable(wanted.path());
        Optional<ImportRequest.Mapping> columns = Optional.empty();
        if (wanted.mapping() != null) {
            Path mapping = readable(wanted.mapping());
            try (InputStream in = Files.newInputStream(mapping)) {
                columns = Optional.of(readMapping(String.valueOf(mapping.getFileName()), in, Files.size(mapping)));
            }
        }
        String name = wanted.name() == null ? String.valueOf(path.getFileName()) : wanted.name();
        return accepted(
                new ImportRequest(name, path, false, Optional.empty(), columns, wanted.dryRun(), wanted.strict()),
                request);
    }

    @GetMapping
    @Access(Action.READ_DATA)
    @SortedBy({"-id", "fileName", "fileBytes", "rejected"})
    @Operation(operationId = "listImports", summary = "导入列表 / imports, newest first")
    Page<ImportView> list(
            @ParameterObject @Valid ImportQuery filter, @ParameterObject PageQuery query, HttpServletRequest request) {
        Locale language = Languages.of(request);
        return queue.page(filter.filter(), query).map(found -> ImportView.of(found, language));
    }

    @GetMapping("/{id}")
    @Access(Action.READ_DATA)
    @Operation(operationId = "getImport", summary = "一次导入 / an import")
    ImportView get(@PathVariable int id, HttpServletRequest request) {
        return ImportView.of(find(id), Languages.of(request));
    }

    @GetMapping("/{id}/history")
    @Access(Action.READ_DATA)
    @SortedBy({"-sequence"})
    @Operation(operationId = "importHistory", summary = "一次导入的历史 / what happened to an import, the newest first")
    Page<EventLine> history(@PathVariable int id, @ParameterObject PageQuery query, HttpServletRequest request) {
        find(id);
        return history.of(EntityRef.of("import", id), query, Languages.of(request));
    }

    @PostMapping("/{id}/cancel")
    @Access(Action.IMPORT_AIR)
    @Operation(operationId = "cancelImport", summary = "取消 / cancel; an import that has ended stays as it is")
    ImportView cancel(@PathVariable int id, HttpServletRequest request) {
        queue.cancel(find(id));
        return get(id, request);
    }

    @GetMapping(path = "/{id}/rejected.csv", produces = "text/csv;charset=UTF-8")
    @Access(Action.READ_DATA)
    @Operation(operationId = "downloadRejected", summary = "被拒绝的单元格 / cells that were rejected, as CSV")
    ResponseEntity<byte[]> rejected(@PathVariable int id, HttpServletRequest request) {
        audit.recordAlone(Event.of("data.exported").on(EntityRef.of("import", id), "rejected-" + id + ".csv"));
        String text = RejectedCsv.of(imports.listRejections(find(id).row(), MOST_REJECTIONS), Languages.of(request));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + id + ".csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    ResponseEntity<Object> badUpload(MultipartException e, HttpServletRequest request) {
        if (e instanceof MaxUploadSizeExceededException) {
            return problems.answer(problems.of(413, request));
        }
        return problems.answer(problems.of(
                400,
                "import.no-upload",
                new BilingualText(
                        "请以 multipart/form-data 上传，文件放在 file 部分。",
                        "Upload as multipart/form-data, with the file in the part \"file\"."),
                Map.of(),
                request));
    }

    private ResponseEntity<ImportView> accepted(ImportRequest wanted, HttpServletRequest request) {
        int id = queue.submit(wanted);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(get(id, request));
    }

    private AirImport find(int id) {
        return queue.find(id).orElseThrow(() -> ApiError.notFound(IMPORT, Integer.toString(id)));
    }

    private ImportRequest.Mapping readMapping(String name, InputStream in, long size) throws IOException {
        if (size > LARGEST_MAPPING) {
            throw new DomainException(new ApiError(
                    413,
                    "import.mapping-too-large",
                    new BilingualText("映射文件不得超过 1 MB。", "A mapping file has at most 1 MB."),
                    Map.of("bytes", size)));
        }
        ImportRequest.Mapping mapping =
                new ImportRequest.Mapping(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        files.readMapping(mapping); // refuses a wrong one at once
        return mapping;
    }

    private static Path readable(String given) {
        try {
            Path path = Path.of(given);
            if (path.isAbsolute() && Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw ApiError.badParameter(
                "path", given, new BilingualText("可读取的绝对路径", "the absolute path of a readable file"));
    }

    /** The last part of a name that comes from outside; it is only ever shown, never a path of ours. */
    private static String nameOf(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename());
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
