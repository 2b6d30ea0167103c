package org.lantian.observations.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The encodings in which Chinese monitoring files come: UTF-8 or GB18030 (of which GBK and GB 2312 are parts).
 *
 * <p>Found by strict decoding: text that is valid UTF-8 is UTF-8, because other Chinese text of more than a few
 * characters hardly ever is; else it must be valid GB18030.
 */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    GB18030(Charset.forName("GB18030"), "GB18030");

    private final Charset charset;
    private final String label;

    Encoding(Charset charset, String label) {
        this.charset = charset;
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * The encoding of the beginning of a file.
     *
     * @throws CharacterCodingException when it is neither
     */
    static Encoding of(byte[] bytes, int from, int to) throws CharacterCodingException {
        int end = to;
        // A multi-byte character may be cut at the end of the buffer: judge up to the last ASCII byte.
        while (end > from && bytes[end - 1] < 0) {
            end--;
        }
        try {
            UTF_8.decode(bytes, from, end);
            return UTF_8;
        } catch (CharacterCodingException e) {
            GB18030.decode(bytes, from, end);
            return GB18030;
        }
    }

    /** Decodes strictly. */
    String decode(byte[] bytes, int from, int to) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, to - from))
                .toString();
    }
}
