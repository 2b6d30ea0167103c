package org.lantian.audit;

import java.util.List;
import java.util.regex.Pattern;
import org.lantian.quantities.DomainException;

/**
 * The state of the chain at one moment, taken out of the reach of whoever could rewrite it: printed, mailed or laid on
 * another machine. A later chain that does not contain it was shortened or recomputed.
 *
 * @param chain hash of the first event, by which the chain is known
 * @param sequence of the last event
 * @param hash of the last event
 * @param happened time of the last event, as {@link ChainedEvent#time} writes it
 * @param events how many there were, the carried-over lines of the time before the chain not counted
 * @param issued when the anchor was made, likewise
 * @param key {@link SealKey#fingerprint} of the key that sealed it
 * @param seal {@link SealKey#seal} of the lines above it
 */
public record Anchor(
        String chain,
        long sequence,
        String hash,
        String happened,
        long events,
        String issued,
        String key,
        String seal) {

    private static final String TITLE = "lantian-audit-anchor 1";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern TIME = Pattern.compile("[0-9TZ:.+-]{10,40}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

    /** An anchor of the present end of the chain, sealed. */
    public static Anchor of(
            String chain, long sequence, String hash, String happened, long events, String issued, SealKey key) {
        Anchor unsealed = new Anchor(chain, sequence, hash, happened, events, issued, key.fingerprint(), "");
        return new Anchor(
                chain, sequence, hash, happened, events, issued, key.fingerprint(), key.seal(unsealed.sealedText()));
    }

    /** Whether this key sealed the anchor as it stands. */
    public boolean isSealedBy(SealKey sealKey) {
        return sealKey.made(seal, sealedText());
    }

    /** The file: a line for each fact. */
    public String text() {
        return sealedText() + "seal " + seal + "\n";
    }

    private String sealedText() {
        return TITLE + "\nchain " + chain + "\nsequence " + sequence + "\nhash " + hash + "\nhappened " + happened
                + "\nevents " + events + "\nissued " + issued + "\nkey " + key + "\n";
    }

    /**
     * Reads a file that {@link #text} made.
     *
     * @param name of the file, for messages
     * @throws DomainException an {@link AnchorError} when it is none
     */
    public static Anchor parse(String name, String text) {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(TITLE)) {
            throw wrong(name, lines, 0, TITLE);
        }
        return new Anchor(
                value(name, lines, 1, "chain", HASH),
                Long.parseLong(value(name, lines, 2, "sequence", NUMBER)),
                value(name, lines, 3, "hash", HASH),
                value(name, lines, 4, "happened", TIME),
                Long.parseLong(value(name, lines, 5, "events", NUMBER)),
                value(name, lines, 6, "issued", TIME),
                value(name, lines, 7, "key", FINGERPRINT),
                value(name, lines, 8, "seal", HASH));
    }

    private static String value(String file, List<String> lines, int index, String field, Pattern form) {
        if (index < lines.size() && lines.get(index).startsWith(field + " ")) {
            String value = lines.get(index).substring(field.length() + 1);
            if (form.matcher(value).matches()) {
                return value;
            }
        }
        throw wrong(file, lines, index, field + " " + form);
    }

    private static DomainException wrong(String file, List<String> lines, int index, String expected) {
        String found = index < lines.size() ? lines.get(index) : "";
        return new DomainException(
                new AnchorError(file, index + 1, expected, found.length() > 100 ? found.substring(0, 100) : found));
    }
}
