package org.lantian.server.files.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lantian.server.files.FileKind;

/** The types that are taken, each with its endings and with what its content must be found to be. */
enum FileType {
    JPEG(FileKind.PICTURE, "image/jpeg", Set.of("jpg", "jpeg"), Set.of("image/jpeg")),
    PNG(FileKind.PICTURE, "image/png", Set.of("png"), Set.of("image/png")),
    GIF(FileKind.PICTURE, "image/gif", Set.of("gif"), Set.of("image/gif")),
    PDF(FileKind.PDF, "application/pdf", Set.of("pdf"), Set.of("application/pdf")),
    DOCX(FileKind.OFFICE, Found.OPEN + "wordprocessingml.document", Set.of("docx"), Found.ZIP),
    XLSX(FileKind.OFFICE, Found.OPEN + "spreadsheetml.sheet", Set.of("xlsx"), Found.ZIP),
    PPTX(FileKind.OFFICE, Found.OPEN + "presentationml.presentation", Set.of("pptx"), Found.ZIP),
    DOC(FileKind.OFFICE, "application/msword", Set.of("doc"), Set.of(Found.OLE, "application/msword")),
    XLS(FileKind.OFFICE, "application/vnd.ms-excel", Set.of("xls"), Set.of(Found.OLE, "application/vnd.ms-excel")),
    PPT(
            FileKind.OFFICE,
            "application/vnd.ms-powerpoint",
            Set.of("ppt"),
            Set.of(Found.OLE, "application/vnd.ms-powerpoint")),
    CSV(FileKind.TEXT, "text/csv", Set.of("csv"), Set.of("text/plain", "text/csv", Found.UNKNOWN)),
    TXT(FileKind.TEXT, "text/plain", Set.of("txt"), Set.of("text/plain", Found.UNKNOWN)),
    ZIP(FileKind.ARCHIVE, "application/zip", Set.of("zip"), Found.ZIP);

    /** What contents look like from outside. */
    private static final class Found {
        private static final String OPEN = "application/vnd.openxmlformats-officedocument.";
        private static final Set<String> ZIP = Set.of("application/zip", "application/x-tika-ooxml");
        /** Such as text in GB 18030, which {@link TextContent} looks at as a whole. */
        private static final String UNKNOWN = "application/octet-stream";

        private static final String OLE = "application/x-tika-msoffice";
    }

    private final FileKind kind;
    private final String mediaType;
    private final Set<String> endings;
    private final Set<String> contents;

    FileType(FileKind kind, String mediaType, Set<String> endings, Set<String> contents) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.endings = endings;
        this.contents = contents;
    }

    /** The type that the ending of this name stands for. */
    static Optional<FileType> ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.endings.contains(ending))
                .findFirst();
    }

    FileKind kind() {
        return kind;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a content that looks like this may be of this type. */
    boolean fits(String detected) {
        return contents.contains(detected);
    }
}
