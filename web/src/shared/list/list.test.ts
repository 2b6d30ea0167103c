import { describe, expect, it } from 'vitest'
import { chipText, filtersOf, pressed, sortOf, type Filter } from './list'

const filters: Filter[] = [
  { key: 'q', title: '姓名', kind: 'text' },
  { key: 'state', title: '状态', kind: 'choice', choices: [{ value: 'DISABLED', label: '停用' }] },
  { key: 'proposed', title: '待授予', kind: 'flag' },
]

describe('a list in the address', () => {
  it('takes the filters it knows and nothing else', () => {
    expect(filtersOf({ q: '王', state: '', proposed: 'no', lang: 'en', cursor: 'x' }, filters)).toEqual({ q: '王' })
    expect(filtersOf({ state: ['A', 'B'], proposed: 'true' }, filters)).toEqual({ proposed: 'true' })
  })

  it('says each filter in words', () => {
    expect(chipText(filters[1]!, 'DISABLED')).toBe('状态: 停用')
    expect(chipText(filters[1]!, 'GONE')).toBe('状态: GONE')
    expect(chipText(filters[2]!, 'true')).toBe('待授予')
  })

  it('is sorted one way, then the other', () => {
    expect(sortOf('-at', 'name')).toEqual({ key: 'at', descending: true })
    expect(sortOf(undefined, 'name')).toEqual({ key: 'name', descending: false })
    expect(sortOf(undefined, undefined)).toBeNull()
    expect(pressed(null, 'at')).toBe('at')
    expect(pressed({ key: 'at', descending: false }, 'at')).toBe('-at')
    expect(pressed({ key: 'at', descending: true }, 'at')).toBe('at')
    expect(pressed({ key: 'at', descending: false }, 'name')).toBe('name')
  })
})
