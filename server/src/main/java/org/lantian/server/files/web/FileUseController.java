package org.lantian.server.files.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.files.internal.ContentStore;
import org.lantian.server.files.internal.FileRepository;
import org.lantian.server.problem.ApiError;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which things use which files. */
@RestController
@RequestMapping("/api/v1/files")
@Access(Action.USE_FILES)
@Tag(name = "files")
class FileUseController {

    private static final BilingualText THING = new BilingualText("对象", "thing");

    private final ContentStore store;

    FileUseController(ContentStore store) {
        this.store = store;
    }

    /** A thing, such as {@code import} 12. */
    @Schema(name = "FileUseTarget")
    record Target(
            @NotBlank @Size(max = 40) String entityType,
            @NotBlank @Size(max = 200) String entityId) {}

    /** A thing that uses a file, with who attached it. */
    @Schema(name = "FileUse")
    record UseView(String entityType, String entityId, String name, String by, OffsetDateTime added) {

        static UseView of(FileRepository.Use use) {
            return new UseView(
                    use.entityType(),
                    use.entityId(),
                    use.name(),
                    use.actor(),
                    use.added().atOffset(CityTime.OFFSET));
        }
    }

    @GetMapping("/{sha256}/uses")
    @Operation(
            operationId = "listFileUses",
            summary = "文件的用处 / things that use a file, as far as the caller may see them")
    List<UseView> uses(@PathVariable String sha256) {
        Actor actor = Actor.current();
        store.find(actor, sha256);
        return store.listUses(actor, sha256).stream().map(UseView::of).toList();
    }

    @PostMapping("/{sha256}/uses")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "attachFile", summary = "附加到对象 / attach a file to a thing; once more changes nothing")
    @ApiResponse(responseCode = "201", description = "attached")
    @ApiResponse(responseCode = "404", description = "no such file or thing, or not for the caller")
    List<UseView> attach(@PathVariable String sha256, @RequestBody @Valid Target target) {
        store.attach(Actor.current(), sha256, target.entityType(), target.entityId());
        return uses(sha256);
    }

    @DeleteMapping("/{sha256}/uses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "detachFile", summary = "从对象取下 / take a file off a thing; the file stays")
    @ApiResponse(responseCode = "204", description = "taken off, or it was not there")
    void detach(@PathVariable String sha256, @RequestParam String entityType, @RequestParam String entityId) {
        store.detach(Actor.current(), sha256, entityType, entityId);
    }

    @GetMapping("/uses")
    @Operation(operationId = "listFilesOf", summary = "对象的文件 / the files of a thing")
    @ApiResponse(responseCode = "200", description = "its files")
    @ApiResponse(responseCode = "404", description = "no such thing, or not for the caller")
    List<FileView> files(@RequestParam String entityType, @RequestParam String entityId) {
        if (!store.maySee(Actor.current(), entityType, entityId)) {
            throw ApiError.notFound(THING, entityType + " " + entityId);
        }
        return store.list(entityType, entityId).stream().map(FileView::of).toList();
    }
}
