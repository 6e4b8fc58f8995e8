import { readFileSync } from 'node:fs'
import { demoCounty, type DemoCounty, type DemoFiling } from '../../shared/demo/county.ts'
import { readDemoData } from '../../shared/demo/data.ts'
import type { Fact } from '../../shared/filing/facts.ts'
import { parseTyped } from '../../shared/filing/parse-value.ts'
import { parametersInForce } from '../../shared/period/period.ts'
import { cellOf } from '../../shared/scheme/cells.ts'
import { tablesOf } from '../../shared/scheme/conditions.ts'
import { parseScheme } from '../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import type { CellRef } from '../../shared/words.ts'
import type { WorkbookInput } from '../../electron/workbook/write-form/input.ts'

const schemes = new URL('../../shared/schemes/', import.meta.url)

/** The built-in scheme minsheng, loaded anew at each call, because readers keep data of a scheme with the scheme. */
export function loadMinsheng(): Scheme {
  const parsed = parseScheme(readFileSync(new URL('minsheng.yaml', schemes), 'utf8'), 'minsheng.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.scheme
}

export function loadDemoCounty(): DemoCounty {
  return demoCounty(readDemoData(readFileSync(new URL('demo/jinzhai-2021.yaml', schemes), 'utf8')))
}

/** The workbook input of every filing of the demo county, signed the day before the published report. */
export function demoInputs(scheme: Scheme, demo: DemoCounty): WorkbookInput[] {
  const units = new Map(demo.roster.map((unit) => [unit.code, unit]))
  const before = new Map(demo.prior.map((filing) => [filing.unit, filing]))
  const parameters = parametersInForce(scheme.parameters, demo.period)
  const priorParameters = parametersInForce(scheme.parameters, demo.priorPeriod ?? demo.period)
  return demo.filings.map((filing) => {
    const unit = units.get(filing.unit)
    if (unit === undefined) throw new Error(`${filing.unit} is not on the roster`)
    const prior = before.get(filing.unit)
    return {
      scheme,
      schemeDigest: 'd1'.repeat(32),
      period: demo.period,
      unit,
      tables: tablesOf(scheme, unit),
      facts: typedFacts(scheme, filing),
      explanations: new Map(Object.entries(filing.explanations)),
      signOff: { head: '演示负责人', statistician: '演示统计员', filler: '演示填表人', phone: '0564-0000000', reportedOn: '2021-12-09' },
      revision: 1,
      changedAt: '2021-12-09T08:00:00.000Z',
      appVersion: '0.1.0',
      factsDigest: 'f0'.repeat(32),
      prior: prior === undefined ? null : { facts: typedFacts(scheme, prior), parameters: priorParameters },
      parameters,
      blank: false,
    }
  })
}

/** A filing's texts as facts, read as if they were typed. */
function typedFacts(scheme: Scheme, filing: DemoFiling): Map<CellRef, Fact> {
  const facts = new Map<CellRef, Fact>()
  const put = (ref: CellRef, text: string): void => {
    const cell = cellOf(scheme, ref)
    const parsed = cell === null ? null : parseTyped(text, cell)
    if (parsed?.ok !== true) throw new Error(`${filing.unit} ${ref} does not take ${text}`)
    if (parsed.fact !== null) facts.set(ref, parsed.fact)
  }
  for (const [ref, text] of Object.entries(filing.facts)) put(ref, text)
  for (const [table, lines] of Object.entries(filing.lists)) {
    lines.forEach((line, index) => Object.entries(line).forEach(([column, text]) => put(`${table}.${index + 1}.${column}`, text)))
  }
  return facts
}
