import { isOwnAddress } from './scheme.ts'

/**
 * What the window is made of: a sandboxed page without Node, without preload, on the users' smallest screen
 * (docs/design/pages.md: Screen).
 */
export const WINDOW = {
  width: 1366,
  height: 728,
  minWidth: 1024,
  minHeight: 600,
  backgroundColor: '#f6f7f8',
  title: '校统',
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    devTools: false,
  },
} as const

/** Services that a Chromium starts of its own accord and that would ask a network for something (docs/design/promises.md: Promise 6). */
export const QUIET_SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
] as const

/** The page may move only inside its own origin. */
export function mayNavigate(address: string): boolean {
  return isOwnAddress(address)
}

/** No new windows at all: what is printed is printed from the page, what is saved is a download. */
export function mayOpenWindow(): false {
  return false
}

/** Permissions that the page may have: to put text on the clipboard when a person copies cells. Everything else is refused. */
export function mayHavePermission(permission: string, address: string): boolean {
  return isOwnAddress(address) && permission === 'clipboard-sanitized-write'
}

/**
 * Requests that may leave the page: its own origin, and what it made itself (blob:, data:). Nothing goes to a network
 * (docs/design/promises.md: Promise 6), whatever a page, an image in a workbook or an extension asks for.
 */
export function mayRequest(address: string): boolean {
  return (
    isOwnAddress(address) || address.startsWith(`blob:app://xiaotong/`) || address.startsWith('data:') || address.startsWith('devtools:')
  )
}
