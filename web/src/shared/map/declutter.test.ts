import { describe, expect, it } from 'vitest'
import { declutter, type Box } from './declutter'

const box = (x: number, y: number): Box => ({ x, y, width: 40, height: 26 })

function overlapping(boxes: Box[]): number {
  const moved = declutter(boxes).map(({ dx, dy }, index) => ({ x: boxes[index]!.x + dx, y: boxes[index]!.y + dy }))
  let count = 0
  moved.forEach((a, first) =>
    moved.slice(first + 1).forEach((b) => {
      if (Math.abs(a.x - b.x) < 40 && Math.abs(a.y - b.y) < 26) count++
    }),
  )
  return count
}

describe('plates that lie on each other', () => {
  it('stay where they are when there is room', () => {
    expect(declutter([box(0, 0), box(100, 0), box(0, 100)])).toEqual([
      { dx: 0, dy: 0 },
      { dx: 0, dy: 0 },
      { dx: 0, dy: 0 },
    ])
  })

  it('are moved apart, also when they are in one place', () => {
    expect(overlapping([box(0, 0), box(0, 0), box(1, 1)])).toBe(0)
    expect(overlapping([box(10, 10), box(20, 15), box(30, 10), box(25, 22), box(5, 20), box(18, 30)])).toBe(0)
  })

  it('are not moved farther than they must', () => {
    const moves = declutter([box(0, 0), box(30, 0)])
    expect(Math.max(...moves.map(({ dx, dy }) => Math.hypot(dx, dy)))).toBeLessThan(16)
  })
})
