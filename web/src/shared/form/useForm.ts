import { computed, reactive, ref, shallowRef, toRaw, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { Problem } from '@/api/problem'
import { forgetDraft, keepDraft, readDraft } from './draft'
import { mergeOf, type Merge } from './merge'

export type Values = Record<string, unknown>
export type Faults<T> = Partial<Record<keyof T & string, string>>

export interface FormOptions<T extends Values, R> {
  initial: () => T
  /** Said early, at the field; the server has the last word. */
  check?: (values: T) => Faults<T>
  save: (values: T) => Promise<R>
  /** Under which unsaved input is kept in this tab. Never for a form with a password. */
  draft?: string
  /** What the server holds now, as values of this form, when it refuses a change because of a newer version. */
  current?: (facts: Record<string, unknown>) => T
}

export interface Form<T extends Values, R> {
  values: T
  faults: ComputedRef<Faults<T>>
  problem: ShallowRef<Problem | null>
  busy: Ref<boolean>
  dirty: ComputedRef<boolean>
  /** Whether unsaved input of before was brought back. */
  restored: Ref<boolean>
  /** What was changed by somebody else meanwhile. */
  conflict: ShallowRef<Merge<T> | null>
  /** Saves; null when that did not work, the reason then stands in the form. */
  submit: () => Promise<R | null>
  /** Begins anew with what is stored (or given) now; unsaved input is thrown away. */
  reset: (values?: T) => void
  /** Goes on with the values chosen from both sides. */
  resolve: (values: T) => void
}

const copy = <T extends Values>(values: T): T => JSON.parse(JSON.stringify(values)) as T

export function useForm<T extends Values, R>(options: FormOptions<T, R>): Form<T, R> {
  const base: ShallowRef<T> = shallowRef(copy(options.initial()))
  const values = reactive(copy(base.value)) as T
  const tried = ref(false)
  const busy = ref(false)
  const restored = ref(false)
  const problem: ShallowRef<Problem | null> = shallowRef(null)
  const conflict: ShallowRef<Merge<T> | null> = shallowRef(null)
  /** The server's faults hold as long as the field still says what the server refused. */
  const refused = ref<Record<string, { message: string; value: string }>>({})

  const text = (value: unknown) => JSON.stringify(value) ?? ''
  const dirty = computed(() => text(values) !== text(base.value))
  const faults = computed<Faults<T>>(() => {
    const found: Record<string, string> = tried.value ? { ...(options.check?.(values) as Record<string, string>) } : {}
    for (const [field, fault] of Object.entries(refused.value)) {
      if (text(values[field]) === fault.value) found[field] ||= fault.message
    }
    for (const [field, message] of Object.entries(found)) if (!message) delete found[field]
    return found as Faults<T>
  })

  function restore(): void {
    const draft = options.draft ? readDraft<T>(options.draft, base.value) : null
    if (!draft) return
    Object.assign(values, draft)
    restored.value = true
  }
  restore()
  watch(
    () => text(values),
    () => {
      if (!options.draft) return
      if (dirty.value) keepDraft(options.draft, base.value, toRaw(values))
      else forgetDraft(options.draft)
    },
  )

  function refuse(error: unknown): void {
    const caught = Problem.caught(error)
    problem.value = caught
    const known = caught.faults.filter(({ field }) => field in values)
    refused.value = Object.fromEntries(
      known.map(({ field, message }) => [field, { message, value: text(values[field]) }]),
    )
    const current = caught.facts['current'] as Record<string, unknown> | undefined
    if (caught.isConflict && current && options.current) {
      conflict.value = mergeOf(base.value, copy(values), options.current(caught.facts))
    }
  }

  async function submit(): Promise<R | null> {
    if (busy.value) return null
    tried.value = true
    problem.value = null
    conflict.value = null
    if (Object.keys(faults.value).length > 0) return null
    busy.value = true
    try {
      const result = await options.save(copy(values))
      base.value = copy(values)
      tried.value = false
      restored.value = false
      refused.value = {}
      if (options.draft) forgetDraft(options.draft)
      return result
    } catch (error) {
      refuse(error)
      return null
    } finally {
      busy.value = false
    }
  }

  function reset(next: T = options.initial()): void {
    base.value = copy(next)
    Object.assign(values, copy(next))
    tried.value = false
    restored.value = false
    problem.value = null
    conflict.value = null
    refused.value = {}
    if (options.draft) forgetDraft(options.draft)
  }

  function resolve(chosen: T): void {
    const theirs = conflict.value?.theirs
    if (theirs) base.value = copy(theirs)
    Object.assign(values, copy(chosen))
    conflict.value = null
    problem.value = null
  }

  return { values, faults, problem, busy, dirty, restored, conflict, submit, reset, resolve }
}
