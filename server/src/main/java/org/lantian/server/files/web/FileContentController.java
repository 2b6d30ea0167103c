package org.lantian.server.files.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.files.StoredFile;
import org.lantian.server.files.internal.ContentStore;
import org.lantian.server.files.internal.PictureCache;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What files hold: the bytes as they were brought, to be saved; pictures drawn anew, to be seen. */
@RestController
@RequestMapping("/api/v1/files/{sha256}")
@Access(Action.USE_FILES)
@Tag(name = "files")
class FileContentController {

    /** Should a browser show it all the same, then without scripts, forms and an origin. */
    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final ContentStore store;
    private final PictureCache pictures;

    FileContentController(ContentStore store, PictureCache pictures) {
        this.store = store;
        this.pictures = pictures;
    }

    @GetMapping("/original")
    @Operation(
            operationId = "downloadFile",
            summary = "下载原件 / the bytes as they were uploaded, as an attachment; each reading is audited")
    @ApiResponse(responseCode = "200", description = "the file")
    @ApiResponse(responseCode = "404", description = "no such file, or not for the caller")
    ResponseEntity<Resource> original(@PathVariable String sha256) throws IOException {
        Actor actor = Actor.current();
        StoredFile file = store.find(actor, sha256);
        Path bytes = store.readOriginal(actor, file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(bytes));
    }

    @GetMapping("/picture")
    @Operation(
            operationId = "getPicture",
            summary = "查看图片 / the picture drawn anew, without metadata",
            description = "Upright; no side longer than 2048 pixels, or 320 as thumbnail.")
    @ApiResponse(responseCode = "200", description = "a JPEG, or a PNG of what is see-through")
    @ApiResponse(responseCode = "404", description = "no such file, or not for the caller")
    @ApiResponse(responseCode = "415", description = "it is no picture that can be shown")
    ResponseEntity<Resource> picture(
            @PathVariable String sha256,
            @RequestParam(defaultValue = "page") @Pattern(regexp = "page|thumbnail") String size)
            throws IOException {
        StoredFile file = store.find(Actor.current(), sha256);
        PictureCache.View view = size.equals("page") ? PictureCache.View.PAGE : PictureCache.View.THUMBNAIL;
        PictureCache.Drawn drawn = pictures.draw(file, view);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(drawn.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(sha256 + "-" + size)
                .body(new FileSystemResource(drawn.file()));
    }
}
