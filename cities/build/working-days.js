/** Holidays and worked weekends of the years for which package chinese-days knows the State Council's arrangement. */

/** "New Year's Day,元旦,1": name in English, in Chinese, days of the holiday by law. */
const names = (entry) => {
  const [en, zh] = entry.split(',');
  return { name_zh: zh, name_en: en };
};

/**
 * The days that are not as the week would have them, and weekend days that belong to a holiday, in order. All other days
 * of the same years follow the week. Each year covered has rows, for none is without holidays.
 *
 * @param calendar of the package: holidays and workdays, each a map from date to names
 */
export function makeWorkingDays({ calendar, source }) {
  const rows = (days, working) =>
    Object.entries(days).map(([date, entry]) => ({ date, working, ...names(entry), source }));
  const days = [...rows(calendar.holidays, 'no'), ...rows(calendar.workdays, 'yes')];
  return days.sort((a, b) => a.date.localeCompare(b.date));
}
