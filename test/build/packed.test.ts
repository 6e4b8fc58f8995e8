import { expect, test } from 'vitest'
import { judgePacked, type Packed } from '../../build/packed.ts'

const binding = 'node_modules/better-sqlite3/prebuilds/win32-x64.node'
const whole = [
  'package.json',
  'LICENSE',
  'dist/node/electron/main.js',
  'dist/node/electron/browser-host.js',
  'dist/node/electron/cli.js',
  'dist/node/shared/schemes/minsheng.yaml',
  'dist/page/index.html',
  'node_modules/better-sqlite3/package.json',
  'node_modules/exceljs/lib/exceljs.nodejs.js',
  'node_modules/hono/package.json',
  binding,
]

function judge(inside: string[], unpacked = [binding]): string[] {
  const packed: Packed = { inside, unpacked, total: 0, largest: [] }
  return judgePacked(packed, 'win32-x64')
}

test('a whole program is taken', () => {
  expect(judge(whole)).toEqual([])
})

test.each(whole.slice(0, -1))('without %s it is not', (name) => {
  expect(judge(whole.filter((other) => other !== name)).join()).toMatch(/missing: /)
})

test('the database must lie beside the archive, and only the one of this platform', () => {
  expect(judge(whole, [])).toEqual([`not unpacked beside the asar: ${binding}`])
  expect(judge([...whole, 'node_modules/better-sqlite3/prebuilds/linux-x64.node'])).toHaveLength(1)
})

test.each([
  'test/a.js',
  'dist/node/electron/main.ts',
  'node_modules/antd/package.json',
  'node_modules/hono/dist/x.js.map',
  'node_modules/better-sqlite3/deps/sqlite3.c',
  'node_modules/es-abstract/index.js',
])('%s does not belong into it', (name) => {
  expect(judge([...whole, name])).toHaveLength(1)
})
