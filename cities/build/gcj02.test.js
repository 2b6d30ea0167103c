import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toGcj02, toWgs84 } from './gcj02.js';

const METRES_PER_DEGREE = 111_200;

test('there and back again ends within a millionth of a degree, all over China', () => {
  for (let longitude = 75; longitude <= 134; longitude += 1.37) {
    for (let latitude = 18; latitude <= 53; latitude += 1.13) {
      const [backLongitude, backLatitude] = toWgs84(toGcj02([longitude, latitude]));
      assert.ok(Math.abs(backLongitude - longitude) < 1e-6, `${longitude}, ${latitude}`);
      assert.ok(Math.abs(backLatitude - latitude) < 1e-6, `${longitude}, ${latitude}`);
    }
  }
});

test('the shift agrees with a published pair of coordinates', () => {
  // Example of npm package coordtransform 2.1 (MIT) for 116.404, 39.915.
  const [longitude, latitude] = toGcj02([116.404, 39.915]);
  assert.ok(Math.abs(longitude - 116.41024449916938) < 1e-9);
  assert.ok(Math.abs(latitude - 39.91640428150164) < 1e-9);
});

test('at Jincheng the maps are shifted by a few hundred metres to the east', () => {
  const place = [112.85, 35.5];
  const [longitude, latitude] = toGcj02(place);
  const east = (longitude - place[0]) * METRES_PER_DEGREE * Math.cos((35.5 * Math.PI) / 180);
  const north = (latitude - place[1]) * METRES_PER_DEGREE;
  assert.ok(east > 300 && east < 700, `east ${east}`);
  assert.ok(Math.hypot(east, north) > 300 && Math.hypot(east, north) < 700, `${east}, ${north}`);
});

test('outside China nothing is shifted', () => {
  assert.deepEqual(toGcj02([2.35, 48.85]), [2.35, 48.85]);
  assert.deepEqual(toWgs84([2.35, 48.85]), [2.35, 48.85]);
});
