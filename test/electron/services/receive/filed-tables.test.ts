import { expect, test } from 'vitest'
import { keepFiledTables } from '../../../../electron/services/receive/filed-tables.ts'
import { returned } from '../../workbook/read-return/returned.ts'
import { unpackFacts } from '../../../../shared/filing/packed.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import { demoInputs, loadDemoCounty, loadMinsheng } from '../../../builders/demo-returns.ts'

const scheme = loadMinsheng()
const inputs = demoInputs(scheme, loadDemoCounty())

test('a return of its own tables is taken as it is', async () => {
  const input = inputs[1]!
  const { content } = returned(await writeWorkbook(input), scheme)
  expect(keepFiledTables(scheme, input.unit, content, unpackFacts(scheme, content.facts))).toEqual({ content, problems: [] })
})

test('figures in tables that the unit does not file are left out and named', async () => {
  const school = inputs.find(({ unit }) => unit.kind === '小学')!
  const tables = [...school.tables, scheme.tables.find(({ code }) => code === 'MS04')!]
  const facts = new Map([...school.facts, ['MS04.1.项目', '冒报的培训'], ['MS04.1.人次', 10_000]] as const)
  const { content } = returned(await writeWorkbook({ ...school, tables, facts, refused: new Map([['MS04.2.人次', '很多']]) }), scheme)
  const kept = keepFiledTables(scheme, school.unit, content, unpackFacts(scheme, content.facts))
  expect(unpackFacts(scheme, kept.content.facts)).toEqual(school.facts)
  expect(kept.content.refused).toEqual([])
  expect(kept.problems).toMatchObject([
    { found: 'MS04', problem: { code: 'table-not-filed', details: { table: 'MS04', unit: school.unit.code } } },
  ])
})
