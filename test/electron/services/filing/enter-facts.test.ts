import { afterAll, expect, test } from 'vitest'
import type { FilingView } from '../../../../shared/api/filing.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { startProgram } from '../../../builders/program.ts'
import { demoInputsByUnit, demoReturn, demoUnits, receive } from '../../../builders/returns.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

/** Entries that save nothing. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [school = ''] = demoUnits('小学')
const nothings: [string, string, string, object][] = [
  ['no change at all', 'PUT', 'cells', { changes: [] }],
  ['a blank cell cleared', 'PUT', 'cells', { changes: [{ cell: 'MS00.03.3', text: '' }] }],
  ['a cell that is computed', 'PUT', 'cells', { changes: [{ cell: 'MS00.02.3', text: '5' }] }],
  ['a cell that is unknown', 'PUT', 'cells', { changes: [{ cell: 'MS00.77.7', text: '5' }] }],
  ['an explanation removed that nobody wrote', 'PUT', 'explanations', { key: 'MS00-01@MS00.03.3', text: '' }],
  ['a line removed from an empty list', 'POST', 'lines', { table: 'MS04', row: 1, act: 'remove' }],
]

test.each(nothings)('%s makes no filing, and the unit can still be removed', async (what, method, path, body) => {
  const program = await startProgram(folder, await emptyCounty(folder, [school], what))
  expect((await program.raw(method, `/api/filings/${school}/${path}`, body)).status).toBe(200)
  expect((await program.raw('DELETE', `/api/units/${school}`)).status).toBe(200)
  program.close()
})

test('a signed filing stays signed when nothing is saved', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, [school], 'signed'))
  await receive(program, [await demoReturn(school)])
  const { signOff } = demoInputsByUnit().get(school)!
  await program.ask('POST', `/api/filings/${school}/sign`, signOff)
  const before = await program.ask<FilingView>('GET', `/api/filings/${school}`)
  expect(before.status).toBe('signed')
  const same = [
    { cell: 'MS00.03.3', text: String(before.facts['MS00.03.3']) },
    { cell: 'MS00.02.3', text: '5' },
  ]
  expect(await program.ask('PUT', `/api/filings/${school}/cells`, { changes: same })).toMatchObject({ at: before.changedAt })
  for (const [what, method, path, body] of nothings.filter(([, , path]) => path !== 'lines'))
    expect((await program.raw(method, `/api/filings/${school}/${path}`, what.includes('blank') ? { changes: [] } : body)).status).toBe(200)
  expect(await program.ask<FilingView>('GET', `/api/filings/${school}`)).toEqual(before)
  program.close()
})

test('of two texts for one cell in one request the last one stands', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, [school], 'twice'))
  const enter = (...texts: string[]): Promise<unknown> =>
    program.ask('PUT', `/api/filings/${school}/cells`, { changes: texts.map((text) => ({ cell: 'MS00.03.3', text })) })
  await enter('5')
  await enter('6', '5')
  expect((await program.ask<FilingView>('GET', `/api/filings/${school}`)).facts).toEqual({ 'MS00.03.3': '5' })
  program.close()
})
