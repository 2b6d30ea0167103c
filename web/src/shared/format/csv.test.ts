import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('CSV export', () => {
  it('quotes what needs it and leaves gaps empty', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['x,y', null],
          ['say "hi"', 1.5],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n"x,y",\r\n"say ""hi""",1.5\r\n')
  })

  it('keeps text that looks like a formula text', () => {
    expect(csvOf(['a'], [['=1+1'], ['@sum'], ['-2'], [-2]])).toBe("\uFEFFa\r\n'=1+1\r\n'@sum\r\n'-2\r\n-2\r\n")
  })
})
