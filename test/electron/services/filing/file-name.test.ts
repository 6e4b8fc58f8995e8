import { expect, test } from 'vitest'
import { fileName, filingFileName } from '../../../../electron/services/filing/file-name.ts'

const unit = { code: '1134900011', name: '梅岭镇第一小学' }
const scheme = { title: '教育民生工程统计报表' }
const named = (state: { revision?: number; draft?: boolean; blank?: boolean }) =>
  filingFileName(unit, scheme, '2021', { revision: 0, draft: false, blank: false, ...state })

test('the first and the second revision, drafts and the empty form have names of their own', () => {
  const front = '1134900011 梅岭镇第一小学 教育民生工程统计报表 2021'
  expect(named({ revision: 1 })).toBe(`${front} 第 1 版`)
  expect(named({ revision: 2 })).toBe(`${front} 第 2 版`)
  expect(named({ draft: true })).toBe(`${front} 草稿`)
  expect(named({ draft: true, revision: 1 })).toBe(`${front} 第 2 版草稿`)
  expect(named({ blank: true, revision: 1 })).toBe(`${front} 空表`)
  expect(named({})).toBe(front)
})

test('what Windows does not take is left out', () => {
  expect(fileName('1/2', '一小\\二小:"*', ' 方案？<a>|b\t', '2021', '')).toBe('1 2 一小 二小 方案？ a b 2021')
})

test('long names are cut, the title first, and the code, the period and the ending stay', () => {
  const long = fileName('1134900011', '县'.repeat(120), '方案'.repeat(60), '2021-2022-1', '第 2 版草稿')
  expect(Buffer.byteLength(`${long} 退回修改单.xlsx`), 'the limit of Linux').toBeLessThan(255)
  expect(fileName('1', 'a'.repeat(200), '', '2021', '').length, 'the limit of Windows').toBeLessThan(115)
  expect(long).toMatch(/^1134900011 县+ (方案)+ 2021-2022-1 第 2 版草稿$/)
  expect(fileName('1134900011', '梅岭镇第一小学', '方案'.repeat(60), '2021', '草稿')).toContain('梅岭镇第一小学 方案')
})
