package org.lantian.server.files;

import java.io.InputStream;
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
