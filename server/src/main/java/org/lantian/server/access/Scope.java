package org.lantian.server.access;

import java.util.Set;
import org.lantian.quantities.AreaCode;

/**
 * Over what somebody may act: what meets any one of these. What meets none is not found, as if it did not exist.
 *
 * @param everywhere whether there is no bound at all
 * @param areas counties and functional areas 县区 with everything in them
 * @param units ids of units of the tree, those below included
 * @param sectors sectors 行业 for which a department answers
 */
public record Scope(boolean everywhere, Set<AreaCode> areas, Set<Integer> units, Set<SectorScope> sectors) {

    public static final Scope EVERYWHERE = new Scope(true, Set.of(), Set.of(), Set.of());
    public static final Scope NOWHERE = new Scope(false, Set.of(), Set.of(), Set.of());

    public Scope {
        areas = Set.copyOf(areas);
        units = Set.copyOf(units);
        sectors = Set.copyOf(sectors);
    }
}
