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

/** Whether the page may navigate to an address: only inside the page's own origin. */
export function mayNavigate(address: string): boolean {
  return isOwnAddress(address)
}

/** The page may open no window; printing and downloads need none. */
export function mayOpenWindow(): false {
  return false
}

/** Whether the page has a permission: only writing to the clipboard, for copied cells. */
export function mayHavePermission(permission: string, address: string): boolean {
  return isOwnAddress(address) && permission === 'clipboard-sanitized-write'
}

/**
 * Whether a request may leave the page: only to the page's own origin, blob:, data: and devtools: addresses. No request of a
 * page, a workbook's image or an extension reaches a network (docs/design/promises.md: Promise 6).
 */
export function mayRequest(address: string): boolean {
  return (
    isOwnAddress(address) || address.startsWith(`blob:app://xiaotong/`) || address.startsWith('data:') || address.startsWith('devtools:')
  )
}
