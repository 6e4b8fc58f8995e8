import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProgram } from '../../builders/program.ts'
import { temporaryFolder } from '../../builders/run-cli.ts'
import { json, say } from './run-in-process.ts'

/** A page looks at another task, and scripts go on with theirs (docs/command-line.md: Commands). */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [county, school] = [join(folder, 'county.xiaotong'), join(folder, 'school.xiaotong')]
const [unit, file] = ['2134900008', join(folder, 'return.xlsx')]

beforeAll(async () => {
  writeFileSync(join(folder, 'roster.csv'), `代码,名称,类型\n${unit},甲小学,小学\n`)
  const scheme = ['--scheme', 'minsheng', '--period', '2021']
  await json(['init', county, ...scheme, '--unit', '3400000001', '--name', '教育局', '--roster', join(folder, 'roster.csv')])
  await json(['init', school, ...scheme, '--unit', unit, '--name', '甲小学', '--kind', '小学'])
  await json(['set', school, '--unit', unit, 'MS00.03.1=1'])
  await json(['export', school, '--unit', unit, '--out', file])
  expect(await json(['receive', county, file])).toMatchObject({ batch: 1 })
  const program = await startProgram(folder, county)
  await program.ask('POST', '/api/tasks', { scheme: 'minsheng', period: '2022' })
  await program.within({ task: 'minsheng.2022' }).ask('POST', '/api/used')
  program.close()
}, 60_000)

test('without --task a command works on the task used last, and names it', async () => {
  for (const args of [
    ['set', county, '--unit', unit, 'MS00.03.1=2'],
    ['check', county],
    ['status', county],
    ['consolidate', county],
  ]) {
    expect((await say(...args, '--lang', 'en')).stdout).toMatch(/^task minsheng\.2022\n/)
    expect((await say(...args, '--lang', 'zh')).stdout).toMatch(/^任务 minsheng\.2022\n/)
  }
  expect(await json(['status', county])).toMatchObject({ task: 'minsheng.2022' })
})

test('the text of facts is the document that set takes, whichever task it names', async () => {
  const said = await say('facts', county, '--unit', unit, '--task', 'minsheng.2022')
  expect(JSON.parse(said.stdout)).toMatchObject({ task: 'minsheng.2022' })
  writeFileSync(join(folder, 'facts.json'), said.stdout)
  expect(await json(['set', county, '--unit', unit, '--from', join(folder, 'facts.json')])).toMatchObject({ refused: [] })
})

test('--task says which task a command works on, by its key or its period alone', async () => {
  for (const key of ['minsheng.2021', '2021'])
    expect(await json(['facts', county, '--unit', unit, '--task', key])).toMatchObject({
      facts: { 'MS00.03.1': '1' },
      task: 'minsheng.2021',
    })
})

test('a task that is not there is refused with those that are', async () => {
  const said = await say('status', county, '--task', 'minsheng.1999', '--lang', 'en')
  expect([said.code, said.stdout]).toEqual([2, ''])
  expect(said.stderr).toMatch(/^task-unknown: .*minsheng\.1999.*minsheng\.2022, minsheng\.2021/)
  expect((await say('backup', county, '--task', 'minsheng.2021')).code).toBe(2)
})

test('undoing a batch of another task says whose it is', async () => {
  const refused = await say('undo', county, '1', '--lang', 'en')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toMatch(/^batch-unknown: .*minsheng\.2021.*--task minsheng\.2021/)
  expect((await say('undo', county, '99', '--lang', 'en')).stderr).toBe('batch-unknown: There is no batch 99.\n')
  expect(await json(['undo', county, '1', '--task', 'minsheng.2021'])).toEqual({ batch: 1, restored: 1, task: 'minsheng.2021' })
})
