package org.lantian.server.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lantian.server.city.Station;

/** All subjects of the city catalogue, and which stations count for an area on a day. */
public interface SubjectDirectory {

    /** The city first, then its areas and stations, then other cities, each followed by its stations. */
    List<Subject> all();

    /** The subject with this key, for example {@code city:140500}. */
    Optional<Subject> find(String key);

    Optional<Subject> findStation(String code);

    /**
     * The stations whose values count for a subject on a day: those declared for it then, without clean comparison
     * points (清洁对照点). For a station itself.
     */
    List<Station> countingOn(Subject subject, LocalDate day);

    /** Whether of a station that counts for the subject nobody said whether it is a clean comparison point. */
    boolean cleanPointsUnknown(Subject subject);
}
