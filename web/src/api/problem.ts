/** What the server says when it cannot do what was asked (RFC 9457), or what we say when it did not answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly requestId: string | null,
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

  get needsLogin(): boolean {
    return this.status === 401
  }

  static async of(response: Response): Promise<Problem> {
    const header = response.headers.get('x-request-id')
    let body: Record<string, unknown> = {}
    try {
      body = (await response.json()) as Record<string, unknown>
    } catch {
      // A proxy or a dying server answers without a problem document; the status must do.
    }
    return Problem.from(response.status, body, header)
  }

  static from(status: number, body: Record<string, unknown>, requestId: string | null): Problem {
    const text = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '')
    return new Problem(status, text('code'), text('title'), text('detail'), text('requestId') || requestId)
  }

  static offline(): Problem {
    return new Problem(0, 'offline', '', '', null)
  }
}
