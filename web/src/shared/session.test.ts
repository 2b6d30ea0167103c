import { describe, expect, it } from 'vitest'
import { ownPath } from './session'

describe('the place to go back to after signing in', () => {
  it('is a path of ours', () => {
    expect(ownPath('/data/imports?x=1#a')).toBe('/data/imports?x=1#a')
    expect(ownPath('/')).toBe('/')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'evil',
    '/.//evil.example',
    '',
    undefined,
    null,
    ['/a', '/b'],
  ])('is never %j', (next) => {
    expect(ownPath(next)).toBe('/')
  })
})
