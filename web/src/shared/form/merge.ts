/** What became of one field on both sides since it was read. */
export interface MergeField {
  field: string
  base: unknown
  mine: unknown
  theirs: unknown
  /** Both changed it, to different values: somebody has to choose. */
  clash: boolean
}

export interface Merge<T> {
  theirs: T
  /** Fields on which the sides differ. */
  fields: MergeField[]
  /** What is taken without asking: one's own change, else that of the other; of a clash one's own until chosen. */
  suggested: T
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export function mergeOf<T extends Record<string, unknown>>(base: T, mine: T, theirs: T): Merge<T> {
  const fields: MergeField[] = []
  const suggested: Record<string, unknown> = { ...theirs }
  for (const field of Object.keys(mine)) {
    const mineChanged = !same(base[field], mine[field])
    const theirsChanged = !same(base[field], theirs[field])
    if (mineChanged) suggested[field] = mine[field]
    if (same(mine[field], theirs[field])) continue
    fields.push({
      field,
      base: base[field],
      mine: mine[field],
      theirs: theirs[field],
      clash: mineChanged && theirsChanged,
    })
  }
  return { theirs, fields, suggested: suggested as T }
}
