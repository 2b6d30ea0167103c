/** A fault at one field of what was sent, in words for the one who filled it in. */
export interface FieldFault {
  field: string
  message: string
}

/** What the server says when it cannot do what was asked (RFC 9457), or what we say when it did not answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly requestId: string | null,
    /** The facts behind the detail, as the server gave them. */
    readonly facts: Record<string, unknown> = {},
  ) {
    super(detail || title)
    this.name = 'Problem'
  }

  /** The server could not be reached at all. */
  get isOffline(): boolean {
    return this.status === 0
  }

  get isNotFound(): boolean {
    return this.status === 404
  }

  /** Not signed in (any more); a wrong password or code is answered with 401 too, but says so in its code. */
  get needsLogin(): boolean {
    return this.status === 401 && !this.code.startsWith('identity.')
  }

  /** Somebody else changed the thing since it was read. */
  get isConflict(): boolean {
    return this.status === 412
  }

  /** What is wrong at which field; empty when the problem is not about fields. */
  get faults(): FieldFault[] {
    const errors = this.facts['errors']
    if (Array.isArray(errors)) return errors.filter(isFieldFault)
    const parameter = this.facts['parameter'] ?? this.facts['field']
    return typeof parameter === 'string' ? [{ field: parameter, message: this.detail || this.title }] : []
  }

  /** After how many seconds it makes sense to try again; null when the server did not say. */
  get retryAfterSeconds(): number | null {
    const seconds = this.facts['retryAfterSeconds']
    return typeof seconds === 'number' && seconds >= 0 ? seconds : null
  }

  static async of(response: Response): Promise<Problem> {
    let body: Record<string, unknown> = {}
    try {
      body = (await response.json()) as Record<string, unknown>
    } catch {
      // A proxy or a dying server answers without a problem document; the status must do.
    }
    return Problem.from(response.status, body, (name) => response.headers.get(name))
  }

  static from(status: number, body: Record<string, unknown>, header: (name: string) => string | null): Problem {
    const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '')
    const facts = { ...(body['arguments'] as Record<string, unknown> | undefined) }
    const wait = Number(header('retry-after') ?? NaN)
    if (Number.isFinite(wait)) facts['retryAfterSeconds'] ??= wait
    const id = text('requestId') || header('x-request-id')
    return new Problem(status, text('code'), text('title'), text('detail'), id, facts)
  }

  static offline(): Problem {
    return new Problem(0, 'offline', '', '', null)
  }

  /** Whatever was thrown, as a problem; a fault of the page itself says what it is. */
  static caught(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0, 'page-fault', '', String(error), null)
  }
}

function isFieldFault(entry: unknown): entry is FieldFault {
  const fault = entry as Partial<FieldFault> | null
  return typeof fault?.field === 'string' && typeof fault.message === 'string'
}
