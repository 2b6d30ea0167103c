package org.lantian.server.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.DomainException;
import org.springframework.stereotype.Component;

/** Finds out what a file is from its bytes, and refuses what is not what its name says. */
@Component
class Sniffer {

    /** So much of the beginning is looked at for the type. */
    private static final int PREFIX_BYTES = 64 << 10;

    private final Tika tika = new Tika();

    /**
     * Looks at a file.
     *
     * @return the size of a picture in pixels, otherwise null
     * @throws DomainException 415 when the content does not fit the type
     */
    Pictures.@Nullable Size check(Path file, String name, FileType type) throws IOException {
        String detected = tika.detect(prefix(file)); // without the name: it is what is to be checked
        if (!type.fits(detected)) {
            throw FileErrors.otherContent(name, detected);
        }
        switch (type) {
            case DOCX, XLSX, PPTX, ZIP -> ZipContent.check(file, name, type);
            case DOC, XLS, PPT -> OleContent.check(file, name, type);
            case CSV, TXT -> TextContent.check(file, name);
            case JPEG, PNG, GIF -> {
                return Pictures.size(file, name);
            }
            case PDF -> {
                // its beginning says it all: nobody opens it here, and it is served as an attachment
            }
        }
        return null;
    }

    private static byte[] prefix(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PREFIX_BYTES);
        }
    }
}
