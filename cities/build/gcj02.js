/**
 * The frame of Chinese web maps (GCJ-02) and its inverse.
 *
 * The forward shift is the one that is publicly known for the Krasovsky 1940 ellipsoid: a quadratic in the distance from
 * 105° E 35° N plus sums of sines, turned from metres into degrees by the radii of curvature. It was never officially
 * published, so what follows agrees with the maps to about a metre, which is less than the outlines themselves are worth.
 */

const SEMI_MAJOR_AXIS_METRES = 6378245;
const ECCENTRICITY_SQUARED = 0.00669342162296594;
const ORIGIN_LONGITUDE = 105;
const ORIGIN_LATITUDE = 35;

/** Outside this box the maps are not shifted. */
const isShifted = (longitude, latitude) =>
  longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271;

/** Terms that both components share: ripples with periods of a sixth and a half of a degree. */
const ripples = (x) => (20 * Math.sin(6 * Math.PI * x) + 20 * Math.sin(2 * Math.PI * x)) * (2 / 3);

const northwardMetres = (x, y) =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  ripples(x) +
  (20 * Math.sin(Math.PI * y) + 40 * Math.sin((Math.PI * y) / 3)) * (2 / 3) +
  (160 * Math.sin((Math.PI * y) / 12) + 320 * Math.sin((Math.PI * y) / 30)) * (2 / 3);

const eastwardMetres = (x, y) =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  ripples(x) +
  (20 * Math.sin(Math.PI * x) + 40 * Math.sin((Math.PI * x) / 3)) * (2 / 3) +
  (150 * Math.sin((Math.PI * x) / 12) + 300 * Math.sin((Math.PI * x) / 30)) * (2 / 3);

/** [longitude, latitude] in WGS-84 → the same place in GCJ-02, both in degrees. */
export function toGcj02([longitude, latitude]) {
  if (!isShifted(longitude, latitude)) {
    return [longitude, latitude];
  }
  const x = longitude - ORIGIN_LONGITUDE;
  const y = latitude - ORIGIN_LATITUDE;
  const phi = (latitude * Math.PI) / 180;
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const meridianRadius = (SEMI_MAJOR_AXIS_METRES * (1 - ECCENTRICITY_SQUARED)) / w ** 1.5;
  const parallelRadius = (SEMI_MAJOR_AXIS_METRES / Math.sqrt(w)) * Math.cos(phi);
  return [
    longitude + ((eastwardMetres(x, y) / parallelRadius) * 180) / Math.PI,
    latitude + ((northwardMetres(x, y) / meridianRadius) * 180) / Math.PI,
  ];
}

/**
 * [longitude, latitude] in GCJ-02 → the same place in WGS-84.
 *
 * The shift varies slowly, so taking the shift at the last estimate converges quickly: each round gains about two
 * digits.
 */
export function toWgs84(place) {
  let [longitude, latitude] = place;
  for (let round = 0; round < 30; round++) {
    const [shiftedLongitude, shiftedLatitude] = toGcj02([longitude, latitude]);
    const eastError = place[0] - shiftedLongitude;
    const northError = place[1] - shiftedLatitude;
    longitude += eastError;
    latitude += northError;
    if (Math.abs(eastError) < 1e-10 && Math.abs(northError) < 1e-10) {
      break;
    }
  }
  return [longitude, latitude];
}
