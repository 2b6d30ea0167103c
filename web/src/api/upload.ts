import { headersFor } from './client'
import { Problem } from './problem'
import { tellSignedOut } from './signedOut'

export interface Sending {
  onProgress: (share: number) => void
  signal: AbortSignal
  key?: string
}

/** Sends a form with files and tells how much of it has gone. Aborted by the signal, it leaves nothing behind. */
export function upload<T>(path: string, form: FormData, { onProgress, signal, key }: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', path)
    for (const [name, value] of Object.entries(headersFor('POST'))) call.setRequestHeader(name, value)
    if (key) call.setRequestHeader('Idempotency-Key', key)
    call.responseType = 'json'
    call.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    call.onload = () => {
      const body = (call.response ?? {}) as Record<string, unknown>
      if (call.status >= 200 && call.status < 300) return resolve(body as T)
      const problem = Problem.from(call.status, body, (name) => call.getResponseHeader(name))
      if (problem.needsLogin) tellSignedOut()
      reject(problem)
    }
    call.onerror = () => reject(Problem.offline())
    call.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal.addEventListener('abort', () => call.abort())
    call.send(form)
  })
}
