import { describe, expect, it } from 'vitest'
import type { Unit } from '../api'
import { linesOf, subtree } from './tree'

const unit = (id: number, parentId: number | null): Unit => ({
  id,
  parentId,
  version: 1,
  code: `u${id}`,
  kind: 'DEPARTMENT',
  nameZh: `单位${id}`,
  nameEn: '',
  name: `单位${id}`,
  area: null,
  sectors: [],
  closed: null,
  users: 0,
})

describe('the tree of units', () => {
  it('is told from top to bottom, whatever the order of the list, and begins where one can see', () => {
    const lines = linesOf([unit(4, 3), unit(3, 1), unit(2, 1), unit(1, null), unit(9, 77)])
    expect(lines.map(({ unit: { id }, depth }) => [id, depth])).toEqual([
      [1, 0],
      [3, 1],
      [4, 2],
      [2, 1],
      [9, 0],
    ])
  })

  it('knows what is below a unit', () => {
    expect([...subtree([unit(4, 3), unit(3, 2), unit(2, 1), unit(1, null)], 2)].sort()).toEqual([2, 3, 4])
  })
})
