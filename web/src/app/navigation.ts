/** The pages, under the questions that they answer. A question is shown once it has a page. */
export interface Section {
  key: 'observe' | 'prove' | 'data'
  pages: { name: string; text: string }[]
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
      { name: 'board', text: 'nav.board' },
      { name: 'imports', text: 'nav.imports' },
      { name: 'revisions', text: 'nav.revisions' },
    ],
  },
]

export function sectionOf(section: unknown): Section | null {
  return SECTIONS.find((candidate) => candidate.key === section) ?? null
}
