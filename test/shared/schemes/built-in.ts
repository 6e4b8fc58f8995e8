import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { runChecks } from '../../../shared/check/run-checks.ts'
import { toText } from '../../../shared/decimal/decimal.ts'
import type { DemoCounty } from '../../../shared/demo/county.ts'
import { readPlainDemo } from '../../../shared/demo/plain.ts'
import { filingSource, type FilingSource } from '../../../shared/filing/compute.ts'
import type { Fact, Facts } from '../../../shared/filing/facts.ts'
import { parseTyped } from '../../../shared/filing/parse-value.ts'
import { parametersInForce, priorPeriod } from '../../../shared/period/period.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { unitAttribute, type Unit } from '../../../shared/unit/unit.ts'

const folder = new URL('../../../shared/schemes/', import.meta.url)
export type Typed = Record<string, string>

/** Loads a built-in scheme by its id; problems of the scheme fail the test. */
export function builtIn(id: string): Scheme {
  const loaded = parseScheme(readFileSync(new URL(`${id}.yaml`, folder), 'utf8'), `${id}.yaml`)
  expect(loaded.ok ? [] : loaded.problems).toEqual([])
  if (!loaded.ok) throw new Error(`${id}.yaml does not load`)
  return loaded.scheme
}

/** Reads the demo county of a scheme from its file. */
export function plainDemo(id: string): DemoCounty {
  return readPlainDemo(readFileSync(new URL(`demo/${id}.yaml`, folder), 'utf8'))
}

/** Returns a village school, changed by `said`. */
export function aUnit(said: Partial<Unit>): Unit {
  return { code: '2134900001', name: '某校', kind: '小学', township: '青峰镇', class: '220', parent: '341524', ...said }
}

/** Parses typed texts by cell; a refused text fails the test. */
export function typedFacts(scheme: Scheme, cells: Typed): Facts {
  const facts = new Map<string, Fact>()
  for (const [ref, text] of Object.entries(cells)) {
    const cell = cellOf(scheme, ref)
    const parsed = cell?.state === 'input' ? parseTyped(text, cell) : null
    if (parsed === null || !parsed.ok || parsed.fact === null) throw new Error(`${ref} does not take ${text}`)
    facts.set(ref, parsed.fact)
  }
  return facts
}

/** Returns one unit's cells, computed ones included; `before` are the typed cells of the period before. */
export function filed(scheme: Scheme, unit: Unit, period: string, cells: Typed, before?: Typed): FilingSource {
  const earlier = parametersInForce(scheme.parameters, priorPeriod(period, scheme.period))
  const prior = before === undefined ? null : { facts: typedFacts(scheme, before), parameters: earlier }
  return filingSource(scheme, typedFacts(scheme, cells), {
    unit: (name) => unitAttribute(unit, name),
    parameters: parametersInForce(scheme.parameters, period),
    prior,
  })
}

/** Returns the ids of the failing checks, each once. */
export function failing(scheme: Scheme, unit: Unit, period: string, cells: Typed, before?: Typed): string[] {
  const source = filed(scheme, unit, period, cells, before)
  return [...new Set(runChecks(scheme, 'unit', source, typedFacts(scheme, cells), tablesOf(scheme, unit)).map((failure) => failure.check))]
}

/** Returns a cell as exact text; `—` for a blank cell. */
export function text(source: FilingSource, ref: string): string {
  const value = source.cell(ref)
  return value === null ? '—' : typeof value === 'string' ? value : toText(value)
}
