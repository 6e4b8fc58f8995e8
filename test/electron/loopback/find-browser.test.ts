import { expect, test } from 'vitest'
import { browserCandidates, findInstalledBrowser } from '../../../electron/loopback/find-browser.ts'
import { hasScreen, openBrowser, openCommand } from '../../../electron/loopback/open-browser.ts'

test('on Windows Chrome is looked for before Edge, in all program folders', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)', LOCALAPPDATA: 'C:\\U\\AppData\\Local' }
  const found = browserCandidates({ platform: 'win32', env, home: 'C:\\U' })
  expect(found[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  expect(found).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
  expect(found).toContain('C:\\U\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe')
})

test('on macOS the programs folders of the machine and of the person are looked through', () => {
  const found = browserCandidates({ platform: 'darwin', env: {}, home: '/Users/li' })
  expect(found).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  expect(found).toContain('/Users/li/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
})

test('on Linux PATH is followed, but not into the current folder', () => {
  const found = browserCandidates({ platform: 'linux', env: { PATH: '.:/opt/bin:' }, home: '/home/li' })
  expect(found).toContain('/opt/bin/chromium')
  expect(found.every((path) => path.startsWith('/'))).toBe(true)
})

test('a browser that is named comes first; where none is installed there is none', () => {
  expect(browserCandidates({ platform: 'linux', env: { XIAOTONG_BROWSER: '/b', PATH: '' }, home: '/' })[0]).toBe('/b')
  expect(findInstalledBrowser({ platform: 'win32', env: {}, home: 'C:\\' })).toBeNull()
})

test('the address goes to the system as one argument, through no shell', () => {
  const url = 'http://127.0.0.1:1/?token=a&b'
  for (const platform of ['win32', 'darwin', 'linux'] as const) expect(openCommand(platform, url).args.at(-1)).toBe(url)
  expect(openCommand('win32', url).command).not.toMatch(/cmd|start/)
})

test('no address but our own is ever opened', async () => {
  await expect(openBrowser('https://example.org/')).rejects.toThrow('our own address')
})

test('without a display on Linux there is no screen', () => {
  expect(hasScreen('linux', {})).toBe(false)
  expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasScreen('win32', {})).toBe(true)
})
