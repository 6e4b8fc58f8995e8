import { expect, test } from 'vitest'
import { pathsFor } from '../../../electron/machine/paths.ts'

test('each system has its own habit for the folders of a program', () => {
  expect(pathsFor({ platform: 'win32', env: { APPDATA: 'C:\\U\\li\\AppData\\Roaming' }, home: 'C:\\U\\li' })).toEqual({
    data: 'C:\\U\\li\\AppData\\Roaming\\Xiaotong',
    workspaces: 'C:\\U\\li\\Documents\\校统',
    log: 'C:\\U\\li\\AppData\\Roaming\\Xiaotong\\xiaotong.log',
  })
  expect(pathsFor({ platform: 'darwin', env: {}, home: '/Users/li' }).data).toBe('/Users/li/Library/Application Support/Xiaotong')
  expect(pathsFor({ platform: 'linux', env: {}, home: '/home/li' }).data).toBe('/home/li/.local/share/xiaotong')
  expect(pathsFor({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home: '/home/li' }).data).toBe('/data/xiaotong')
})

test('XIAOTONG_HOME keeps everything in one folder, for a stick that is carried about', () => {
  const { data, workspaces, log } = pathsFor({ platform: 'linux', env: { XIAOTONG_HOME: '/stick' }, home: '/home/li' })
  expect([data, workspaces, log]).toEqual(['/stick', '/stick/workspaces', '/stick/xiaotong.log'])
})
