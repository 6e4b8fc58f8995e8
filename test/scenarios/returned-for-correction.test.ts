import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FilingView } from '../../shared/api/filing.ts'
import type { TakenBack } from '../../shared/api/return-file.ts'
import type { Finding } from '../../shared/check/findings.ts'
import { findingSentence } from '../../shared/text/finding-sentence.ts'
import { emptyCounty } from '../builders/county.ts'
import { startProgram, type Program } from '../builders/program.ts'
import { demoInputsByUnit, demoReturn, demoUnits, receive } from '../builders/returns.ts'
import { cliJson, temporaryFolder } from '../builders/run-cli.ts'
import { openBytes } from '../electron/workbook/write-form/open-workbook.ts'

/**
 * A return goes back to its school with its faults marked, is corrected there, and comes in again
 * (docs/design/receiving.md: Return files).
 */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const [school = '', other = '', third = ''] = demoUnits('小学')
const { unit, scheme } = demoInputsByUnit().get(school)!
/** One figure too large for its neighbours, and one text that is no number. */
const wrong = { cells: { 'MS00.03.6': 90_000_000, 'MS00.03.4': null }, refused: new Map([['MS00.03.4', '约三百']]) }

let county: Program
let path: string
beforeAll(async () => {
  path = await emptyCounty(folder, [school, other, third])
  county = await startProgram(folder, path)
  await receive(county, [await demoReturn(school, wrong), await demoReturn(other)])
})
afterAll(() => county?.close())

