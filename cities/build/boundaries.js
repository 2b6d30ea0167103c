/** Outlines of a city's areas as GeoJSON in WGS-84, from a package's file in GCJ-02 or WGS-84. */

import { toWgs84 } from './gcj02.js';

/** About a decimetre: finer than the outlines are, and keeps the file small. */
const DECIMALS = 6;

/**
 * @param collection GeoJSON of the package
 * @param datum gcj02 or wgs84
 * @param names rows of boundaries.csv: feature_name, area
 * @param areas rows of areas.csv
 * @param source what the features say of their origin
 */
export function makeBoundaries({ collection, datum, names, areas, source }) {
  const areaByCode = new Map(areas.map((area) => [area.code, area]));
  const features = new Map(collection.features.map((feature) => [feature.properties.name, feature]));
  return {
    type: 'FeatureCollection',
    features: names.map(({ feature_name: name, area: code }) => {
      const feature = features.get(name);
      const area = areaByCode.get(code);
      if (!feature) {
        const known = [...features.keys()].join(', ');
        throw new Error(`boundaries.csv: the package has no feature "${name}", expected one of ${known}`);
      }
      if (!area) {
        throw new Error(`boundaries.csv: area "${code}" is not in areas.csv`);
      }
      return {
        type: 'Feature',
        properties: { code, name_zh: area.name_zh, name_en: area.name_en, source },
        geometry: convertGeometry(feature.geometry, converter(datum)),
      };
    }),
  };
}

function converter(datum) {
  switch (datum) {
    case 'gcj02':
      return toWgs84;
    case 'wgs84':
      return (place) => place;
    default:
      throw new Error(`packages.csv: datum is "${datum}", expected gcj02 or wgs84`);
  }
}

function convertGeometry(geometry, convert) {
  switch (geometry.type) {
    case 'Polygon':
      return { type: 'Polygon', coordinates: convertPolygon(geometry.coordinates, convert) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => convertPolygon(polygon, convert)),
      };
    default:
      throw new Error(`geometry is ${geometry.type}, expected Polygon or MultiPolygon`);
  }
}

/** Rings wound as RFC 7946 asks, the outer one counterclockwise, and closed. */
function convertPolygon(rings, convert) {
  return rings.map((ring, index) => {
    const points = ring.map((place) => convert(place).map(round));
    if (!samePlace(points[0], points.at(-1))) {
      points.push(points[0]);
    }
    const counterclockwise = signedArea(points) > 0;
    return counterclockwise === (index === 0) ? points : points.reverse();
  });
}

const round = (degrees) => Number(degrees.toFixed(DECIMALS));

const samePlace = (a, b) => a[0] === b[0] && a[1] === b[1];

export function signedArea(ring) {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  }
  return twice / 2;
}
