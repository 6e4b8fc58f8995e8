import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import type { Where } from '../machine/paths.ts'

const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]
const MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const LINUX = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable']

/** The possible paths of Chrome, Edge or Chromium, best first; XIAOTONG_BROWSER adds a path in front. */
export function browserCandidates({ platform, env, home }: Where): string[] {
  const named = env['XIAOTONG_BROWSER']
  const first = named === undefined || named === '' ? [] : [named]
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined)
    return [...first, ...WINDOWS.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)))]
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')]
    return [...first, ...MAC.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`))]
  }
  const folders = (env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin').split(':').filter((folder) => folder.startsWith('/'))
  return [...first, ...LINUX.flatMap((name) => [...folders, '/snap/bin', '/opt/google/chrome'].map((folder) => posix.join(folder, name)))]
}

/** The first installed Chrome, Edge or Chromium, otherwise null. */
export function findInstalledBrowser(where: Where): string | null {
  return browserCandidates(where).find((path) => existsSync(path)) ?? null
}

const BUNDLED = '@sparticuz/chromium'

function mayUnpack(where: Where): boolean {
  return where.platform === 'linux' && process.arch === 'x64'
}

/**
 * The path of an installed browser, otherwise of the Chromium in @sparticuz/chromium (Linux x64, unpacked into
 * the temporary folder at first use; a development package that does not ship), otherwise null.
 */
export async function findChromium(where: Where): Promise<string | null> {
  const installed = findInstalledBrowser(where)
  if (installed !== null) return installed
  if (!mayUnpack(where)) return null
  try {
    const { default: chromium } = await import(BUNDLED)
    return await chromium.executablePath()
  } catch {
    return null
  }
}

/** True when `findChromium` has a browser to return; unpacks nothing. */
export function mayHaveChromium(where: Where): boolean {
  if (findInstalledBrowser(where) !== null) return true
  if (!mayUnpack(where)) return false
  try {
    import.meta.resolve(BUNDLED)
    return true
  } catch {
    return false
  }
}
