import { expect, test } from 'vitest'
import { schemeFolder } from '../../electron/machine/product.ts'
import { demoSchemes, loadDemo } from '../../electron/services/demo/demo-counties.ts'
import { findScheme } from '../../electron/services/scheme/schemes.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'
import { parametersInForce } from '../../shared/period/period.ts'
import { tablesOf } from '../../shared/scheme/conditions.ts'
import { calculated, differences } from '../calculated.ts'
import { filledWrongly } from '../fill-wrongly.ts'
import { recalculate } from '../libreoffice.ts'

/** The workbooks of every scheme with a demo county, filled at random and empty: LibreOffice's results equal the program's. */
test.each(demoSchemes(schemeFolder()))('%s', async (id) => {
  const { scheme } = findScheme(id, schemeFolder())
  const county = loadDemo(schemeFolder(), id)
  const kinds = new Map(county.roster.flatMap((unit) => (tablesOf(scheme, unit).length === 0 ? [] : [[unit.kind, unit] as const])))
  const files = new Map<string, Uint8Array>()
  for (const unit of kinds.values()) {
    const tables = tablesOf(scheme, unit)
    for (const seed of [0, 3, 14]) {
      const facts = seed === 0 ? new Map<string, never>() : filledWrongly(scheme, tables, seed)
      const signOff = { head: '张三', statistician: '', filler: '李四', phone: '', reportedOn: null }
      files.set(
        `${unit.code}-${seed}`,
        await writeWorkbook({
          scheme,
          unit,
          tables,
          facts,
          signOff,
          schemeDigest: 'd1'.repeat(32),
          factsDigest: 'f0'.repeat(32),
          period: county.period,
          explanations: new Map(),
          revision: 1,
          changedAt: '2021-12-09T08:00:00.000Z',
          appVersion: '0.1.0',
          prior: null,
          parameters: parametersInForce(scheme.parameters, county.period),
          blank: false,
        }),
      )
    }
  }
  expect(files.size).toBeGreaterThan(2)
  const saved = recalculate(files)
  for (const [name, bytes] of files) {
    const ours = calculated(bytes)
    expect(ours.size).toBeGreaterThan(5)
    expect(differences(ours, calculated(saved.get(name) ?? new Uint8Array())), `${id} ${name}`).toEqual([])
  }
})
