import { describe, expect, test } from 'vitest'
import { FUNCTIONS } from '../../../../shared/formula/functions/list.ts'
import type { FormulaFunction } from '../../../../shared/formula/functions/function.ts'
import { toExcel } from '../../../../shared/formula/excel/to-excel.ts'
import { evaluate } from '../../../../shared/formula/run/evaluate.ts'
import { explain } from '../../../../shared/formula/words/explain.ts'
import { inWords } from '../../../../shared/formula/words/in-words.ts'
import { textOf } from '../../../architecture/repository.ts'
import { addresses } from '../excel/addresses.ts'
import { notInExcel2007 } from '../excel/excel-2007.ts'
import { randomContents, randomFormula, seeded } from '../generator.ts'
import { bound, shown, sourceOf, tryToBind, type World } from '../world.ts'
import { EXAMPLE_CELLS, EXAMPLE_NAMES, EXAMPLE_WORLD } from './example.ts'

const cells = sourceOf(EXAMPLE_CELLS, EXAMPLE_WORLD)

function firstProblem(source: string, world: World = EXAMPLE_WORLD): string {
  const tried = tryToBind(source, world)
  return tried.ok ? 'right' : tried.problems[0]!.code
}

test('every function has a name of its own, in capitals', () => {
  const names = FUNCTIONS.map(({ name }) => name)
  expect(names.filter((name, i) => names.indexOf(name) !== i || !/^[A-Z][A-Z0-9]*$/.test(name))).toEqual([])
})

describe.each(FUNCTIONS)('$name', (definition) => {
  const { name, example, gives, least, most, acrossUnits, asksAboutBlanks } = definition
  const formula = bound(example.formula, EXAMPLE_WORLD)

  test(`${example.formula} comes to ${example.result}`, () => {
    expect(example.formula).toContain(`${name}(`)
    expect(shown(evaluate(formula, cells))).toBe(example.result)
    if (gives !== 'as given' && example.formula.startsWith(name)) expect(formula.type).toBe(gives)
  })

  test('says what it does in both languages, with values and without', () => {
    for (const lang of ['zh', 'en'] as const)
      for (const sentence of [inWords(formula, EXAMPLE_NAMES, lang), explain(formula, cells, EXAMPLE_NAMES, lang)]) {
        expect(sentence.length).toBeGreaterThan(2)
        expect(sentence).not.toMatch(/undefined|NaN|null|\[object|=>/)
      }
    const [zh, en] = (['zh', 'en'] as const).map((lang) => inWords(formula, EXAMPLE_NAMES, lang).replace(/[“"][^”"]*[”"]/g, ''))
    // DATE is written with signs only.
    if (definition.called !== undefined && name !== 'DATE') expect(zh).toMatch(/[一-龥]/)
    expect(en).not.toMatch(/[，、；：（）]/)
  })

  test('stands in a workbook with functions that every spreadsheet has, or is about other units', () => {
    const excel = toExcel(formula, addresses)
    if (acrossUnits) expect(excel).toBeNull()
    else expect(notInExcel2007(excel ?? 'NOTHING()')).toEqual([])
  })

  test('takes as many arguments as it says', () => {
    const call = (count: number): string => `${name}(${Array.from({ length: count }, () => '[a]').join(', ')})`
    if (least > 0) expect(firstProblem(call(least - 1))).toBe('argument-count')
    if (most !== null) expect(firstProblem(call(most + 1))).toBe('argument-count')
  })

  test('is refused where it may not stand, and asks about blanks where it says so', () => {
    expect(firstProblem(example.formula, { ...EXAMPLE_WORLD, acrossUnits: false })).toBe(acrossUnits ? 'across-units-not-allowed' : 'right')
    expect(formula.usesBlanks).toBe(asksAboutBlanks ?? false)
  })
})

test.each(FUNCTIONS.filter(({ argumentTypes }) => argumentTypes !== undefined))(
  '$name of any arguments gives a value of its type, an Excel form and a sentence',
  (definition) => {
    const random = seeded(definition.name.length * 31 + definition.name.charCodeAt(0))
    for (let i = 0; i < 150; i += 1) callAtRandom(definition, random)
  },
)

function callAtRandom({ name, argumentTypes = [], gives }: FormulaFunction, random: ReturnType<typeof seeded>): void {
  const source = `${name}(${argumentTypes.map((type) => randomFormula(random, type, 2)).join(', ')})`
  const formula = bound(source)
  const contents = sourceOf(randomContents(random))
  const value = evaluate(formula, contents)
  const kinds = { number: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/, text: /^/, date: /^\d{4}-\d\d-\d\d$/, 'as given': /^/ }
  if (value !== null) expect(String(shown(value)), source).toMatch(kinds[gives])
  expect(notInExcel2007(toExcel(formula, addresses) ?? ''), source).toEqual([])
  for (const lang of ['zh', 'en'] as const)
    expect(explain(formula, contents, EXAMPLE_NAMES, lang), source).not.toMatch(/undefined|NaN|\[object/)
}

function row({ name, takes, gives, example }: FormulaFunction): string {
  const formula = bound(example.formula, EXAMPLE_WORLD)
  const [en, zh] = (['en', 'zh'] as const).map((lang) => inWords(formula, EXAMPLE_NAMES, lang))
  const result = String(example.result).replace(/^(true|false)$/, (word) => word.toUpperCase())
  return `| \`${name}(${takes})\` | ${gives} | \`${example.formula}\` = ${result} | ${en} · ${zh} |`
}

test('the guide has them all in its table, as they are', () => {
  const table = ['| written | gives | example | in words |', '|---|---|---|---|', ...FUNCTIONS.map(row)].join('\n')
  expect(
    textOf('docs/scheme-guide.md').includes(`${table}\n\n`),
    `the table of functions in docs/scheme-guide.md should be:\n\n${table}\n`,
  ).toBe(true)
})
