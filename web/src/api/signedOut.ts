let listener: () => void = () => undefined

/** Whom to tell that the server does not know us any more. */
export function onSignedOut(told: () => void): void {
  listener = told
}

export function tellSignedOut(): void {
  listener()
}
