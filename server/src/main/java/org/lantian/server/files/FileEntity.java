package org.lantian.server.files;

import org.lantian.server.access.Actor;

/**
 * A kind of thing to which files can be attached. The feature that owns the things brings a bean of it; who may see a
 * thing may see its files.
 */
public interface FileEntity {

    /** Stable word for the kind, such as {@code import}. */
    String type();

    /** Whether there is such a thing and this actor may see it, scope included. */
    boolean maySee(Actor actor, String id);

    /** Whether there is such a thing and this actor may attach files to it or take them off. */
    boolean mayAttach(Actor actor, String id);
}
