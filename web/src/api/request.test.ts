import { describe, expect, it } from 'vitest'
import { Problem } from './problem'
import { address, fileName, newKey } from './request'

describe('a call', () => {
  it('leaves empty filters out of its address and keeps false and zero', () => {
    expect(address('/a', { q: '', unit: null, state: undefined, dryRun: false, n: 0, name: '城区 a&b' })).toBe(
      '/a?dryRun=false&n=0&name=%E5%9F%8E%E5%8C%BA+a%26b',
    )
    expect(address('/a')).toBe('/a')
  })

  it('finds the name of a file, in Chinese too', () => {
    expect(fileName('attachment; filename="u.csv"; filename*=UTF-8\'\'%E7%94%A8%E6%88%B7.csv')).toBe('用户.csv')
    expect(fileName('attachment; filename="users.csv"')).toBe('users.csv')
    expect(fileName('attachment')).toBeNull()
    expect(fileName(null)).toBeNull()
  })

  it('has a key of its own each time', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(newKey()).not.toBe(newKey())
  })
})

describe('a problem', () => {
  const none = () => null

  it('says what is wrong at which field, and takes nothing else for a fault', () => {
    const errors = [{ field: 'phone', message: '应为 11 位' }, { field: 3 }, null]
    expect(Problem.from(422, { arguments: { errors } }, none).faults).toEqual([
      { field: 'phone', message: '应为 11 位' },
    ])
    expect(Problem.from(400, { detail: 'x', arguments: { parameter: 'sort' } }, none).faults).toEqual([
      { field: 'sort', message: 'x' },
    ])
    expect(Problem.from(500, {}, none).faults).toEqual([])
  })

  it('knows how long to wait, from the header or the body', () => {
    expect(Problem.from(429, {}, (name) => (name === 'retry-after' ? '30' : null)).retryAfterSeconds).toBe(30)
    expect(Problem.from(429, { arguments: { retryAfterSeconds: 7 } }, none).retryAfterSeconds).toBe(7)
    expect(Problem.from(429, {}, none).retryAfterSeconds).toBeNull()
  })
})
