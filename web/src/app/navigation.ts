/** The pages, under the questions that they answer. A question is shown once it has a page that one may see. */
export interface Section {
  key: 'observe' | 'prove' | 'data' | 'manage' | 'account'
  pages: PageEntry[]
}

export interface PageEntry {
  name: string
  text: string
  /** What one must be allowed to do; none for what everybody may see. */
  action?: string
}

export const SECTIONS: Section[] = [
  {
    key: 'observe',
    pages: [
      { name: 'overview', text: 'nav.overview' },
      { name: 'stations', text: 'nav.stations' },
      { name: 'compare', text: 'nav.compare' },
      { name: 'tables', text: 'nav.tables' },
    ],
  },
  {
    key: 'prove',
    pages: [
      { name: 'ranking', text: 'nav.ranking' },
      { name: 'attainment', text: 'nav.attainment' },
    ],
  },
  {
    key: 'data',
    pages: [
      { name: 'board', text: 'nav.board', action: 'READ_DATA' },
      { name: 'imports', text: 'nav.imports', action: 'READ_DATA' },
      { name: 'revisions', text: 'nav.revisions', action: 'READ_DATA' },
    ],
  },
  {
    key: 'manage',
    pages: [
      { name: 'users', text: 'nav.users', action: 'LIST_PEOPLE' },
      { name: 'units', text: 'nav.units', action: 'LIST_PEOPLE' },
      { name: 'matrix', text: 'nav.matrix', action: 'READ_MATRIX' },
      { name: 'lock-outs', text: 'nav.lockOuts', action: 'EDIT_PEOPLE' },
      { name: 'audit', text: 'nav.audit', action: 'READ_AUDIT' },
      { name: 'jobs', text: 'nav.jobs', action: 'READ_OWN_JOBS' },
      { name: 'files-check', text: 'nav.filesCheck', action: 'CHECK_FILES' },
    ],
  },
]

/** One's own things: behind one's name, not among the questions. */
export const ACCOUNT: Section = {
  key: 'account',
  pages: [
    { name: 'account', text: 'nav.account', action: 'USE_OWN_ACCOUNT' },
    { name: 'password', text: 'nav.password', action: 'SECURE_OWN_ACCOUNT' },
    { name: 'second-factor', text: 'nav.secondFactor', action: 'SECURE_OWN_ACCOUNT' },
    { name: 'sessions', text: 'nav.sessions', action: 'USE_OWN_ACCOUNT' },
    { name: 'tokens', text: 'nav.tokens', action: 'USE_OWN_ACCOUNT' },
  ],
}

export function sectionOf(section: unknown): Section | null {
  return [...SECTIONS, ACCOUNT].find((candidate) => candidate.key === section) ?? null
}

/** A section with those pages that one may see; null when there are none. */
export function allowed(section: Section | null, may: (action: string) => boolean): Section | null {
  const pages = section?.pages.filter((page) => !page.action || may(page.action)) ?? []
  return section && pages.length > 0 ? { ...section, pages } : null
}

/** Where somebody begins: with the first question of their role, as far as there is a page for it. */
const START: { role: string; to: { name: string; query?: Record<string, string> } }[] = [
  { role: 'CITY_OFFICE', to: { name: 'overview' } },
  { role: 'LEADER', to: { name: 'attainment' } },
  { role: 'COUNTY', to: { name: 'ranking', query: { scope: 'county' } } },
  { role: 'DEPARTMENT', to: { name: 'overview' } },
  { role: 'SYSTEM_ADMINISTRATOR', to: { name: 'users' } },
  { role: 'SECURITY_ADMINISTRATOR', to: { name: 'users', query: { proposed: 'true' } } },
  { role: 'AUDIT_ADMINISTRATOR', to: { name: 'audit' } },
]

export function startOf(roles: readonly string[]): { name: string; query?: Record<string, string> } {
  return START.find(({ role }) => roles.includes(role))?.to ?? { name: 'overview' }
}
