import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { bundleNode } from '../../build/bundle-node.ts'
import { buildPage } from '../../build/page.ts'
import { requests, type Ask } from './requests.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runtime = new URL('./dist/version', `file://${createRequire(import.meta.url).resolve('electron/package.json')}`)
const present = existsSync(runtime)

test('the Electron runtime is here, or its absence is said', ({ skip }) => {
  if (!present) skip('the Electron runtime is not in node_modules/electron/dist: the shell itself was not started')
})

describe.runIf(present)('the Electron shell', () => {
  let shell: ElectronApplication
  let ask: Ask
  beforeAll(async () => {
    await buildPage()
    await bundleNode()
    shell = await _electron.launch({ args: [root, '--no-sandbox'] })
    const page = await shell.firstWindow()
    ask = async (path) => {
      const answer = await page.evaluate(async (at) => {
        const response = await fetch(at)
        return { status: response.status, headers: [...response.headers], text: await response.text() }
      }, path)
      return new Response(answer.text, { status: answer.status, headers: answer.headers })
    }
  }, 120_000)
  afterAll(() => shell?.close())

  test.each(requests)('$name', ({ run }) => run(ask))
})
