import { describe, expect, it } from 'vitest'
import { addDays, addHours, cityDayOf, daysBetween, firstHourOf, hoursBetween, isDay, isHour, lastHourOf } from './time'

describe('city time', () => {
  it('counts the hour ending at midnight to the day before', () => {
    expect(cityDayOf('2019-03-01T00:00')).toBe('2019-02-28')
    expect(cityDayOf('2019-03-01T01:00')).toBe('2019-03-01')
  })

  it('gives a city day 24 hours, from 01:00 to 00:00 of the next date', () => {
    expect(firstHourOf('2020-02-28')).toBe('2020-02-28T01:00')
    expect(lastHourOf('2020-02-28')).toBe('2020-02-29T00:00')
    expect(hoursBetween(firstHourOf('2020-02-28'), lastHourOf('2020-02-28'))).toBe(23)
  })

  it('walks over the ends of months and years', () => {
    expect(addDays('2019-12-31', 1)).toBe('2020-01-01')
    expect(addHours('2019-12-31T23:00', 1)).toBe('2020-01-01T00:00')
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2)
  })

  it('refuses what is no day or no hour', () => {
    expect(isDay('2019-02-29')).toBe(false)
    expect(isDay('2020-02-29')).toBe(true)
    expect(isHour('2019-02-28T24:00')).toBe(false)
    expect(isHour('2019-02-28T07:30')).toBe(false)
    expect(isHour('2019-02-28T07:00')).toBe(true)
    expect(isDay(undefined)).toBe(false)
  })
})
