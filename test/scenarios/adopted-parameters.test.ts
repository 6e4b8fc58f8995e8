import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ParameterView } from '../../shared/api/parameters.ts'
import type { TakenBack } from '../../shared/api/return-file.ts'
import { emptyCounty } from '../builders/county.ts'
import { startProgram, type Program } from '../builders/program.ts'
import { demoInputsByUnit, demoReturn, demoUnits, receive } from '../builders/returns.ts'
import { temporaryFolder } from '../builders/run-cli.ts'

/** The county sets a standard of its own, and its schools take it over with the county's workbooks. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [school = '', other = ''] = demoUnits('小学')
const unit = demoInputsByUnit().get(school)!.unit

let county: Program
let desk: Program
let name: string
let scheme: string
beforeAll(async () => {
  county = await startProgram(folder, await emptyCounty(folder, [school, other]))
  desk = await startProgram(join(folder, 'school'), null)
  await desk.ask('POST', '/api/workspace/create', { role: 'school', scheme: 'minsheng', period: '2021', unit })
  const [first] = (await parametersOf(desk)).filter(({ inForce }) => inForce !== null)
  name = first?.name ?? ''
  scheme = first?.inForce ?? ''
})
afterAll(() => {
  county?.close()
  desk?.close()
})

const parametersOf = (program: Program): Promise<ParameterView[]> => program.ask('GET', '/api/parameters')
const inForce = async (): Promise<string | null | undefined> => (await parametersOf(desk)).find((one) => one.name === name)?.inForce
const set = (value: string, from: string, source: string): Promise<unknown> =>
  county.ask('PUT', `/api/parameters/${encodeURIComponent(name)}`, { from, value, source })
async function file(program: Program, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await program.raw('GET', path)
  if (!answer.ok) throw new Error(await answer.text())
  return new Uint8Array(await answer.arrayBuffer())
}
const blankForm = (code = school): Promise<Uint8Array<ArrayBuffer>> => file(county, `/api/filings/${code}/workbook?blank=1`)
const takeIn = (bytes: Uint8Array<ArrayBuffer>): Promise<TakenBack> =>
  desk.send(`/api/filings/${school}/taken-back?name=${encodeURIComponent('县里发来.xlsx')}`, bytes)

describe('a school that takes in what the county hands out', () => {
  test('an empty form with the same parameters changes nothing, and makes no filing', async () => {
    const came = await takeIn(await blankForm())
    expect(came).toMatchObject({
      taken: false,
      blank: true,
      adopted: null,
      filing: { status: 'open', revision: 0, facts: {}, changed: null },
    })
  })

  test('an empty form brings the county’s own value, since when and on what ground; it is in force at once, and after opening again', async () => {
    await set('123.5', '2020', '县财教〔2020〕3号')
    const came = await takeIn(await blankForm())
    expect(came).toMatchObject({
      blank: true,
      adopted: {
        issuer: '金寨县教育局',
        values: [{ name, before: scheme, value: '123.5', source: '县财教〔2020〕3号' }],
        undo: { [name]: [] },
      },
    })
    expect(came.filing.parameters[name]).toBe('123.5')
    expect(came.filing.priorParameters[name], 'in force in 2020 too').toBe('123.5')
    expect((await parametersOf(desk)).find((one) => one.name === name)?.values).toContainEqual({
      from: '2020',
      value: '123.5',
      source: '县财教〔2020〕3号',
      own: true,
    })
    const { path } = await desk.ask<{ path: string }>('GET', '/api')
    desk.close()
    desk = await startProgram(join(folder, 'school'), path)
    expect(await inForce()).toBe('123.5')
    expect((await takeIn(await blankForm())).adopted, 'the same form again').toBeNull()
  })

  test('adopting is undone as a whole, and done again by the next file', async () => {
    await set('200', '2021', '县财教〔2021〕8号')
    const came = await takeIn(await blankForm())
    expect(came.adopted).toMatchObject({
      values: [{ before: '123.5', value: '200' }],
      undo: { [name]: [{ from: '2020', value: '123.5', source: '县财教〔2020〕3号' }] },
    })
    await desk.ask('PUT', '/api/parameters', came.adopted?.undo)
    expect(await inForce()).toBe('123.5')
    expect((await parametersOf(desk)).find((one) => one.name === name)?.values.filter(({ own }) => own)).toHaveLength(1)
    expect((await takeIn(await blankForm())).adopted?.values).toMatchObject([{ before: '123.5', value: '200' }])
  })

  test('a return file brings parameters, remarks and figures together', async () => {
    await set('210', '2021', '县财教〔2021〕9号')
    await receive(county, [await demoReturn(school, { cells: { 'MS00.03.6': 90_000_000 } })])
    const came = await takeIn(new Uint8Array(await (await county.raw('POST', `/api/filings/${school}/returned.xlsx`)).arrayBuffer()))
    expect(came).toMatchObject({
      taken: true,
      blank: false,
      adopted: { values: [{ before: '200', value: '210', source: '县财教〔2021〕9号' }] },
    })
    expect(Object.keys(came.filing.remarks)).toContain('MS00.03.6')
    expect(came.filing.parameters[name]).toBe('210')
  })

  test('what the school wrote itself, and a form of another school, bring nothing', async () => {
    const own = await file(desk, `/api/filings/${school}/workbook`)
    await desk.ask('PUT', '/api/parameters', { [name]: [{ from: '2021', value: '77', source: '试' }] })
    expect((await takeIn(own)).adopted).toBeNull()
    await expect(takeIn(await blankForm(other))).rejects.toThrow(/不是/)
    expect(await inForce()).toBe('77')
  })

  test('where the county goes by the scheme again, so does the school', async () => {
    for (const from of ['2020', '2021']) await county.ask('DELETE', `/api/parameters/${encodeURIComponent(name)}?from=${from}`)
    const came = await takeIn(await blankForm())
    expect(came.adopted?.values).toMatchObject([{ before: '77', value: scheme }])
    expect((await parametersOf(desk)).find((one) => one.name === name)?.values.some(({ own }) => own)).toBe(false)
  })

  test('values that are no values are not put back, and nothing else is then', async () => {
    const answer = await desk.raw('PUT', '/api/parameters', { [name]: [{ from: '2021', value: '5', source: '' }], 没有这个: [] })
    expect(answer.status).toBe(404)
    expect(await inForce()).toBe(scheme)
  })
})

test('when a return file cannot be taken because the backup before it fails, its parameters are not adopted either; the next attempt brings both', async () => {
  await set('310', '2021', '县财教〔2021〕11号')
  await receive(county, [await demoReturn(school, { cells: { 'MS00.03.6': 90_000_000 } })])
  const bytes = new Uint8Array(await (await county.raw('POST', `/api/filings/${school}/returned.xlsx`)).arrayBuffer())
  const later = await startProgram(join(folder, 'later'), null)
  await later.ask('POST', '/api/workspace/create', { role: 'school', scheme: 'minsheng', period: '2021', unit })
  const { path } = await later.ask<{ path: string }>('GET', '/api')
  const take = (): Promise<TakenBack> => later.send<TakenBack>(`/api/filings/${school}/taken-back?name=退回.xlsx`, bytes)
  const parameter = async (): Promise<ParameterView | undefined> => (await parametersOf(later)).find((one) => one.name === name)
  const letBackupsLie = withoutBackups(path)
  await expect(take()).rejects.toThrow()
  expect(await parameter()).toMatchObject({ inForce: scheme })
  expect((await parameter())?.values.some(({ own }) => own)).toBe(false)
  expect(trailOf(path)).not.toContain('adopt-parameters')
  letBackupsLie()
  const came = await take()
  expect(came).toMatchObject({
    taken: true,
    adopted: { values: [{ name, before: scheme, value: '310' }], undo: { [name]: [] } },
    filing: { parameters: { [name]: '310' } },
  })
  expect(await parameter()).toMatchObject({ inForce: '310' })
  expect(trailOf(path).filter((action) => action === 'adopt-parameters')).toHaveLength(1)
  later.close()
})

/** Puts a file in the place of the workspace's backups, so that no backup can be made; returns the function that puts the folder back. */
function withoutBackups(path: string): () => void {
  const place = `${path}.backups`
  mkdirSync(place, { recursive: true })
  renameSync(place, `${place}.aside`)
  writeFileSync(place, '')
  return () => {
    rmSync(place)
    renameSync(`${place}.aside`, place)
  }
}

