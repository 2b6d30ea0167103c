import { describe, expect, it } from 'vitest'
import { differences } from './history'

describe('what an event changed', () => {
  it('is told field by field, nested ones by their path, and what is the same is not told', () => {
    expect(
      differences(
        { name: '王芳', roles: ['COUNTY'], unit: { id: 3, name: '城区' }, phone: null },
        { name: '王芳', roles: ['COUNTY', 'LEADER'], unit: { id: 4, name: '城区' }, phone: '' },
      ),
    ).toEqual([
      { field: 'roles', before: 'COUNTY', after: 'COUNTY, LEADER' },
      { field: 'unit.id', before: '3', after: '4' },
    ])
  })

  it('is everything when the thing is new or gone', () => {
    expect(differences(null, { a: 1, b: false })).toEqual([
      { field: 'a', before: null, after: '1' },
      { field: 'b', before: null, after: 'false' },
    ])
    expect(differences({ a: 1 }, null)).toEqual([{ field: 'a', before: '1', after: null }])
    expect(differences(null, null)).toEqual([])
  })

  it('does not take a value that became a record for the same', () => {
    expect(differences({ unit: 3 }, { unit: { id: 3 } })).toEqual([
      { field: 'unit', before: '3', after: null },
      { field: 'unit.id', before: null, after: '3' },
    ])
  })
})
