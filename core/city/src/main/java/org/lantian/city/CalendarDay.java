package org.lantian.city;

import java.time.LocalDate;
import org.lantian.quantities.BilingualText;

/**
 * A day of the working calendar.
 *
 * @param working whether offices work
 * @param name of the holiday, or of the holiday for which a weekend day is worked; empty texts on ordinary days
 */
public record CalendarDay(LocalDate date, boolean working, BilingualText name) {}
