package org.lantian.server.files.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.CityTime;
import org.lantian.server.files.FileKind;
import org.lantian.server.files.StoredFile;

/**
 * A file as a client sees it.
 *
 * @param sha256 hash of its bytes, by which it is asked for
 * @param name as its owner called it
 * @param mediaType what its content was found to be
 * @param width of a picture, in pixels as stored
 * @param height of a picture, in pixels as stored
 * @param original where the bytes can be had, as an attachment
 * @param picture where it can be seen, drawn anew without metadata; null when it is no picture
 * @param thumbnail the same, small
 */
@Schema(name = "File")
record FileView(
        String sha256,
        String name,
        String mediaType,

        @Schema(allowableValues = {"picture", "pdf", "office", "text", "archive"})
        String kind,

        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        OffsetDateTime uploaded,
        String uploadedBy,
        String original,
        @Nullable String picture,
        @Nullable String thumbnail) {

    static FileView of(StoredFile file) {
        String address = "/api/v1/files/" + file.sha256();
        boolean picture = file.kind() == FileKind.PICTURE;
        return new FileView(
                file.sha256(),
                file.name(),
                file.mediaType(),
                file.kind().code(),
                file.bytes(),
                file.width(),
                file.height(),
                file.uploaded().atOffset(CityTime.OFFSET),
                file.actor(),
                address + "/original",
                picture ? address + "/picture" : null,
                picture ? address + "/picture?size=thumbnail" : null);
    }
}
