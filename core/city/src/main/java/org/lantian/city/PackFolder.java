package org.lantian.city;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder being read and what was found wrong with it so far. */
record PackFolder(Path path, Problems problems) {

    static final String GENERATED = "generated/";

    boolean has(String file) {
        return Files.exists(path.resolve(file));
    }

    /** Rows of a file that each pack must have. */
    List<Row> required(String file, List<String> columns) {
        if (!has(file)) {
            problems.error("file-missing", file, 0, "", "", "城市包中有这个文件", "this file in the pack");
            return List.of();
        }
        return Table.read(path, file, columns, problems);
    }

    /** Rows of a file that a pack may leave out. */
    List<Row> optional(String file, List<String> columns) {
        return has(file) ? Table.read(path, file, columns, problems) : List.of();
    }
}