async function fileOf(answer: Response): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  expect(answer.status).toBe(200)
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '')
  return { name, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

/** The comments in a workbook, as another program reads them. */
function commentsIn(bytes: Uint8Array): string[] {
  const { book } = openBytes(bytes)
  return Object.values(book.Sheets).flatMap((sheet) =>
    Object.values(sheet).flatMap((cell) => (cell as { c?: { t?: string }[] } | null)?.c?.map(({ t }) => t ?? '') ?? []),
  )
}

function statusAt(program: Program, code: string): Promise<string> {
  return program.ask<FilingView>('GET', `/api/filings/${code}`).then(({ status }) => status)
}

describe('at the county', () => {
  test('the return file is the unit’s workbook with a comment on every cell that something is wrong with', async () => {
    const findings = (await county.ask<Finding[]>('GET', `/api/filings/${school}/checks`)).filter(({ explained }) => !explained)
    const cells = new Set([...findings.map(({ cell }) => cell), 'MS00.03.4'])
    const { name, bytes } = await fileOf(await county.raw('GET', `/api/filings/${school}/returned.xlsx`))
    expect(name).toBe(`${school} ${unit.name} 教育民生工程统计报表 2021 第 1 版 退回修改单.xlsx`)
    const comments = commentsIn(bytes)
    expect(comments).toHaveLength(cells.size)
    expect(comments.filter((text) => text.includes('“约三百”不是数字'))).toHaveLength(1)
    for (const finding of findings)
      expect(comments.join('\n')).toContain(
        `${finding.level === 'error' ? '【须改正】' : '【需说明】'}${findingSentence(scheme, finding, 'zh')}`,
      )
    expect(await statusAt(county, school)).toBe('received')
  })

  test('sending it back marks the filing as returned; its figures count as before, and the trail says so', async () => {
    const totals = await (await county.raw('GET', '/api/consolidation?by=county')).text()
    await fileOf(await county.raw('POST', `/api/filings/${school}/returned.xlsx`))
    expect(await statusAt(county, school)).toBe('returned')
    expect(await (await county.raw('GET', '/api/consolidation?by=county')).text()).toBe(totals)
    expect(totals).toContain('"filed":2')
    const db = new Database(path, { readonly: true })
    expect(db.prepare("SELECT unit, before, after FROM audit WHERE action = 'return'").all()).toEqual([
      { unit: school, before: 'received', after: 'returned' },
    ])
    db.close()
  })

  test('a unit with nothing to correct, or with no filing, is not sent back', async () => {
    for (const code of [other, third]) {
      const open = (await county.ask<Finding[]>('GET', `/api/filings/${code}/checks`)).filter(({ explained }) => !explained)
      if (code === other) expect(open).toEqual([])
      const answer = await county.raw('POST', `/api/filings/${code}/returned.xlsx`)
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({ code: 'nothing-to-return' })
    }
  })
})

describe('at the school', () => {
  test('the file opens the filing for correction; signed off again it comes in as the next revision', async () => {
    const sent = await fileOf(await county.raw('GET', `/api/filings/${school}/returned.xlsx`))
    let desk = await startProgram(join(folder, 'school'), null)
    const { path: workspace } = await desk.ask<{ path: string }>('POST', '/api/workspace/create', {
      role: 'school',
      scheme: 'minsheng',
      period: '2021',
      unit,
    })
    const takenBack = await desk.send<TakenBack>(`/api/filings/${school}/taken-back?name=${encodeURIComponent(sent.name)}`, sent.bytes)
    expect(takenBack).toMatchObject({ taken: true, differences: 0, filing: { status: 'returned', refused: { 'MS00.03.4': '约三百' } } })
    // The county's comments stand on the same cells here, word for word, also after a restart.
    const { remarks } = takenBack.filing
    expect(Object.values(remarks).sort()).toEqual(commentsIn(sent.bytes).sort())
    expect(remarks['MS00.03.4']).toContain('“约三百”不是数字')

    const input = demoInputsByUnit().get(school)!
    desk.close()
    desk = await startProgram(join(folder, 'school'), workspace)
    expect((await desk.ask<FilingView>('GET', `/api/filings/${school}`)).remarks).toEqual(remarks)
    const texts = ['MS00.03.4', 'MS00.03.6'].map((cell) => ({ cell, text: String(Number(input.facts.get(cell) ?? 0) / 10_000) }))
    await desk.ask('PUT', `/api/filings/${school}/cells`, { changes: texts })
    const signed = await desk.ask<FilingView>('POST', `/api/filings/${school}/sign`, {
      head: '李校长',
      statistician: '',
      filler: '王老师',
      phone: '',
      reportedOn: null,
    })
    expect(signed).toMatchObject({ status: 'signed', revision: takenBack.filing.revision + 1 })
    expect(signed.remarks, 'signing settles what the county asked for').toEqual({})

    // The same file again changes no corrected cell, and the answer counts the cells that differ.
    expect(await desk.send<TakenBack>(`/api/filings/${school}/taken-back?name=x.xlsx`, sent.bytes)).toMatchObject({
      taken: false,
      differences: 2,
      filing: { status: 'returned', refused: {}, remarks },
    })
    const corrected = await fileOf(await desk.raw('GET', `/api/filings/${school}/workbook`))
    desk.close()
    const batch = await receive(county, [corrected])
    expect(batch.files.map(({ verdict, taken }) => [verdict, taken])).toEqual([['newer', true]])
    expect(await statusAt(county, school)).toBe('received')
    expect((await county.raw('POST', `/api/filings/${school}/returned.xlsx`)).status).toBe(409)
  })

  test('a file of another unit, and one that cannot be read, are refused with the reason', async () => {
    const desk = await startProgram(join(folder, 'elsewhere'), null)
    await desk.ask('POST', '/api/workspace/create', { role: 'school', scheme: 'minsheng', period: '2021', unit })
    const foreign = await demoReturn(other)
    await expect(desk.send(`/api/filings/${school}/taken-back?name=a.xlsx`, foreign.bytes)).rejects.toThrow(/不是.*的退回文件/)
    await expect(desk.send(`/api/filings/${school}/taken-back?name=b.xlsx`, foreign.bytes.slice(0, 4000))).rejects.toThrow(/文件不完整/)
    expect(await statusAt(desk, school)).toBe('open')
    desk.close()
  })
})

test('a return file corrected in WPS comes back under its old revision and is taken as a correction, from the command line too', async () => {
  const again = await emptyCounty(folder, [school], 'by-hand')
  let program = await startProgram(folder, again)
  await receive(program, [await demoReturn(school, wrong)])
  program.close()
  const sent = await cliJson<{ file: string; cells: number }>(['return', again, '--unit', school, '--out', join(folder, '退回')])
  expect(sent.cells).toBeGreaterThan(1)
  program = await startProgram(folder, again)
  const batch = await receive(program, [await demoReturn(school)])
  expect(batch.files.map(({ verdict, taken }) => [verdict, taken])).toEqual([['newer', true]])
  // After that, other content of the same revision is a conflict again.
  const next = await receive(program, [await demoReturn(school, { cells: { 'MS00.03.6': 10_000 } })])
  expect(next.files.map(({ verdict, taken }) => [verdict, taken])).toEqual([['conflict', false]])
  program.close()
})
