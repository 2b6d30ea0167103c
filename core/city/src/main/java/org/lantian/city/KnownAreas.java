package org.lantian.city;

import java.util.List;
import java.util.Optional;
import org.lantian.quantities.AreaCode;

/**
 * The areas to which other files may refer.
 *
 * @param list in the order of the file
 * @param complete whether the file of areas was read without error; otherwise every code passes as known, for one slip
 *     there should not make an error of every row that refers to it
 */
record KnownAreas(List<Area> list, boolean complete) {

    KnownAreas {
        list = List.copyOf(list);
    }

    boolean knows(AreaCode code) {
        return !complete || find(code).isPresent();
    }

    Optional<Area> find(AreaCode code) {
        return list.stream().filter(area -> area.code().equals(code)).findFirst();
    }

    /** Reports a row that refers to an area that is not there. */
    void check(Row row, String column, AreaCode code) {
        if (!knows(code)) {
            row.error("area-unknown", column, AreaFile.NAME + " 中的一个代码", "a code of " + AreaFile.NAME);
        }
    }
}
