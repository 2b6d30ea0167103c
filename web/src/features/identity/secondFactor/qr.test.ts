import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { qrPath } from './qr'

/** Reads the drawn path back into a picture, as a phone would see it. */
function pictureOf({ size, path }: { size: number; path: string }) {
  const SCALE = 6
  const width = size * SCALE
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(length)) * SCALE; column++) {
        data.set([0, 0, 0, 255], (row * width + column) * 4)
      }
    }
  }
  return { width, height: width, data }
}

describe('a QR code', () => {
  it('says to a reader what was written into it', () => {
    const uri =
      'otpauth://totp/%E8%93%9D%E5%A4%A9:zhang.san?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=%E8%93%9D%E5%A4%A9&algorithm=SHA1&digits=6&period=30'
    expect(decodeQR(pictureOf(qrPath(uri)))).toBe(uri)
  })
})