function trailOf(path: string): string[] {
  const db = new Database(path, { readonly: true })
  const trail = db.prepare('SELECT action FROM audit ORDER BY id').pluck().all() as string[]
  db.close()
  return trail
}

test('where the county has no value any more, and the scheme has none yet, the school has none either; this too is undone', async () => {
  const later = '全年媒体采用任务'
  const office = await startProgram(folder, await emptyCounty(folder, [school], 'before'))
  await office.ask('POST', '/api/tasks', { scheme: 'minsheng', period: '2019' })
  await office.within({ task: 'minsheng.2019' }).ask('POST', '/api/used')
  const before = await startProgram(join(folder, 'before'), null)
  await before.ask('POST', '/api/workspace/create', { role: 'school', scheme: 'minsheng', period: '2019', unit })
  const held = async (): Promise<ParameterView | undefined> => (await parametersOf(before)).find((one) => one.name === later)
  const take = async (): Promise<TakenBack> =>
    before.send(`/api/filings/${school}/taken-back?name=a.xlsx`, await file(office, `/api/filings/${school}/workbook?blank=1`))
  await office.ask('PUT', `/api/parameters/${encodeURIComponent(later)}`, { from: '2019', value: '12', source: '县宣〔2019〕2号' })
  expect((await take()).adopted?.values).toEqual([{ name: later, unit: '篇次', before: null, value: '12', source: '县宣〔2019〕2号' }])
  await office.ask('DELETE', `/api/parameters/${encodeURIComponent(later)}?from=2019`)
  const came = await take()
  expect(came.adopted).toMatchObject({
    values: [{ name: later, before: '12', value: '' }],
    undo: { [later]: [{ from: '2019', value: '12', source: '县宣〔2019〕2号' }] },
  })
  expect(came.filing.parameters).not.toHaveProperty(later)
  expect(await held()).toMatchObject({ inForce: null, values: [{ from: '2020', own: false }] })
  expect((await take()).adopted, 'the same form again').toBeNull()
  await before.ask('PUT', '/api/parameters', came.adopted?.undo)
  expect(await held()).toMatchObject({ inForce: '12' })
  for (const program of [office, before]) program.close()
})

