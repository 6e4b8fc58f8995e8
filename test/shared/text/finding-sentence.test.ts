import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findingOf } from '../../../shared/check/findings.ts'
import type { Failure } from '../../../shared/check/run-checks.ts'
import { filingSource, lineSource, type FilingSource } from '../../../shared/filing/compute.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import { explain } from '../../../shared/formula/words/explain.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import type { Check, CheckInstance, Scheme } from '../../../shared/scheme/scheme.ts'
import { findingSentence } from '../../../shared/text/finding-sentence.ts'
import { builtIn } from '../schemes/built-in.ts'

const schemes = readdirSync(new URL('../../../shared/schemes/', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''))
const unit = { code: '1', name: '第一小学' }
const LINES = 3

/** Figures and texts in the entered cells, with blanks in some; `seed` makes two years differ. */
function someFacts(scheme: Scheme, seed: number): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  const put = (ref: string, type: string, nth: number): void => {
    if ((nth * seed) % 7 === 3) return
    if (type === 'integer' || type === 'decimal') facts.set(ref, ((nth * 37 * seed) % 900) * 10_000 + (type === 'decimal' ? 2_500 : 0))
    else if (type === 'text') facts.set(ref, `字${nth}`)
  }
  let nth = 0
  for (const cell of scheme.cells.values()) if (cell.state === 'input') put(cell.ref, cell.type, (nth += 1))
  for (const table of scheme.tables)
    if (table.kind === 'list')
      for (let line = 1; line <= LINES; line += 1)
        for (const [column, cell] of table.cells) if (cell.state === 'input') put(`${table.code}.${line}.${column}`, cell.type, (nth += 1))
  return facts
}

function sourceOf(scheme: Scheme, seed: number, units?: FilingSource[]): FilingSource {
  const prior = { facts: someFacts(scheme, seed + 1), parameters: new Map() }
  const parameters = new Map([...scheme.parameters.keys()].map((name, index) => [name, (index + 2) * 10_000]))
  return filingSource(scheme, someFacts(scheme, seed), { unit: (attribute) => `${attribute}1`, parameters, prior }, units)
}

function failure(check: Check, instance: CheckInstance, line: number | null): Failure {
  const { id, level, scope } = check
  return { check: id, level, scope, key: `${id}@${instance.at}`, at: instance.at, cells: [], value: '', rule: { check, instance, line } }
}

test.each(schemes)('%s: each rule is worded from the data of its finding as it is from the filing, in every language', (id) => {
  const scheme = builtIn(id)
  const source = sourceOf(scheme, 5, [sourceOf(scheme, 2), sourceOf(scheme, 11)])
  for (const check of scheme.checks) {
    for (const instance of check.instances) {
      const line = instance.list === null ? null : 2
      const here = line === null || instance.list === null ? source : lineSource(source, instance.list, line)
      const names = {
        cell: (key: string) => cellTitle(scheme, key),
        listColumn: (table: string, column: string) => cellTitle(scheme, `${table}.${line ?? '*'}.${column}`),
      }
      const sent = JSON.parse(JSON.stringify(findingOf(failure(check, instance, line), source, unit, new Map()))) as ReturnType<
        typeof findingOf
      >
      for (const lang of ['zh', 'en'] as const)
        expect(findingSentence(scheme, sent, lang), `${check.id} ${lang}`).toBe(explain(instance.bound, here, names, lang))
    }
  }
})

test('a blank cell that is required is named, and a rule that the scheme no longer has says why it was there', () => {
  const scheme = builtIn('minsheng')
  const blank = { check: '必填', cell: 'MS03.01.1', rule: null, because: '' }
  expect(findingSentence(scheme, blank, 'zh')).toBe(`“${cellTitle(scheme, 'MS03.01.1')}”必须填写；没有的填 0，不适用的填“/”`)
  expect(findingSentence(scheme, blank, 'en')).toContain('must be filled in')
  const values = { cells: {}, listColumns: {}, listCells: {}, parameters: {}, unit: {}, prior: null }
  expect(findingSentence(scheme, { ...blank, check: '没有', rule: { instance: 0, line: null, values }, because: '原因' }, 'zh')).toBe(
    '原因',
  )
})
