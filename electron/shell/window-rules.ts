import { isOwnAddress } from './scheme.ts'

/**
 * The options of the window: a sandboxed page without Node or preload, sized for the users' smallest screen
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

/** Switches that turn off Chromium's background services with network access (docs/design/promises.md: Promise 6). */
export const QUIET_SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
] as const

/** True for an address of the page's own origin, the only one that the page may navigate to. */
export function mayNavigate(address: string): boolean {
  return isOwnAddress(address)
}

/** Always false: the page opens no window, because printing and downloads need none. */
export function mayOpenWindow(): false {
  return false
}

/** True for the page's only permission: writing to the clipboard, for copied cells. */
export function mayHavePermission(permission: string, address: string): boolean {
  return isOwnAddress(address) && permission === 'clipboard-sanitized-write'
}

/**
 * True for a request to the page's own origin or to a blob:, data: or devtools: address. No request of a page, a workbook's
 * image or an extension reaches a network (docs/design/promises.md: Promise 6).
 */
export function mayRequest(address: string): boolean {
  return (
    isOwnAddress(address) || address.startsWith(`blob:app://xiaotong/`) || address.startsWith('data:') || address.startsWith('devtools:')
  )
}
