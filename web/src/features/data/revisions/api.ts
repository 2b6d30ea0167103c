import { api, body } from '@/api/client'
import type { Schemas } from '@/api/types'

export type Revision = Schemas['RevisionView']

/** Newest first; `cursor` is what the page before gave as its next. */
export const readRevisions = (from: string, to: string, station: string | null, cursor: string | null) =>
  body(
    api.GET('/api/v1/data/revisions', {
      params: { query: { from, to, station: station ?? undefined, limit: 200, cursor: cursor ?? undefined } },
    }),
  )
