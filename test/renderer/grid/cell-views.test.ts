import { describe, expect, test } from 'vitest'
import { filingSource } from '../../../shared/filing/compute.ts'
import { NOT_APPLICABLE, type Fact } from '../../../shared/filing/facts.ts'
import { cellStates, classOfView, signOfView } from '../../../renderer/grid/cell-state.ts'
import { cellViews, shownFact, type Contents } from '../../../renderer/grid/cell-views.ts'
import { gridModel } from '../../../renderer/grid/grid-model.ts'
import { exampleOf } from '../../../renderer/grid/legend.tsx'
import { smallScheme, tableOf } from './small-scheme.ts'

const scheme = smallScheme()
const model = gridModel(scheme, tableOf(scheme, 'G'), 0)

function contents(facts: Record<string, Fact>, more: Partial<Contents> = {}): Contents {
  const held = new Map(Object.entries(facts))
  const { computed } = filingSource(scheme, held, { unit: () => null, parameters: new Map(), prior: null })
  return {
    facts: held,
    computed,
    refused: new Map(),
    marks: new Map(),
    prior: null,
    changed: new Map(),
    remarks: new Map(),
    hint: () => '',
    ...more,
  }
}
const texts = (held: Contents): string[][] => cellViews(model, held, []).map((row) => row.map((view) => view.text))

describe('what stands in the cells', () => {
  test('totals are computed as figures come in; blank stays blank', () => {
    expect(texts(contents({ 'G.01.1': 200_000, 'G.01.2': 12_000_000 }))).toEqual(
      [
        ['20', '1200', '1220'],
        ['', '×', ''],
        ['20', '1200', '1220'],
      ].map((row) => row.map((text) => text.replace(/^1200$/, shown('1200')).replace(/^1220$/, shown('1220')))),
    )
  })
  test('不适用 is shown as a stroke, refused text as it was typed', () => {
    const held = contents({ 'G.01.1': NOT_APPLICABLE }, { refused: new Map([['G.01.2', '约三百']]) })
    expect(texts(held)[0]).toEqual(['/', '约三百', ''])
  })
  test('a cell that was changed since it was handed over has its mark and says what it was; the others are not drawn again', () => {
    const facts = { 'G.01.1': 10_000, 'G.01.2': 20_000 }
    const before = cellViews(model, contents(facts), [])
    const changed = new Map<string, Fact | null>([['G.01.1', 70_000]])
    const after = cellViews(model, contents(facts, { changed, hint: (ref) => (changed.has(ref) ? '上次报出 7' : '') }), before)
    expect(after[0]?.map((view) => [view.changed, view.hint])).toEqual([
      [true, '上次报出 7'],
      [false, ''],
      [false, ''],
    ])
    expect(classOfView(after[0]![0]!)).toContain('cell-changed')
    expect(after[0]?.[1]).toBe(before[0]?.[1])
    expect(after[1]).toBe(before[1])
  })
  test('a cell with a remark has the mark of a comment beside any other', () => {
    const after = cellViews(
      model,
      contents({ 'G.01.1': 10_000 }, { remarks: new Map([['G.01.1', '请核对']]), changed: new Map([['G.01.1', null]]) }),
      [],
    )
    expect(classOfView(after[0]![0]!).split(' ')).toEqual(expect.arrayContaining(['cell-remark', 'cell-changed']))
    expect(after[0]?.[1]?.remark).toBe(false)
  })
  test('what was handed over is shown as the form shows it', () => {
    const cell = scheme.cells.get('G.01.1')!
    expect([12_340_000, NOT_APPLICABLE, null].map((fact) => shownFact(fact, cell))).toEqual([shown('1234'), '/', ''])
  })
  test('a row that did not change is the same object, so it is not drawn again', () => {
    const before = cellViews(model, contents({ 'G.01.1': 10_000 }), [])
    const after = cellViews(model, contents({ 'G.01.1': 10_000, 'G.01.2': 20_000 }), before)
    expect(after[1]).toBe(before[1])
    expect(after[0]).not.toBe(before[0])
    expect(after[0]?.[0]).toBe(before[0]?.[0])
  })
})

/** A whole number with thousands separators when the scheme's default pattern has them. */
function shown(text: string): string {
  return scheme.cells.get('G.01.1')?.show.includes(',') === true ? text.replace(/(\d)(\d{3})$/, '$1,$2') : text
}

describe('cell states', () => {
  test('each has a look of its own in the legend, and none rests on colour alone', () => {
    const looks = cellStates
      .filter((state) => state !== 'focused' && state !== 'selected')
      .map((state) => `${classOfView(exampleOf(state))} ${exampleOf(state).text} ${signOfView(exampleOf(state))}`)
    expect(new Set(looks).size).toBe(looks.length)
    expect(signOfView(exampleOf('error'))).toBe('✗')
    expect(signOfView(exampleOf('query'))).toBe('?')
  })
})
