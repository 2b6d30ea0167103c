/** What is handed to the owner of an account: the whole address, with the secret after `#`. */
export function fullLink(path: string): string {
  return new URL(path, location.origin).href
}
