import { request } from '@/api/request'
import { useResource } from '@/api/useResource'

interface Matrix {
  actions: { action: string; text: string }[]
}

/** What the actions of the matrix are called, in the language of the page; until they are known, their code. */
export function useActionTexts(): { say: (action: string) => string } {
  const matrix = useResource((signal) => request<Matrix>('GET', '/api/v1/roles/matrix', { signal }))
  return {
    say: (action) => matrix.data.value?.actions.find((entry) => entry.action === action)?.text ?? action,
  }
}
