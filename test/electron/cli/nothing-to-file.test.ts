import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startProgram } from '../../builders/program.ts'
import { temporaryFolder } from '../../builders/run-cli.ts'
import { say } from './run-in-process.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

test('a unit to which the scheme gives no table signs nothing: the page and the command line say so', async () => {
  const program = await startProgram(folder, null)
  const unit = { code: '2134900099', name: '青峰镇完小', kind: '完小', township: '青峰镇', class: '220', parent: '' }
  await program.ask('POST', '/api/workspace/create', { role: 'school', scheme: 'minsheng', period: '2021', unit, file: '完小' })
  const answer = await program.raw('POST', `/api/filings/${unit.code}/sign`, {
    head: '张三',
    statistician: '',
    filler: '李四',
    phone: '',
    reportedOn: null,
  })
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ code: 'nothing-to-file', details: { unit: '青峰镇完小', kind: '完小' } })
  program.close()
  const said = await say('sign', join(folder, '完小.xiaotong'), '--unit', unit.code, '--filler', '李四', '--head', '张三')
  expect(said.code).toBe(1)
  expect(said.stderr).toContain('青峰镇完小（完小）在这项任务中没有要填的报表，不需要签报')
})
