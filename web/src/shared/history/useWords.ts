import { useI18n } from 'vue-i18n'

const CODE = /^[A-Z][A-Z_]*$/

/** What events say, in words: names of fields, and the codes that stand for roles, states and kinds. */
export function useWords(): {
  field: (name: string) => string
  value: (text: string) => string
  actor: (event: { actor: string; actorKind: string }) => string
  /** A name as it stands alone: those of the server itself are said in words. */
  person: (name: string) => string
} {
  const { t, te } = useI18n()
  const code = (text: string) => {
    if (!CODE.test(text)) return text
    const key = te(`role.${text}`) ? `role.${text}` : `code.${text}`
    return te(key) ? t(key) : text
  }
  const own: Record<string, string> = { system: 'actor.SYSTEM', 'command-line': 'actor.LOCAL_COMMAND_LINE' }
  return {
    person: (name) => (own[name] ? t(own[name]) : name),
    field: (name) =>
      name
        .split('.')
        .map((part) => (te(`field.${part}`) ? t(`field.${part}`) : part))
        .join(' · '),
    value: (text) => (text === 'true' || text === 'false' ? t(`code.${text}`) : text.split(', ').map(code).join(', ')),
    actor: ({ actor, actorKind }) =>
      actorKind === 'PERSON' ? actor : `${t(`actor.${actorKind}`)}${actorKind === 'TOKEN' ? ` ${actor}` : ''}`,
  }
}
