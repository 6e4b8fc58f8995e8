/**
 * The browser host: the whole program on 127.0.0.1, for machines without the Electron runtime or without a screen.
 * `node electron/browser-host.ts [WORKSPACE] [--port N] [--no-open] [--lang LANGUAGE]`
 * Exit 2 for an unknown option, 3 for a failed start, each with the reason as a sentence on stderr.
 */
import './machine/require-node.ts'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fail } from '../shared/problem.ts'
import { commandLineSentences } from '../shared/text/command-line.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '../shared/text/languages.ts'
import { portOf, spokenLanguage } from './loopback/arguments.ts'
import { hasScreen, openBrowser } from './loopback/open-browser.ts'
import { languageOf, plainMachine } from './loopback/plain-machine.ts'
import { serveLoopback } from './loopback/server.ts'
import { startFailure } from './machine/start-failure.ts'

type Choice = { workspace: string | null; port: number; open: boolean; lang: LanguageCode | undefined }

function readChoice(args: string[]): Choice {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false }, lang: { type: 'string' } },
  })
  const { lang } = values
  if (lang !== undefined && !isLanguageCode(lang)) return fail('usage', { what: `--lang ${languageCodes.join('|')}` })
  return { workspace: positionals[0] ?? null, port: portOf(values.port), open: !values['no-open'], lang }
}

async function run(choice: Choice): Promise<void> {
  const machine = plainMachine(choice)
  // The compile cache helps only modules loaded later, hence the dynamic import.
  enableCompileCache(join(machine.paths.data, 'compiled'))
  const { compose } = await import('./compose.ts')
  const program = await compose(machine)
  const loopback = await serveLoopback(program.handler, choice.port)

  const opened = choice.open && hasScreen(process.platform, process.env) && (await openBrowser(loopback.url))
  process.stdout.write(`${commandLineSentences(machine.lang).start.running(loopback.url, opened ? 'opened' : 'not-opened')}\n`)

  let ending = false
  async function end(): Promise<void> {
    if (ending) return
    ending = true
    await loopback.close()
    program.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
}

function stop(error: unknown, code: number): void {
  process.stderr.write(`${startFailure(error, spokenLanguage(process.argv) ?? languageOf(process.env))}\n`)
  process.exit(code)
}

let choice: Choice | null = null
try {
  choice = readChoice(process.argv.slice(2))
} catch (error) {
  stop(error, 2)
}
if (choice !== null) await run(choice).catch((error: unknown) => stop(error, 3))
