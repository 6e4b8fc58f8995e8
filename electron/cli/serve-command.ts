import { commandLineSentences } from '../../shared/text/command-line.ts'
import { portOf } from '../loopback/arguments.ts'
import { hasScreen, openBrowser } from '../loopback/open-browser.ts'
import type { Command } from './command.ts'

const serve: Command = {
  name: 'serve',
  usage: 'serve [WORKSPACE] [--port N] [--no-open]',
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  run: async ({ positionals, text, flag, json, lang }, { machine }) => {
    const port = portOf(text('port'))
    // Loaded late, because no other command needs routes and a server.
    const [{ compose }, { serveLoopback }] = await Promise.all([import('../compose.ts'), import('../loopback/server.ts')])
    const program = await compose({ ...machine, workspace: positionals[0] ?? null })
    const loopback = await serveLoopback(program.handler, port)
    // The address is printed at once, because the command runs until a signal stops it.
    process.stdout.write(`${json ? JSON.stringify({ url: loopback.url }) : commandLineSentences(lang).running(loopback.url)}\n`)
    if (!flag('no-open') && hasScreen(process.platform, process.env)) await openBrowser(loopback.url)
    await new Promise<void>((stopped) => {
      process.once('SIGINT', stopped)
      process.once('SIGTERM', stopped)
    })
    await loopback.close()
    program.close()
    process.exit(0)
  },
}

export const serveCommands: readonly Command[] = [serve]
