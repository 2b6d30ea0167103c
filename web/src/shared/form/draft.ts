/** Unsaved input, kept in this tab only: it survives a reload and a detour to the sign-in page, not the tab. */
const PREFIX = 'lantian.draft.'

interface Draft {
  /** What was stored when the input began: input made to something else is not brought back. */
  base: string
  values: unknown
}

export function keepDraft(name: string, base: unknown, values: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify({ base: JSON.stringify(base), values }))
  } catch {
    // Without room or permission there is no draft; the form itself still holds the input.
  }
}

export function readDraft<T>(name: string, base: T): T | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null') as Draft | null
    return draft && draft.base === JSON.stringify(base) ? (draft.values as T) : null
  } catch {
    return null
  }
}

export function forgetDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name)
}

/** At sign-out: what one person typed is not for the next one at this tab. */
export function forgetAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
