import { afterAll, expect, test } from 'vitest'
import type { GroupTotals } from '../../shared/api/consolidation.ts'
import type { FilingView } from '../../shared/api/filing.ts'
import type { WorkspaceInfo } from '../../shared/api/workspace.ts'
import type { Finding } from '../../shared/check/findings.ts'
import { parametersInForce } from '../../shared/period/period.ts'
import { findingSentence } from '../../shared/text/finding-sentence.ts'
import { emptyCounty } from '../builders/county.ts'
import { startProgram } from '../builders/program.ts'
import { demoInputsByUnit, demoReturn, demoUnits, receive } from '../builders/returns.ts'
import { temporaryFolder } from '../builders/run-cli.ts'

/** Returns that a county gets in practice: of another period, of an unknown school, of two schools with one name. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [first = '', second = '', third = ''] = demoUnits('小学')
const [office = ''] = demoUnits('教育局')

function inputOf(unit: string): NonNullable<ReturnType<ReturnType<typeof demoInputsByUnit>['get']>> {
  const input = demoInputsByUnit().get(unit)
  if (input === undefined) throw new Error(unit)
  return input
}

test('a return for another period is not taken, and says which period it is for', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, [first], 'period'))
  const batch = await receive(program, [await demoReturn(first, { period: '2020' })])
  expect(batch.files[0]).toMatchObject({
    verdict: 'unreadable',
    taken: false,
    problems: [{ problem: { code: 'other-period', details: { found: '2020', expected: '2021' } } }],
  })
  program.close()
})

test('a school that is not on the roster is set apart, and taken once it is', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, [first], 'roster'))
  const file = await demoReturn(second)
  expect((await receive(program, [file])).files[0]).toMatchObject({ verdict: 'not-on-roster', taken: false, unit: second })
  await program.ask('PUT', `/api/units/${second}`, inputOf(second).unit)
  expect((await receive(program, [file])).files[0]).toMatchObject({ verdict: 'new', taken: true })
  program.close()
})

test('two schools of one name are told apart by their codes', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, [first, second], 'names'))
  for (const code of [first, second]) await program.ask('PUT', `/api/units/${code}`, { ...inputOf(code).unit, name: '希望小学' })
  const twin = async (code: string, girls: number): Promise<Awaited<ReturnType<typeof demoReturn>>> =>
    demoReturn(code, { unit: { ...inputOf(code).unit, name: '希望小学' }, cells: { 'MS00.03.4': girls * 10_000 } })
  const batch = await receive(program, [await twin(first, 11), await twin(second, 22)])
  expect(batch.files.map(({ unit, verdict }) => [unit, verdict])).toEqual([
    [first, 'new'],
    [second, 'new'],
  ])
  expect((await program.ask<FilingView>('GET', `/api/filings/${second}`)).facts['MS00.03.4']).toBe('22')
  program.close()
})

test('lines of a list that several units filed stand one after the other in the total, numbered anew', async () => {
  const county = await emptyCounty(folder, [], 'lists')
  const program = await startProgram(folder, county)
  const other = { ...inputOf(office).unit, code: '341525', name: '第二教育局' }
  await program.ask('PUT', '/api/units/341525', other)
  const own = await demoReturn(office)
  await receive(program, [own, await demoReturn(office, { unit: other })])
  const lines = (totals: GroupTotals): string[] => Object.keys(totals.tables['MS04'] ?? {}).filter((cell) => cell.endsWith('.项目'))
  const one = lines(await program.ask('GET', `/api/consolidation?by=unit&group=${office}`))
  const both = lines(await program.ask('GET', '/api/consolidation'))
  expect(one.length).toBeGreaterThan(3)
  expect(both).toEqual(Array.from({ length: one.length * 2 }, (_, index) => `${index + 1}.项目`))
  // A vector of the list holds all lines: the trainees of both offices.
  const completed = async (query: string): Promise<number> =>
    Number((await program.ask<GroupTotals>('GET', `/api/consolidation?${query}`)).tables['MS07']?.['05.2'])
  expect(await completed('by=county')).toBe(2 * (await completed(`by=unit&group=${office}`)))
  program.close()
})

test('the next year begins with last year’s figures beside it, and compares with them', async () => {
  const program = await startProgram(folder, await emptyCounty(folder, [first, third], 'years'))
  await receive(program, [await demoReturn(first)])
  const pupils = Number((inputOf(first).facts.get('MS00.03.3') as number) / 10_000)
  const { workspace } = await program.ask<{ workspace: WorkspaceInfo }>('POST', '/api/tasks', { scheme: 'minsheng', period: '2022' })
  const next = program.within({ task: 'minsheng.2022' })
  expect(workspace.tasks.map(({ period, filings }) => [period, filings])).toEqual(
    expect.arrayContaining([
      ['2021', 1],
      ['2022', 0],
    ]),
  )
  const fresh = await next.ask<FilingView>('GET', `/api/filings/${first}`)
  expect(fresh).toMatchObject({ period: '2022', status: 'open', facts: {}, prior: { 'MS00.03.3': String(pupils) } })
  expect(await next.ask<FilingView>('GET', `/api/filings/${third}`)).toMatchObject({ prior: null })

  // Twice the pupils of last year are a query with both figures; a unit without last year's filing gets no query.
  const doubled = [
    { cell: 'MS00.03.1', text: '1' },
    { cell: 'MS00.03.2', text: '40' },
    { cell: 'MS00.03.3', text: String(2 * pupils) },
    { cell: 'MS00.03.8', text: '90' },
    { cell: 'MS00.03.7', text: '90' },
  ]
  for (const unit of [first, third]) await next.ask('PUT', `/api/filings/${unit}/cells`, { changes: doubled })
  const checks = async (unit: string): Promise<Finding[]> =>
    (await next.ask<Finding[]>('GET', `/api/filings/${unit}/checks`)).filter((one) => one.check === 'MS00-14')
  const [asked] = await checks(first)
  expect(asked && findingSentence(inputOf(first).scheme, asked, 'zh')).toMatch(new RegExp(`上期 ${pupils}.*100%`))
  expect(await checks(third)).toEqual([])

  // A return of 2021 is unreadable in the task of 2022; a return of 2022 conflicts with the entered cells.
  expect((await receive(next, [await demoReturn(third)])).files[0]).toMatchObject({ verdict: 'unreadable' })
  const { scheme } = inputOf(first)
  const late = await demoReturn(third, { period: '2022', parameters: parametersInForce(scheme.parameters, '2022') })
  expect((await receive(next, [late])).files[0]).toMatchObject({ verdict: 'conflict' })
  // A batch belongs to the task that received it, and is unknown in any other.
  const ofNext = await next.ask<{ batch: number }[]>('GET', '/api/batches')
  const batches = await program.ask<{ batch: number; committed: number }[]>('GET', '/api/batches')
  expect(batches.filter(({ batch }) => ofNext.some((one) => one.batch === batch))).toEqual([])
  expect(await program.ask<FilingView>('GET', `/api/filings/${first}`)).toMatchObject({
    period: '2021',
    status: 'received',
    facts: { 'MS00.03.3': String(pupils) },
  })
  const committed = batches.find((batch) => batch.committed > 0)?.batch
  expect(await (await next.raw('POST', `/api/batches/${committed}/undo`)).json()).toMatchObject({ code: 'batch-unknown' })
  await program.ask('POST', `/api/batches/${committed}/undo`)
  expect(await next.ask<FilingView>('GET', `/api/filings/${first}`)).toMatchObject({
    period: '2022',
    prior: null,
    facts: { 'MS00.03.3': String(2 * pupils) },
  })
  program.close()
}, 60_000)
