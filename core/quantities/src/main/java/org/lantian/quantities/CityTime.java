package org.lantian.quantities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The one place that knows the clock of the city: a fixed offset of +08:00 without summer time (北京时间).
 *
 * <p>A fixed offset, never a zone: the zone Asia/Shanghai carries the summer time of 1986–1991.
 */
public final class CityTime {

    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private CityTime() {}

    /** Today's city day by this clock. */
    public static LocalDate today(Clock clock) {
        return clock.instant().atOffset(OFFSET).toLocalDate();
    }
}
