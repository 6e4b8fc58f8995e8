import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/** The folders the program uses on this machine. Nothing is written outside them but what a person saves themself. */
export type Paths = {
  /** Settings and the log: small things of the program's own. */
  data: string
  /** Where a new workspace is proposed; in the person's documents, because it is theirs. */
  workspaces: string
  /** The log file. */
  log: string
}

export type Where = { platform: NodeJS.Platform; env: Record<string, string | undefined>; home: string }

/**
 * The folders by the habits of each system: %APPDATA% on Windows, Application Support on macOS, XDG on Linux.
 * XIAOTONG_HOME puts everything into one folder, for a stick that is carried about and for tests.
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

/** The folders on the machine we run on. */
export function systemPaths(): Paths {
  return pathsFor({ platform: process.platform, env: process.env, home: homedir() })
}
