import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { schemeFolder } from '../../../../electron/machine/product.ts'
import { findScheme } from '../../../../electron/services/scheme/schemes.ts'
import { addTask, makeWorkspace, workspaceInfo } from '../../../../electron/services/workspace/workspaces.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)
const unit = { code: '2101', name: '一小', kind: '小学', township: '', class: '', parent: '' }
const scheme = findScheme('minsheng', schemeFolder())
const clock = (): Date => new Date('2021-12-09T00:00:00Z')

test('a period that does not fit the scheme is refused with the expected form, and nothing is made', async () => {
  const path = join(folder, 'w.xiaotong')
  const refused = { problem: { code: 'period-invalid', details: { found: '2021-2022', expected: '2021' } } }
  await expect(makeWorkspace({ path, role: 'school', scheme, period: '2021-2022', unit }, clock)).rejects.toMatchObject(refused)
  expect(existsSync(path)).toBe(false)

  const { workspace } = await makeWorkspace({ path, role: 'school', scheme, period: '２０２１', unit }, clock)
  expect(() => addTask(workspace, scheme, '2021-2022')).toThrow(expect.objectContaining(refused))
  expect(workspaceInfo(workspace).tasks.map(({ key }) => key)).toEqual(['minsheng.2021'])
  workspace.close()
})
