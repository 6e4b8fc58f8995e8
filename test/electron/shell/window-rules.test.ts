import { expect, test } from 'vitest'
import { workspaceArgument } from '../../../electron/shell/arguments.ts'
import { menuFor } from '../../../electron/shell/menu.ts'
import { pdfPages } from '../../../electron/shell/pdf-pages.ts'
import { APP_ORIGIN, isOwnAddress } from '../../../electron/shell/scheme.ts'
import { mayHavePermission, mayNavigate, mayOpenWindow, mayRequest, WINDOW } from '../../../electron/shell/window-rules.ts'

test.each([
  ['app://xiaotong/', true],
  ['app://xiaotong/fill/MS03', true],
  ['app://evil/', false],
  ['app://xiaotong.evil/', false],
  ['app://xiaotong@evil/', false],
  ['https://evil.example/?next=app://xiaotong/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['not an address', false],
])('%s is our own page: %s', (address, own) => {
  expect([isOwnAddress(address), mayNavigate(address)]).toEqual([own, own])
})

test('nothing is asked of any network, and what the page made itself is shown', () => {
  for (const address of ['https://example.org/', 'http://127.0.0.1/', 'ws://x/', 'file:///c', 'blob:https://evil/1'])
    expect(mayRequest(address)).toBe(false)
  for (const address of ['app://xiaotong/assets/a.js', 'blob:app://xiaotong/1', 'data:image/png;base64,'])
    expect(mayRequest(address)).toBe(true)
})

test('the page is sandboxed, without Node and without other windows', () => {
  expect(WINDOW.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  })
  expect(WINDOW.webPreferences).not.toHaveProperty('preload')
  expect(mayOpenWindow()).toBe(false)
})

test('permissions are refused, but for copying cells from our own page', () => {
  for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'hid']) {
    expect(mayHavePermission(permission, APP_ORIGIN)).toBe(false)
  }
  expect(mayHavePermission('clipboard-sanitized-write', APP_ORIGIN)).toBe(true)
  expect(mayHavePermission('clipboard-sanitized-write', 'https://evil.example')).toBe(false)
})

test('the menu is the same in both languages, Chinese first', () => {
  expect(menuFor('zh').map(({ label }) => label)).toEqual(['文件', '编辑', '查看', '帮助'])
  const shape = (lang: 'zh' | 'en'): number[] => menuFor(lang).map(({ entries }) => entries.length)
  expect(shape('en')).toEqual(shape('zh'))
  expect(JSON.stringify(menuFor('en'))).not.toMatch(/[\u4e00-\u9fff]/)
})

test('a workspace on the command line is opened, switches are not taken for one', () => {
  expect(workspaceArgument(['electron', '.', '--lang=zh', '金寨.db'], false)).toBe('金寨.db')
  expect(workspaceArgument(['校统.exe', '--squirrel'], true)).toBeNull()
  expect(workspaceArgument(['electron', '.'], false)).toBeNull()
})

test('a document on its way to PDF is there under its own address only, and only until it is removed', async () => {
  const pages = pdfPages(APP_ORIGIN)
  const { address, remove } = pages.put('<p>表</p>')
  expect(await pages.answer(new Request(address))?.text()).toBe('<p>表</p>')
  expect(pages.answer(new Request(`${APP_ORIGIN}/pdf/other`))).toBeNull()
  remove()
  expect(pages.answer(new Request(address))).toBeNull()
})
