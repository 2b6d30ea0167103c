/** Working days, day by day, of the years for which package chinese-days knows the State Council's arrangement. */

const DAY_MILLISECONDS = 86_400_000;

/** "New Year's Day,元旦,1": name in English, in Chinese, days of the holiday by law. */
const names = (entry) => {
  const [en, zh] = entry.split(',');
  return { name_zh: zh, name_en: en };
};

/**
 * The last year covered is the last one with a holiday; the first one likewise. Within them every day is listed, so that
 * a reader needs no rule of its own.
 *
 * @param calendar of the package: holidays and workdays, each a map from date to names
 */
export function makeWorkingDays({ calendar, source }) {
  const { holidays, workdays } = calendar;
  const years = Object.keys(holidays).map((date) => Number(date.slice(0, 4)));
  const days = [];
  const end = Date.UTC(Math.max(...years) + 1, 0, 1);
  for (let time = Date.UTC(Math.min(...years), 0, 1); time < end; time += DAY_MILLISECONDS) {
    days.push(makeDay(new Date(time), holidays, workdays, source));
  }
  return days;
}

function makeDay(day, holidays, workdays, source) {
  const date = day.toISOString().slice(0, 10);
  if (workdays[date]) {
    return { date, working: 'yes', ...names(workdays[date]), source };
  }
  if (holidays[date]) {
    return { date, working: 'no', ...names(holidays[date]), source };
  }
  const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
  return { date, working: weekend ? 'no' : 'yes', name_zh: '', name_en: '', source };
}
