import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allowed, SECTIONS, startOf } from './navigation'

const MATRIX = '../server/src/main/resources/org/lantian/server/access/role-matrix.csv'

describe('the navigation', () => {
  it('offers a section only with those pages that one may see', () => {
    const manage = SECTIONS.find((section) => section.key === 'manage')!
    expect(allowed(manage, () => false)).toBeNull()
    expect(allowed(manage, (action) => action === 'READ_AUDIT')?.pages.map((page) => page.name)).toEqual(['audit'])
    const observe = SECTIONS.find((section) => section.key === 'observe')!
    expect(allowed(observe, () => false)?.pages.length).toBe(observe.pages.length)
  })

  it('begins with the first question of the role, and with the map for everybody else', () => {
    expect(startOf(['PUBLIC'])).toEqual({ name: 'overview' })
    expect(startOf(['PLANT'])).toEqual({ name: 'overview' })
    expect(startOf(['LEADER']).name).toBe('attainment')
    // Who works in the campaign office and administers beside it begins with the campaign.
    expect(startOf(['SYSTEM_ADMINISTRATOR', 'CITY_OFFICE']).name).toBe('overview')
  })

  it('asks for no right that the matrix of the server does not know', () => {
    const known = new Set(
      readFileSync(MATRIX, 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]!),
    )
    const sources = import.meta.glob(['/src/**/*.vue', '/src/**/*.ts', '!/src/**/*.test.ts'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }) as Record<string, string>
    const asked = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/(?:\bmay\(|\baction: )'([A-Z_]+)'/g)].map((match) => match[1]!),
    )
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((action) => !known.has(action))).toEqual([])
  })
})
