import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { runChecks, type Failure } from '../../../shared/check/run-checks.ts'
import { levelFacts, type CellAggregate, type FiledLine, type TextCount } from '../../../shared/consolidation/level-facts.ts'
import { demoCounty, type DemoCounty, type DemoFiling } from '../../../shared/demo/county.ts'
import { readDemoData } from '../../../shared/demo/data.ts'
import { filingSource, type FilingSource } from '../../../shared/filing/compute.ts'
import type { Fact, Facts } from '../../../shared/filing/facts.ts'
import { parseTyped } from '../../../shared/filing/parse-value.ts'
import { parametersInForce } from '../../../shared/period/period.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { unitAttribute, type Unit } from '../../../shared/unit/unit.ts'

const schemes = new URL('../../../shared/schemes/', import.meta.url)

/** Loads the built-in scheme; problems of the scheme fail the test. */
export function minsheng(): Scheme {
  const loaded = parseScheme(readFileSync(new URL('minsheng.yaml', schemes), 'utf8'), 'minsheng.yaml')
  expect(loaded.ok ? [] : loaded.problems).toEqual([])
  if (!loaded.ok) throw new Error('minsheng.yaml does not load')
  return loaded.scheme
}

/** Reads the demo county from its data file. */
export function county(): DemoCounty {
  return demoCounty(readDemoData(readFileSync(new URL('demo/jinzhai-2021.yaml', schemes), 'utf8')))
}

/** Parses a filing's texts as typed text; a text without an input cell, or refused by its cell, fails the test. */
function factsOf(scheme: Scheme, filing: DemoFiling): Facts {
  const facts = new Map<string, Fact>()
  const put = (ref: string, text: string): void => {
    const cell = cellOf(scheme, ref)
    if (cell?.state !== 'input') throw new Error(`${filing.unit} fills ${ref}, which is not an input cell`)
    const parsed = parseTyped(text, cell)
    if (!parsed.ok || parsed.fact === null) throw new Error(`${filing.unit} ${ref} refuses ${text}`)
    facts.set(ref, parsed.fact)
  }
  for (const [ref, text] of Object.entries(filing.facts)) put(ref, text)
  for (const [table, lines] of Object.entries(filing.lists)) {
    lines.forEach((line, index) => Object.entries(line).forEach(([column, text]) => put(`${table}.${index + 1}.${column}`, text)))
  }
  return facts
}

type Filed = { unit: Unit; filing: DemoFiling; facts: Facts; source: FilingSource; failures: Failure[] }
export type Levels = { filed: Filed[]; county: FilingSource; countyFailures: Failure[] }

/** Computes and checks every filing of the demo county, then the county's totals. */
export function levelsOf(scheme: Scheme, demo: DemoCounty): Levels {
  const now = parametersInForce(scheme.parameters, demo.period)
  const then = parametersInForce(scheme.parameters, demo.priorPeriod ?? demo.period)
  const units = new Map(demo.roster.map((unit) => [unit.code, unit]))
  const before = new Map(demo.prior.map((filing) => [filing.unit, factsOf(scheme, filing)]))
  const filed = demo.filings.map((filing): Filed => {
    const unit = units.get(filing.unit)
    if (unit === undefined) throw new Error(`${filing.unit} is not on the roster`)
    const facts = factsOf(scheme, filing)
    const priorOwn = before.get(filing.unit)
    const prior = priorOwn === undefined ? null : { facts: priorOwn, parameters: then }
    const source = filingSource(scheme, facts, { unit: (name) => unitAttribute(unit, name), parameters: now, prior })
    return { unit, filing, facts, source, failures: runChecks(scheme, 'unit', source, facts, tablesOf(scheme, unit)) }
  })
  const past = [...before].map(([code, facts]) => {
    const unit = units.get(code)
    return {
      facts,
      source: filingSource(scheme, facts, {
        unit: (name) => (unit === undefined ? null : unitAttribute(unit, name)),
        parameters: then,
        prior: null,
      }),
    }
  })
  const totals = totalsOf(scheme, filed)
  const context = { unit: () => null, parameters: now, prior: { facts: totalsOf(scheme, past), parameters: then } }
  const source = filingSource(
    scheme,
    totals,
    context,
    filed.map((one) => one.source),
  )
  return { filed, county: source, countyFailures: runChecks(scheme, 'county', source, totals, scheme.tables) }
}

/** Adds up filings as a workspace does (electron/store/sums.ts); computed cells only with `aggregate: sum`. */
function totalsOf(scheme: Scheme, filings: readonly { facts: Facts; source: FilingSource }[]): Facts {
  const sums = new Map<string, CellAggregate>()
  const texts = new Map<string, TextCount>()
  const lines: FiledLine[] = []
  for (const { facts, source } of filings) {
    for (const cell of scheme.cells.values()) {
      const value = facts.get(cell.ref) ?? (cell.state === 'computed' && cell.aggregate === 'sum' ? source.cell(cell.ref) : undefined)
      if (typeof value === 'number') {
        const sum = sums.get(cell.ref) ?? { cell: cell.ref, sum: 0, count: 0, min: value, max: value }
        sums.set(cell.ref, { ...sum, sum: Number(sum.sum) + value, count: sum.count + 1 })
      } else if (typeof value === 'string') {
        const key = `${cell.ref}=${value}`
        texts.set(key, { cell: cell.ref, text: value, count: (texts.get(key)?.count ?? 0) + 1 })
      }
    }
    lines.push(...listLines(facts, source, scheme))
  }
  return levelFacts(scheme, sums.values(), texts.values(), lines)
}

function listLines(facts: Facts, source: FilingSource, scheme: Scheme): FiledLine[] {
  return scheme.tables.flatMap((table) => {
    if (table.kind !== 'list') return []
    return Array.from({ length: source.lines(table.code) }, (_, index) => {
      const cells = table.leafColumns.map((leaf) => [leaf.code, facts.get(`${table.code}.${index + 1}.${leaf.code}`)] as const)
      return { table: table.code, cells: new Map(cells.filter((cell): cell is readonly [string, Fact] => cell[1] !== undefined)) }
    })
  })
}
