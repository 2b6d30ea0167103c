package org.lantian.server.files;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.lantian.server.access.Actor;

/** Files with their uses, for the features. */
public interface FileStore {

    /**
     * Keeps a content for whoever acts, byte for byte. The same content is kept once.
     *
     * @param name as its owner calls it; its ending must fit the content
     * @throws org.lantian.quantities.DomainException when the file is not of a kind that is taken (415), its content is not
     *     what its name says (415), it is too large or over the account's quota (413), or the disk is full (507)
     */
    StoredFile put(InputStream content, String name);

    /**
     * Keeps a file with which the server itself worked, whatever it is, as the original of a thing: byte for byte, in
     * nobody's quota, and never to be taken off. Whoever may see the thing may fetch it. Rows and bytes belong to the caller's
     * transaction; the caller's own event names the hash.
     *
     * @param file on this machine; not changed any more, and deleted by the caller when he likes
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param name as its owner calls it
     * @param by who brought it
     */
    void keepOriginal(Path file, String sha256, String name, String entityType, String entityId, String by);

    /**
     * Attaches a file that this actor may see to a thing to which he may attach; once more changes nothing.
     *
     * @throws org.lantian.quantities.DomainException 404 when he may see one of them not
     */
    void attach(Actor actor, String sha256, String entityType, String entityId);

    /** Takes a file off a thing. The content stays. */
    void detach(Actor actor, String sha256, String entityType, String entityId);

    /** The files of a thing; whether the reader may see the thing is for the caller to know. */
    List<StoredFile> list(String entityType, String entityId);
}
