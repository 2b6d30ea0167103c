import type { Unit } from '../api'

export interface Branch {
  unit: Unit
  depth: number
}

/** The tree as lines from top to bottom; a unit whose parent is not in the list stands at the top. */
export function linesOf(units: readonly Unit[]): Branch[] {
  const known = new Set(units.map((unit) => unit.id))
  const below = new Map<number | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const lines: Branch[] = []
  const walk = (parent: number | null, depth: number) => {
    for (const unit of below.get(parent) ?? []) {
      lines.push({ unit, depth })
      walk(unit.id, depth + 1)
    }
  }
  walk(null, 0)
  return lines
}

/** The unit itself and all below it: where it cannot be moved to. */
export function subtree(units: readonly Unit[], id: number): Set<number> {
  const inside = new Set([id])
  let grown = true
  while (grown) {
    grown = false
    for (const unit of units) {
      if (unit.parentId !== null && inside.has(unit.parentId) && !inside.has(unit.id)) {
        inside.add(unit.id)
        grown = true
      }
    }
  }
  return inside
}
