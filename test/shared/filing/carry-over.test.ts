import { describe, expect, it } from 'vitest'
import { blankCarried, carriedOver, originPeriod, originSchemes } from '../../../shared/filing/carry-over.ts'
import { toWire } from '../../../shared/filing/facts.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { aUnit, builtIn, filed, type Typed } from '../schemes/built-in.ts'

/** Loads a scheme with one column and a row for each given cell in YAML. */
function scheme(id: string, cells: string[]): Scheme {
  const loaded = parseScheme(
    `scheme: ${id}\nversion: '1'\ntitle: ${id}\nperiod: year\nunits: { all: 'kind <> ""' }\ntables:\n  - code: A\n    title: a\n    filed-by: all\n    columns: [{ code: '1', title: x }]\n    rows:\n${cells.map((cell, index) => `      - { code: '0${index + 1}', title: r${index + 1}, ${cell} }`).join('\n')}\n`,
    `${id}.yaml`,
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.scheme
}

function carried(to: Scheme, from: Scheme, cells: Typed): Record<string, unknown> {
  const source = filed(from, aUnit({}), '2021', cells)
  return Object.fromEntries([...carriedOver(to, from, source.cell)].map(([ref, fact]) => [ref, toWire(fact)]))
}

const plain = scheme('other', ['type: integer', 'type: decimal, decimals: 2', 'type: text', "type: integer, formula: '[01.1] * 2'"])

describe('what a filing takes over', () => {
  it('are numbers, texts and computed figures, as they stand there', () => {
    const to = scheme('own', [
      "type: integer, from: 'other:A.01.1'",
      "type: decimal, decimals: 2, from: 'other:A.02.1'",
      "type: text, from: 'other:A.03.1'",
      "type: integer, from: 'other:A.04.1'",
    ])
    expect(carried(to, plain, { 'A.01.1': '12', 'A.02.1': '1.25', 'A.03.1': '青石' })).toEqual({
      'A.01.1': '12',
      'A.02.1': '1.25',
      'A.03.1': '青石',
      'A.04.1': '24',
    })
  })

  it('is nothing where the other cell is blank; 0 is a figure', () => {
    const to = scheme('own', ["type: integer, from: 'other:A.01.1'", "type: text, from: 'other:A.03.1'"])
    expect(carried(to, plain, {})).toEqual({})
    expect(carried(to, plain, { 'A.01.1': '0' })).toEqual({ 'A.01.1': '0' })
  })

  it('is never made to fit: too many decimals, too large, no such choice', () => {
    const to = scheme('own', [
      "type: integer, from: 'other:A.02.1'",
      "type: integer, max: 9, from: 'other:A.01.1'",
      "type: choice, choices: [公办, 民办], from: 'other:A.03.1'",
    ])
    expect(carried(to, plain, { 'A.01.1': '10', 'A.02.1': '1.5', 'A.03.1': '其他' })).toEqual({})
    expect(carried(to, plain, { 'A.01.1': '9', 'A.02.1': '2.00', 'A.03.1': '民办' })).toEqual({
      'A.01.1': '2',
      'A.02.1': '9',
      'A.03.1': '民办',
    })
  })

  it('is passed over where the other scheme has no such cell, or is another scheme', () => {
    const to = scheme('own', ["type: integer, from: 'other:A.77.1'", "type: integer, from: 'third:A.01.1'"])
    expect(carried(to, plain, { 'A.01.1': '12' })).toEqual({})
    expect(originSchemes(to)).toEqual(['other', 'third'])
    expect(originSchemes(plain)).toEqual([])
  })

  it('is offered for cells that are blank, in tables that are filed, from schemes that are there', () => {
    const to = scheme('own', [
      "type: integer, from: 'other:A.01.1'",
      "type: integer, from: 'other:A.02.1'",
      "type: integer, from: 'third:A.01.1'",
      'type: integer',
    ])
    expect(blankCarried(to, to.tables, (ref) => ref === 'A.02.1', ['other'])).toEqual(['A.01.1'])
    expect(blankCarried(to, to.tables, () => false, ['other', 'third'])).toEqual(['A.01.1', 'A.02.1', 'A.03.1'])
    expect(blankCarried(to, [], () => false, ['other'])).toEqual([])
  })

  it('must be spelled scheme, colon, cell', () => {
    const loaded = parseScheme(
      "scheme: a\nversion: '1'\ntitle: a\nperiod: year\nunits: { all: 'kind <> \"\"' }\ntables: [{ code: A, title: a, filed-by: all, columns: [{ code: '1', title: x, from: base.A.1 }], rows: [{ code: '01', title: n }] }]\n",
      'a.yaml',
    )
    expect(loaded.ok ? [] : loaded.problems.map((problem) => problem.fault)).toMatchObject([{ code: 'shape', message: 'from-malformed' }])
  })
})

describe('the period it is taken from', () => {
  it.each([
    ['2021-2022', ['2020-2021', '2021-2022'], '2021-2022'],
    ['2021', ['2019-2020', '2020-2021', '2021-2022'], '2020-2021'],
    ['2021', ['2021', '2020'], '2021'],
    ['2021-08', ['2020-2021', '2021-2022'], '2020-2021'],
    ['2021-10', ['2020-2021', '2021-2022'], '2021-2022'],
    ['2021-2022', ['2021-2022-1', '2021-2022-2'], '2021-2022-1'],
    ['2022-03', ['2021-2022-1', '2021-2022-2'], '2021-2022-2'],
    ['2019', ['2020-2021'], null],
    ['2019', [], null],
  ])('for %s of %j is %s', (period, others, expected) => {
    expect(originPeriod(period, others)).toBe(expected)
  })
})

describe('from the base tables', () => {
  const base = builtIn('base')
  const cells = {
    'JC00.10.1': '公办',
    'JC01.11.计': '20',
    'JC01.12.计': '22',
    'JC01.11.寄宿': '3',
    'JC05.20.专任': '4',
    'JC05.20.骨干': '1',
    'JC06.20.本科': '3',
    'JC06.20.高中': '1',
    'JC08.51.小学': '1',
    'JC09.03.年初': '100.5',
    'JC10.03.1': '800',
    'JC11.01.年初': '9000',
  }

  it('the funding scheme takes pupils and boarders', () => {
    expect(carried(builtIn('funding'), base, cells)).toEqual({ 'GF01.01.1': '42', 'GF01.01.2': '3' })
  })

  it('the balanced scheme takes pupils, teachers, rooms and equipment', () => {
    expect(carried(builtIn('balanced'), base, cells)).toMatchObject({
      'BD01.01.1': '42',
      'BD01.04.1': '公办',
      'BD02.01.1': '4',
      'BD02.02.1': '3',
      'BD02.03.1': '1',
      'BD02.04.1': '1',
      'BD02.05.1': '100.5',
      'BD02.06.1': '800',
      'BD02.07.1': '9000',
    })
  })
})
