import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { programEnv } from '../builders/run-cli.ts'

const entry = fileURLToPath(new URL('../../electron/browser-host.ts', import.meta.url))

test.each([
  [['none.xiaotong', '--lang', 'en'], 3, /^The workspace .*none\.xiaotong was not found/],
  [['none.xiaotong', '--lang=zh'], 3, /^找不到工作区/],
  [['--nonsense', '--lang', 'en'], 2, /^The arguments are wrong/],
  [['--lang', 'xx'], 2, /--lang zh\|en/],
  [['--port', 'abc', '--lang', 'en'], 2, /--port 0–65535/],
  [['--port', '70000'], 2, /--port 0–65535/],
] as const)('a start with %j ends with exit %d and says why, in the language asked for', (args, code, said) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, '--no-open', ...args], {
    env: programEnv(),
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect([status, stdout]).toEqual([code, ''])
  expect(stderr).toMatch(said)
})
