package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.http.SecretAnswer;
import org.lantian.server.identity.internal.UserExport;
import org.lantian.server.identity.internal.UserImport;
import org.lantian.server.identity.internal.UserTemplate;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.Languages;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Accounts by workbook: template, import and export. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "users")
class UserFilesController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long LARGEST = 2L << 20;

    private final UserImport imports;
    private final UserExport exports;
    private final UserTemplate template;

    UserFilesController(UserImport imports, UserExport exports, UserTemplate template) {
        this.imports = imports;
        this.exports = exports;
        this.template = template;
    }

    /** A fault of a cell, what was expected in the language asked for. */
    record CellError(long row, String field, String value, String expected) {}

    /** An account that was made, with the page on which its person chooses a password. */
    record FreshLink(String username, String displayName, String link) {}

    /**
     * What came of an import.
     *
     * @param rows with content, the headings not counted
     * @param created accounts made: all or none
     * @param links shown this once
     */
    @Schema(name = "UserImport")
    record ImportView(int rows, int created, List<CellError> errors, List<FreshLink> links) {}

    @GetMapping("/import/template.xlsx")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "getUserTemplate", summary = "批量导入模板 / workbook to fill in")
    ResponseEntity<byte[]> template(HttpServletRequest request) {
        return attachment("users-template.xlsx", XLSX, template.write(Languages.of(request)));
    }

    @PostMapping("/import")
    @Access(Action.EDIT_PEOPLE)
    @SecretAnswer
    @Operation(operationId = "importUsers", summary = "批量导入账号，有错则一个也不建 / make the accounts of a workbook, all or none")
    ImportView run(
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        if (file.getSize() > LARGEST) {
            throw new DomainException(new ApiError(
                    413,
                    "people.sheet-too-large",
                    new BilingualText("文件超过 2 MB。", "The file is larger than 2 MB."),
                    Map.of("bytes", file.getSize(), "most", LARGEST)));
        }
        Locale language = Languages.of(request);
        try (InputStream content = file.getInputStream()) {
            UserImport.Result result =
                    imports.run(content, Objects.requireNonNullElse(file.getOriginalFilename(), "users.xlsx"), dryRun);
            return new ImportView(
                    result.rows(),
                    result.created().size(),
                    result.errors().stream()
                            .map(error -> new CellError(
                                    error.row(),
                                    error.field(),
                                    error.value(),
                                    error.expected().in(language)))
                            .toList(),
                    result.created().stream()
                            .map(created -> new FreshLink(
                                    created.user().username(),
                                    created.user().displayName(),
                                    created.link().path()))
                            .toList());
        }
    }

    @GetMapping("/export")
    @Access(Action.EXPORT_PEOPLE)
    @Operation(operationId = "exportUsers", summary = "导出账号名单（联系方式遮盖） / the list as a file, contact data masked")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "xlsx") @Pattern(regexp = "csv|xlsx") String format,
            @RequestParam(required = false) @Pattern(regexp = "zh|en") @Nullable String lang,
            @ParameterObject @Valid UserQuery filter,
            HttpServletRequest request) {
        Locale language = lang == null ? Languages.of(request) : Locale.of(lang);
        return format.equals("csv")
                ? attachment("users.csv", "text/csv;charset=UTF-8", exports.csv(filter.filter(), language))
                : attachment("users.xlsx", XLSX, exports.xlsx(filter.filter(), language));
    }

    private static ResponseEntity<byte[]> attachment(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(content);
    }
}
