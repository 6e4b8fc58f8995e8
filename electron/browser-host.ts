/**
 * The browser host: the whole program on 127.0.0.1, for machines without the Electron runtime, for development and
 * for the browser tests. `node electron/browser-host.ts [WORKSPACE] [--port N] [--no-open] [--lang zh|en]`
 */
import './machine/require-node.ts'
import { parseArgs } from 'node:util'
import { compose } from './compose.ts'
import { hasScreen, openBrowser } from './loopback/open-browser.ts'
import { plainMachine } from './loopback/plain-machine.ts'
import { serveLoopback } from './loopback/server.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'port': { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false }, 'lang': { type: 'string' } },
})
const lang = values.lang === 'zh' || values.lang === 'en' ? values.lang : undefined
const machine = plainMachine({ workspace: positionals[0] ?? null, lang })
const program = await compose(machine)
const loopback = await serveLoopback(program.handler, Number(values.port))

const opened = !values['no-open'] && hasScreen(process.platform, process.env) && (await openBrowser(loopback.url))
process.stdout.write(
  machine.lang === 'en'
    ? `Xiaotong is running: ${loopback.url}\n${opened ? 'Opened in your browser.' : 'Copy the whole address into the address bar of a browser on this machine.'} Stop it with Ctrl+C.\n`
    : `校统正在运行：${loopback.url}\n${opened ? '已在浏览器中打开。' : '请把完整地址复制到本机浏览器的地址栏。'}按 Ctrl+C 停止。\n`,
)

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
