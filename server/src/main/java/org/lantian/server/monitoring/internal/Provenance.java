package org.lantian.server.monitoring.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.HourEnding;

/**
 * From which import each value of a station-day comes.
 *
 * <p>Nearly always all come from one, and nothing but its id is stored. Otherwise a byte per parameter and slot points into
 * a list of ids.
 */
final class Provenance {

    private static final int CELLS = StoredParameters.COUNT * HourEnding.SLOTS_PER_DAY;
    private static final int MOST_SOURCES = 256;

    private final int[] importOf;

    private Provenance(int[] importOf) {
        this.importOf = importOf;
    }

    /** All from one import. */
    static Provenance of(int importId) {
        int[] importOf = new int[CELLS];
        Arrays.fill(importOf, importId);
        return new Provenance(importOf);
    }

    /** As stored. */
    static Provenance of(int importId, int @Nullable [] imports, byte @Nullable [] sources) {
        if (imports == null || sources == null) {
            return of(importId);
        }
        int[] importOf = new int[CELLS];
        for (int i = 0; i < CELLS; i++) {
            // A row written before a parameter got its column is shorter.
            importOf[i] = i < sources.length ? imports[sources[i] & 0xFF] : importId;
        }
        return new Provenance(importOf);
    }

    int importOf(int parameter, int slot) {
        return importOf[parameter * HourEnding.SLOTS_PER_DAY + slot];
    }

    void set(int parameter, int slot, int importId) {
        importOf[parameter * HourEnding.SLOTS_PER_DAY + slot] = importId;
    }

    /** The distinct imports of the values that are there, at most 256; one alone means that nothing more is to be stored. */
    int[] imports(boolean[] present) {
        int[] distinct = new int[MOST_SOURCES];
        int count = 0;
        for (int i = 0; i < CELLS; i++) {
            if (present[i] && indexOf(distinct, count, importOf[i]) < 0 && count < MOST_SOURCES) {
                distinct[count++] = importOf[i];
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    /** Per cell the index into the imports. */
    byte[] sources(int[] imports) {
        byte[] sources = new byte[CELLS];
        for (int i = 0; i < CELLS; i++) {
            // Missing cells, and the surplus of more than 256 imports (which no day has seen), point to the first.
            int index = indexOf(imports, imports.length, importOf[i]);
            sources[i] = (byte) Math.max(0, index);
        }
        return sources;
    }

    private static int indexOf(int[] values, int count, int value) {
        for (int i = 0; i < count; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }
}
