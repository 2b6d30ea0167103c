package org.lantian.server.monitoring.internal;

import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.files.FileEntity;
import org.springframework.stereotype.Component;

/** Documents that explain an import, such as the notice of a correction. */
@Component
class ImportDocuments implements FileEntity {

    private final ImportRepository imports;
    private final RoleMatrix matrix;

    ImportDocuments(ImportRepository imports, RoleMatrix matrix) {
        this.imports = imports;
        this.matrix = matrix;
    }

    @Override
    public String type() {
        return "import";
    }

    @Override
    public boolean maySee(Actor actor, String id) {
        return matrix.allows(actor, Action.READ_DATA) && exists(id);
    }

    @Override
    public boolean mayAttach(Actor actor, String id) {
        return matrix.allows(actor, Action.IMPORT_AIR) && exists(id);
    }

    private boolean exists(String id) {
        return id.matches("[1-9][0-9]{0,8}")
                && imports.find(Integer.parseInt(id)).isPresent();
    }
}