describe('a unit that collects too', () => {
  test('takes its collector’s parameters over with its own form: a central school between county and schools', async () => {
    await set('300', '2021', '县财教〔2021〕10号')
    const central = await startProgram(join(folder, 'central'), null)
    await central.ask('POST', '/api/workspace/create', { role: 'county', scheme: 'minsheng', period: '2021', unit })
    const came = await central.send<TakenBack>(`/api/filings/${school}/taken-back?name=a.xlsx`, await blankForm())
    expect(came).toMatchObject({
      blank: true,
      adopted: { issuer: '金寨县教育局', values: [{ name, value: '300', source: '县财教〔2021〕10号' }] },
    })
    expect(came.filing.parameters[name]).toBe('300')
    expect((await parametersOf(central)).find((one) => one.name === name)).toMatchObject({ inForce: '300' })
    central.close()
  })

  test('keeps its own with a file of a school on its roster', async () => {
    await set('305', '2021', '县财教〔2021〕12号')
    const collector = await startProgram(folder, await emptyCounty(folder, [school], 'collector'))
    const came = await collector.send<TakenBack>(`/api/filings/${school}/taken-back?name=a.xlsx`, await blankForm())
    expect(came.adopted).toBeNull()
    expect((await parametersOf(collector)).find((one) => one.name === name)).toMatchObject({ inForce: scheme })
    collector.close()
  })
})
