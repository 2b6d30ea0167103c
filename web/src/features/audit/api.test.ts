import { describe, expect, it } from 'vitest'
import { times } from './api'

describe('the days of an audit filter', () => {
  it('are whole city days, the last one included', () => {
    expect(times({ from: '2026-02-27', until: '2026-02-28', actor: 'a' })).toEqual({
      actor: 'a',
      from: '2026-02-27T00:00:00+08:00',
      until: '2026-03-01T00:00:00+08:00',
    })
    expect(times({ from: 'yesterday' })).toEqual({})
  })
})
