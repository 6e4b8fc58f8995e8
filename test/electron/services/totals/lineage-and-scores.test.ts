import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EvaluationView, GroupTotals, lineageRow } from '../../../../shared/api/consolidation.ts'
import type { FilingView } from '../../../../shared/api/filing.ts'
import type { z } from 'zod'
import { placesIn } from '../../../builders/fill-workbook.ts'
import { emptyCounty } from '../../../builders/county.ts'
import { startProgram, type Program } from '../../../builders/program.ts'
import { demoReturn, demoUnits, receive } from '../../../builders/returns.ts'
import { temporaryFolder } from '../../../builders/run-cli.ts'

/** The lineage of totals and the scores by hand, through the program's own handler. */
type LineageRow = z.output<typeof lineageRow>
const { folder, remove } = temporaryFolder()
const [first = '', second = '', third = ''] = demoUnits('小学')
const [office = ''] = demoUnits('教育局')
let program: Program

beforeAll(async () => {
  program = await startProgram(folder, await emptyCounty(folder, [first, second, third]))
  await receive(program, [
    await demoReturn(first, { cells: { 'MS00.03.3': 3_000_000 } }),
    await demoReturn(second, { cells: { 'MS00.03.3': 1_000_000 } }),
    await demoReturn(office),
  ])
}, 60_000)
afterAll(() => {
  program.close()
  remove()
})

describe('where a total comes from', () => {
  test('each unit with its share, largest first, and the very cell of its file', async () => {
    const rows = await program.ask<LineageRow[]>('GET', '/api/lineage?cell=MS00.03.3')
    expect(rows.map(({ unit, value, share }) => [unit, value, share])).toEqual([
      [first, '300', '75'],
      [second, '100', '25'],
    ])
    const place = placesIn((await demoReturn(first)).bytes).get('MS00.03.3')
    expect(rows[0]).toMatchObject({ sheet: place?.sheet, file: expect.stringContaining(first) as unknown })
    expect(rows.reduce((sum, row) => sum + Number(row.value), 0)).toBe(
      Number((await program.ask<GroupTotals>('GET', '/api/consolidation')).tables['MS00']?.['03.3']),
    )
  })

  test('a corrected figure names who corrected it; a computed one shows each unit’s own', async () => {
    await program.ask('PUT', `/api/filings/${second}/cells`, { changes: [{ cell: 'MS00.03.3', text: '102' }] })
    const rows = await program.ask<LineageRow[]>('GET', '/api/lineage?cell=MS00.03.3')
    expect(rows[1]).toMatchObject({ unit: second, value: '102', by: '金寨县教育局' })
    const computed = await program.ask<LineageRow[]>('GET', '/api/lineage?cell=MS00.12.3')
    expect(computed.map(({ value, sheet }) => [value, sheet])).toEqual([
      ['300', null],
      ['102', null],
    ])
  })

  test('only the units of the group asked for, and a sentence for what does not exist', async () => {
    const groups = await program.ask<GroupTotals[]>('GET', '/api/groups?by=unit')
    const rows = await program.ask<LineageRow[]>(
      'GET',
      `/api/lineage?cell=MS00.03.3&by=unit&group=${groups.find(({ key }) => key === first)?.key}`,
    )
    expect(rows.map(({ unit }) => unit)).toEqual([first])
    expect(await (await program.raw('GET', '/api/lineage?cell=MS00.99.1')).json()).toMatchObject({ code: 'cell-unknown' })
    expect(await (await program.raw('GET', '/api/lineage?cell=MS00.03.3&by=unit&group=none')).json()).toMatchObject({ code: 'not-found' })
  })
})

describe('scores by hand', () => {
  const score = async (item: string, points: string | null, reason = ''): Promise<Response> =>
    program.raw('PUT', `/api/evaluation/items/${item}`, { points, reason })

  test('count in the total, and are refused beyond the item’s points or where a formula scores', async () => {
    for (const [item, points] of [
      ['1', '3'],
      ['7', '1'],
    ] as const)
      await score(item, points)
    const before = await program.ask<EvaluationView>('GET', '/api/evaluation')
    expect(before, 'nobody has scored item 8 yet').toMatchObject({ score: null })
    const full = (await (await score('8', '9')).json()) as EvaluationView
    const after = (await (await score('8', '7.5', '专项工作迟报一次')).json()) as EvaluationView
    expect(after.items.find((item) => item.code === '8')).toMatchObject({ score: '7.5', reason: '专项工作迟报一次' })
    expect(Number(full.score) - Number(after.score)).toBeCloseTo(1.5, 10)
    expect(await (await score('8', '9.01')).json()).toMatchObject({ code: 'above-maximum' })
    expect(await (await score('8', '-1')).json()).toMatchObject({ code: 'below-minimum' })
    expect(await (await score('8', 'many')).json()).toMatchObject({ code: 'not-a-number' })
    expect(await (await score('2', '4')).json()).toMatchObject({ code: 'item-unknown' })
    expect(await (await score('77', '1')).json()).toMatchObject({ code: 'item-unknown' })
    await score('8', null)
    expect(await program.ask<EvaluationView>('GET', '/api/evaluation')).toEqual(before)
  })
})

test('a line taken out of a list moves the later ones up, with their texts that did not fit', async () => {
  await program.ask('PUT', `/api/filings/${office}/cells`, { changes: [{ cell: 'MS04.3.人次', text: '很多' }] })
  const before = await program.ask<FilingView>('GET', `/api/filings/${office}`)
  const after = await program.ask<FilingView>('POST', `/api/filings/${office}/lines`, { table: 'MS04', row: 1, act: 'remove' })
  expect(after.facts['MS04.1.项目']).toBe(before.facts['MS04.2.项目'])
  expect(after.refused).toEqual({ 'MS04.2.人次': '很多' })
  const back = await program.ask<FilingView>('POST', `/api/filings/${office}/lines`, { table: 'MS04', row: 1, act: 'insert' })
  expect(back.facts['MS04.1.项目']).toBeUndefined()
  expect(back.facts['MS04.2.项目']).toBe(before.facts['MS04.2.项目'])
  expect(back.refused).toEqual({ 'MS04.3.人次': '很多' })
})
