package org.lantian.server.assessment;

import java.util.List;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.server.city.Station;

/**
 * Something whose air is assessed: a station, a county (or functional area), or a city.
 *
 * @param id key in table {@code air_subject}
 * @param code station code or area code
 * @param cityCode city to which it belongs, six digits
 * @param area county or functional area in which a station was last declared
 * @param own whether it belongs to the city of the pack
 * @param stations those that may count for it, of a station itself; which of them count on a day, {@link
 *     SubjectDirectory} knows
 */
public record Subject(
        int id,
        Kind kind,
        String code,
        BilingualText name,
        String cityCode,
        BilingualText cityName,
        Optional<AreaCode> area,
        boolean own,
        List<Station> stations) {

    public Subject {
        stations = List.copyOf(stations);
    }

    /** What kind of subject. */
    public enum Kind {
        STATION("station"),
        COUNTY("county"),
        CITY("city");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word used in keys and in the database. */
        public String code() {
            return code;
        }
    }

    /** The key by which requests name it, for example {@code station:2160A}. */
    public String key() {
        return kind.code() + ":" + code;
    }
}
