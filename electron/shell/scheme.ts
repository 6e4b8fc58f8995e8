/** The page's origin inside Electron: `app://xiaotong/`. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://xiaotong'
export const APP_START = `${APP_ORIGIN}/`

/**
 * What the scheme may do: it is an origin like https (standard, secure) whose page may fetch from it and stream answers.
 * Service workers and code caching stay off: there is nothing they could add to files on this machine.
 */
export const APP_PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true, stream: true } as const

/** Whether an address is of our own page: its origin is compared, never a part of its text (docs/design/shape.md: Addresses). */
export function isOwnAddress(address: string): boolean {
  try {
    const url = new URL(address)
    return url.protocol === `${APP_SCHEME}:` && url.host === 'xiaotong'
  } catch {
    return false
  }
}
