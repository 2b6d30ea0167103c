import type { PasswordRules } from '@/shared/session'

/** What is asked of a new password, as keys of texts with their values; the server has the last word. */
export function ruleTexts(rules: PasswordRules): { key: string; values: Record<string, number> }[] {
  return [
    { key: 'identity.ruleLength', values: { count: rules.leastLength } },
    ...(rules.classes > 0 ? [{ key: 'identity.ruleClasses', values: { count: rules.classes } }] : []),
    ...(rules.breachedList ? [{ key: 'identity.ruleBreached', values: {} }] : []),
    ...(rules.changeDays ? [{ key: 'identity.ruleDays', values: { count: rules.changeDays } }] : []),
  ]
}
