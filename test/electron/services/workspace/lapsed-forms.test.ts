import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import { addTask, makeWorkspace, workspaceInfo } from '../../../../electron/services/workspace/workspaces.ts'

const scheme = loadScheme(
  `
scheme: approved
version: '1'
title: 统计报表
issuer: 教育部
approved-by: 国家统计局
approval-number: 国统制〔2020〕12 号
valid-until: 2021-06
period: year
units: { all: 'kind <> ""' }
tables:
  - { code: A, title: a, filed-by: all, columns: [{ code: '1', title: x }], rows: [{ code: '01', title: n }] }
`,
  'approved.yaml',
)

test('a period that begins after the forms have lapsed is pointed out among the tasks, and taken up all the same', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'xiaotong-lapsed-')), 'w.xiaotong')
  const unit = { code: '341524', name: '某县教育局', kind: '教育局', township: '', class: '', parent: '' }
  const first = await makeWorkspace({ path, role: 'county', scheme, period: '2021', unit }, () => new Date('2021-12-09T00:00:00Z'))
  expect(addTask(first.workspace, scheme, '2022').task.period).toBe('2022')
  const { tasks } = workspaceInfo(first.workspace)
  expect(tasks.map(({ period, lapsed }) => [period, lapsed]).sort()).toEqual([
    ['2021', null],
    ['2022', '2021-06'],
  ])
  first.workspace.close()
})
