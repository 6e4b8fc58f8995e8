import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../shared/check/run-checks.ts'
import { parametersInForce } from '../../../shared/period/period.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { filingSource } from '../../../shared/filing/compute.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { unitAttribute } from '../../../shared/unit/unit.ts'
import { builtIn, plainDemo, typedFacts } from './built-in.ts'
import { county, minsheng } from '../demo/demo-levels.ts'

const ids = readdirSync(new URL('../../../shared/schemes/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -5))

describe.each(ids)('%s: the year after', (id) => {
  const scheme = id === 'minsheng' ? minsheng() : builtIn(id)
  const demo = id === 'minsheng' ? county() : plainDemo(id)
  const units = new Map<string, Unit>(demo.roster.map((unit) => [unit.code, unit]))

  it('asks nothing of a filing that nobody has touched', () => {
    const parameters = parametersInForce(scheme.parameters, demo.period)
    for (const { unit: code, facts: before } of demo.filings.slice(0, 40)) {
      const unit = units.get(code)
      if (unit === undefined) throw new Error(code)
      const prior = { facts: typedFacts(scheme, before), parameters }
      const source = filingSource(scheme, new Map(), { unit: (name) => unitAttribute(unit, name), parameters, prior })
      const asked = runChecks(scheme, 'unit', source, new Map(), tablesOf(scheme, unit)).filter((failure) => failure.level === 'query')
      expect(
        asked.map((failure) => failure.check),
        unit.name,
      ).toEqual([])
    }
  })
})

describe('minsheng: half typed', () => {
  const scheme = minsheng()
  const unit: Unit = { code: '2134900001', name: '某校', kind: '小学', township: '青峰镇', class: '220', parent: '341524' }
  const asked = (cells: Record<string, string>): string[] => {
    const facts = typedFacts(scheme, cells)
    const source = filingSource(scheme, facts, {
      unit: (name) => unitAttribute(unit, name),
      parameters: parametersInForce(scheme.parameters, '2021'),
      prior: null,
    })
    return runChecks(scheme, 'unit', source, facts, tablesOf(scheme, unit))
      .filter((failure) => failure.level === 'query')
      .map((failure) => failure.check)
  }

  it('an autumn that is still blank is not compared with the spring', () => {
    const spring = { 'MS00.03.1': '1', 'MS03.03.1': '200' }
    expect(asked(spring)).toEqual([])
    expect(asked({ ...spring, 'MS03.03.2': '100' })).toEqual(['MS03-9'])
  })

  it('funds are asked about once an amount is typed', () => {
    const pupils = { 'MS00.03.1': '1', 'MS00.03.2': '6', 'MS00.03.3': '200', 'MS00.03.8': '12' }
    expect(asked(pupils)).toEqual([])
    expect(asked({ ...pupils, 'MS02.01.2': '1' })).toEqual(['MS02-5'])
  })
})
