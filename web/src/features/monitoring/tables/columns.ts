import { shown } from '@/shared/format/format'
import { decimalsOf, SIX, symbol, unitOf } from '@/shared/format/pollutants'
import type { Column } from '@/shared/table/table'
import type { BilingualText } from '@/api/types'
import type { TableRow } from './api'

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  say: (text: BilingualText | null | undefined) => string
}

function six(ofMonth: boolean, { t }: Words): Column<TableRow>[] {
  return SIX.map((code) => ({
    key: code,
    title: code === 'o3' ? symbol('o3_8h') : symbol(code),
    unit: unitOf(code),
    numeric: true,
    value: (row) => row.values[code],
    text: (row) => shown(row.values[code], decimalsOf(code)),
    hint: () =>
      ofMonth && (code === 'o3' || code === 'co')
        ? t('monitoring.percentileOf', { rank: code === 'o3' ? 90 : 95 })
        : undefined,
  }))
}

/** The columns of the printed table of a day or of a month. */
export function tableColumns(ofMonth: boolean, words: Words): Column<TableRow>[] {
  const { t, say } = words
  const subject: Column<TableRow> = {
    key: 'subject',
    title: t('monitoring.station'),
    value: (row) => say(row.subject.name),
  }
  const kind: Column<TableRow> = { key: 'kind', title: t('word.kind'), value: (row) => t(`kind.${row.subject.kind}`) }
  const remarks: Column<TableRow> = {
    key: 'remarks',
    title: t('word.remarks'),
    value: (row) => row.remarks.map((remark) => say(remark.text)).join(' '),
  }
  if (!ofMonth) {
    return [
      subject,
      kind,
      ...six(false, words),
      { key: 'aqi', title: 'AQI', numeric: true, value: (row) => row.aqi?.aqi, level: (row) => row.aqi?.level },
      { key: 'level', title: t('monitoring.level'), numeric: true, value: (row) => row.aqi?.level },
      {
        key: 'primary',
        title: t('monitoring.primary'),
        value: (row) => (row.aqi?.primary ?? []).map(symbol).join(' '),
      },
      { key: 'valid', title: t('monitoring.validHours'), numeric: true, optional: true, value: (row) => row.valid },
      remarks,
    ]
  }
  return [
    subject,
    kind,
    ...six(true, words),
    {
      key: 'composite',
      title: t('monitoring.composite'),
      numeric: true,
      value: (row) => row.compositeIndex,
      text: (row) => shown(row.compositeIndex, 2),
    },
    { key: 'assessed', title: t('monitoring.assessedDays'), numeric: true, value: (row) => row.assessedDays },
    { key: 'attained', title: t('monitoring.attainedDays'), numeric: true, value: (row) => row.attainmentDays },
    ...[1, 2, 3, 4, 5, 6].map((level): Column<TableRow> => ({
      key: `level${level}`,
      title: t('monitoring.levelDays', { level }),
      numeric: true,
      optional: true,
      value: (row) => row.byLevel?.[level - 1],
    })),
    remarks,
  ]
}
