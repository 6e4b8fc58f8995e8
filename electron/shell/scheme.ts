/** The page's origin inside Electron: `app://xiaotong/`. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://xiaotong'
export const APP_START = `${APP_ORIGIN}/`

/**
 * The privileges of the app: scheme: an origin like https (standard, secure) with fetch and streamed answers.
 * Service workers and code caching stay off, because local files need neither.
 */
export const APP_PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true, stream: true } as const

/** True for an address of our page, by parsed origin and not by text (docs/design/shape.md: Addresses). */
export function isOwnAddress(address: string): boolean {
  try {
    const url = new URL(address)
    return url.protocol === `${APP_SCHEME}:` && url.host === 'xiaotong'
  } catch {
    return false
  }
}
