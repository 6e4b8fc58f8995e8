import { spawn } from 'node:child_process'

/** The command that opens an address in the person's browser; no shell interprets the arguments. */
export function openCommand(platform: NodeJS.Platform, url: string): { command: string; args: string[] } {
  if (platform === 'win32') return { command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] }
  if (platform === 'darwin') return { command: 'open', args: [url] }
  return { command: 'xdg-open', args: [url] }
}

/** True when the machine has a screen for a browser. */
export function hasScreen(platform: NodeJS.Platform, env: Record<string, string | undefined>): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}

/** Opens our loopback address in the person's browser; false when the command cannot start. */
export async function openBrowser(url: string): Promise<boolean> {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error('only our own address is opened')
  const { command, args } = openCommand(process.platform, url)
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', () => done(false))
    child.once('spawn', () => {
      child.unref()
      done(true)
    })
  })
}
