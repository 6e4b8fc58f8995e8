import { afterAll, expect, test } from 'vitest'
import type { FilingView } from '../../../../shared/api/filing.ts'
import type { Finding } from '../../../../shared/check/findings.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { startProgram, type Program } from '../../../builders/program.ts'
import { arrive, demoInputsByUnit, demoReturn, demoUnits, receive } from '../../../builders/returns.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

/** Returns with the figures that are held and other words: explanations, texts that do not fit, names. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [school = ''] = demoUnits('小学')
const { signOff } = demoInputsByUnit().get(school)!
const cells = { 'MS00.03.2': 10_0000 }
const start = async (name: string): Promise<Program> => startProgram(folder, await emptyCounty(folder, [school], name))
const filingOf = (program: Program): Promise<FilingView> => program.ask('GET', `/api/filings/${school}`)

test('a return sent back in which the school only answered is a correction, and its answer is taken', async () => {
  const program = await start('answered')
  await receive(program, [await demoReturn(school, { cells, explanations: new Map() })])
  const checks = await program.ask<Finding[]>('GET', `/api/filings/${school}/checks`)
  const key = checks.find(({ level, explained }) => level === 'query' && !explained)?.key ?? ''
  expect(key).not.toBe('')
  const answered = await demoReturn(school, { cells, explanations: new Map([[key, '本学期有一栋宿舍楼停用检修']]) })
  // Before it was sent back, one revision says two things.
  const unasked = await arrive(program, [answered])
  expect(unasked.files[0]).toMatchObject({ verdict: 'conflict', differences: [], problems: [{ problem: { code: 'only-words-differ' } }] })
  await program.ask('POST', `/api/batches/${unasked.batch}/discard`)

  await program.raw('POST', `/api/filings/${school}/returned.xlsx`)
  const { files } = await receive(program, [answered])
  expect(files[0]).toMatchObject({ verdict: 'newer', taken: true })
  expect(await filingOf(program)).toMatchObject({ status: 'received', explanations: { [key]: { text: '本学期有一栋宿舍楼停用检修' } } })
  expect((await arrive(program, [answered])).files[0]).toMatchObject({ verdict: 'identical', problems: [] })
  program.close()
})

test('a return with the names filled in later can be taken by decision', async () => {
  const program = await start('names')
  await receive(program, [await demoReturn(school, { signOff: { ...signOff, head: '', filler: '' } })])
  const named = await demoReturn(school, { signOff: { ...signOff, head: '王校长', filler: '李会计' } })
  const { files } = await receive(program, [named], [1])
  expect(files[0]).toMatchObject({ verdict: 'conflict', taken: true })
  expect((await filingOf(program)).signOff).toMatchObject({ head: '王校长', filler: '李会计' })
  program.close()
})

test('a refused text set right by leaving the cell blank is no copy', async () => {
  const program = await start('refused')
  await receive(program, [await demoReturn(school, { cells: { 'MS00.03.4': null }, refused: new Map([['MS00.03.4', '约三百']]) })])
  const { files } = await receive(program, [await demoReturn(school, { cells: { 'MS00.03.4': null } })], [1])
  expect(files[0]).toMatchObject({ verdict: 'conflict', taken: true })
  expect((await filingOf(program)).refused).toEqual({})
  program.close()
})

test('two files of one unit in a batch with the same figures and other answers are a conflict', async () => {
  const program = await start('rivals')
  const named = (head: string): ReturnType<typeof demoReturn> => demoReturn(school, { signOff: { ...signOff, head } })
  const { files } = await arrive(program, [await named('王校长'), await named('李校长'), await named('王校长')])
  expect(files.map(({ verdict }) => verdict)).toEqual(['conflict', 'conflict', 'conflict'])
  program.close()
})
