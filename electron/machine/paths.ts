import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/** The program's folders; other writes go only to temporary folders and to files that a person saves. */
export type Paths = {
  /** The folder of the log and the compile cache. */
  data: string
  /** The proposed folder of a new workspace, in the person's documents. */
  workspaces: string
  /** The log file. */
  log: string
}

export type Where = { platform: NodeJS.Platform; env: Record<string, string | undefined>; home: string }

/**
 * The folders by each system's convention: %APPDATA% on Windows, Application Support on macOS, XDG on Linux.
 * XIAOTONG_HOME puts all files into one folder, for a USB stick and for tests.
 */
export function pathsFor(where: Where): Paths {
  const { join } = where.platform === 'win32' ? win32 : posix
  const own = where.env['XIAOTONG_HOME']
  if (own !== undefined && own !== '') {
    return { data: own, workspaces: join(own, 'workspaces'), log: join(own, 'xiaotong.log') }
  }
  const data = dataFolder(where, join)
  return { data, workspaces: join(where.home, 'Documents', '校统'), log: join(data, 'xiaotong.log') }
}

function dataFolder({ platform, env, home }: Where, join: (...parts: string[]) => string): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Xiaotong')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Xiaotong')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'xiaotong')
}

/** The folders on this machine. */
export function systemPaths(): Paths {
  return pathsFor({ platform: process.platform, env: process.env, home: homedir() })
}
