import { describe, expect, it } from 'vitest'
import { rejectedRows } from './rejected'

const LIST =
  '\uFEFFfile,row,field,value,code,expected\n' +
  'a.csv,7,pm25,-999,import.negative,"a number from 0 to 2,000"\n' +
  'a.csv,9,hour,"x ""y""",import.hour,0–23\n' +
  'a.csv,10,co,abc,import.number,a number\n'

describe('the list of rejected cells', () => {
  it('is read by the names of its columns, with quotes and commas', () => {
    expect(rejectedRows(LIST, 2)).toEqual([
      { row: 7, field: 'pm25', value: '-999', expected: 'a number from 0 to 2,000' },
      { row: 9, field: 'hour', value: 'x "y"', expected: '0–23' },
    ])
  })

  it('may be empty', () => {
    expect(rejectedRows('file,row,field,value,code,expected\n', 5)).toEqual([])
  })
})
