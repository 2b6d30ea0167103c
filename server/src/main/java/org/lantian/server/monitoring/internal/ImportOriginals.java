package org.lantian.server.monitoring.internal;

import org.lantian.server.access.Actor;
import org.lantian.server.files.FileEntity;
import org.springframework.stereotype.Component;

/** The files that were imported, as they came: seen by who sees imports, attached by the import alone, never taken off. */
@Component
class ImportOriginals implements FileEntity {

    static final String TYPE = "import-original";

    private final ImportDocuments imports;

    ImportOriginals(ImportDocuments imports) {
        this.imports = imports;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean maySee(Actor actor, String id) {
        return imports.maySee(actor, id);
    }

    @Override
    public boolean mayAttach(Actor actor, String id) {
        return false;
    }
}
