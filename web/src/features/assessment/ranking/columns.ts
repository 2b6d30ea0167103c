import type { BilingualText, Remark } from '@/api/types'
import { percent, shown, signed } from '@/shared/format/format'
import { decimalsOf, SIX, symbol, unitOf } from '@/shared/format/pollutants'
import type { Column } from '@/shared/table/table'
import type { RankedSubject } from '../api'

interface Words {
  t: (key: string) => string
  say: (text: BilingualText | null | undefined) => string
}

/** The remarks that hold for every row: they are said once below the table and not in each row. */
export function commonRemarks(rows: RankedSubject[]): Remark[] {
  const [first, ...others] = rows
  return (first?.remarks ?? []).filter(({ code }) =>
    others.every((row) => row.remarks.some((mine) => mine.code === code)),
  )
}

export function rankingColumns({ t, say }: Words, common: Set<string>): Column<RankedSubject>[] {
  return [
    { key: 'rank', title: t('assessment.rank'), numeric: true, value: (row) => row.rank },
    { key: 'name', title: t('assessment.name'), value: (row) => say(row.subject.name) },
    {
      key: 'index',
      title: t('assessment.index'),
      numeric: true,
      value: (row) => row.composite.index,
      text: (row) => shown(row.composite.index, 2),
    },
    { key: 'leading', title: t('assessment.leading'), value: (row) => symbol(row.composite.leading) },
    ...SIX.map((code): Column<RankedSubject> => ({
      key: code,
      title: code === 'o3' ? symbol('o3_8h') : symbol(code),
      unit: unitOf(code),
      numeric: true,
      value: (row) => row.statistics[code],
      text: (row) => shown(row.statistics[code], decimalsOf(code)),
    })),
    {
      key: 'rate',
      title: t('assessment.rate'),
      numeric: true,
      value: (row) => row.attainmentRate,
      text: (row) => percent(row.attainmentRate),
    },
    {
      key: 'lastYear',
      title: t('assessment.lastYear'),
      numeric: true,
      value: (row) => row.lastYearIndex,
      text: (row) => shown(row.lastYearIndex, 2),
    },
    {
      key: 'change',
      title: t('assessment.change'),
      unit: '%',
      numeric: true,
      value: (row) => row.changePercent,
      text: (row) => signed(row.changePercent),
    },
    {
      key: 'changeRank',
      title: t('assessment.changeRank'),
      numeric: true,
      optional: true,
      value: (row) => row.changeRank,
    },
    { key: 'stations', title: t('assessment.stations'), numeric: true, optional: true, value: (row) => row.stations },
    { key: 'validDays', title: t('assessment.validDays'), numeric: true, value: (row) => row.validDays },
    {
      key: 'remarks',
      title: t('assessment.remarks'),
      value: (row) =>
        row.remarks
          .filter((remark) => !common.has(remark.code))
          .map((remark) => say(remark.text))
          .join(' '),
    },
  ]
}
