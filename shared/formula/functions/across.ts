import { fromInteger, type Decimal } from '../../decimal/decimal.ts'
import type { Lang } from '../../words.ts'
import type { BoundNode } from '../bound/bound.ts'
import type { CellSource, Value } from '../bound/cell-source.ts'
import { bindTyped, refuse, type Binder } from '../kit/binder.ts'
import type { Compiler, Run } from '../kit/run.ts'
import { PHRASE_RANK, said, SIGNS, type Phrase, type Teller } from '../kit/teller.ts'
import type { FormulaFunction, ParsedCall } from './function.ts'

export type Across = BoundNode & { kind: 'across' }

/** The value that a statistic reads of each unit: its presence, a condition, a figure, or a figure divided by its weight. */
type Of = 'presence' | 'condition' | 'figure' | 'ratio'

type Words = {
  /** The name of the statistic, written before its value. */
  called: string
  /** The statistic without a value: `units` are the chosen units, `value` is the value read of each. */
  over(units: string, value: string, where: string): string
}

type Spec = Pick<FormulaFunction, 'name' | 'example'> & {
  of: Of
  /** Compiles the statistic over the chosen units; a unit with a blank value is left out. */
  compile(node: Across, compiler: Compiler): Run
  words: Readonly<Record<Lang, Words>>
  isPercentage?: true
}

const TAKES: Readonly<Record<Of, string>> = {
  presence: 'where',
  condition: 'condition, where',
  figure: 'number, where',
  ratio: 'number / weight, where',
}

/**
 * A statistic across the units of the level (docs/design/formula.md: Across units). The arguments read each unit's cells and may
 * use bare attribute names.
 */
export function across({ name, example, of, compile, words, isPercentage }: Spec): FormulaFunction<Across> {
  const least = of === 'presence' ? 0 : 1
  return {
    name,
    takes: TAKES[of],
    gives: 'number',
    example,
    least,
    most: least + 1,
    acrossUnits: true,
    bind(binder, { args, at }) {
      binder.acrossUnits = true
      // A copy, because ISBLANK or NZ on a unit's cells must not set `usesBlanks` of the formula outside.
      const within: Binder = { ...binder, inside: true, bareNames: true }
      const parts = bindParts(within, name, of, args)
      return parts && { kind: 'across', name, ...parts, type: 'number', at }
    },
    called: {
      compile,
      excel: null,
      words: { say: (node, teller) => say(node, teller, words[teller.lang], isPercentage), isPercentage: () => isPercentage ?? false },
    },
  }
}

type Parts = { value: BoundNode | null; weight: BoundNode | null; where: BoundNode | null }

function bindParts(within: Binder, name: string, of: Of, args: ParsedCall['args']): Parts | null {
  const [first, condition] = of === 'presence' ? [undefined, args[0]] : args
  const where = condition === undefined ? null : bindTyped(within, condition, 'boolean')
  if (condition !== undefined && where === null) return null
  if (first === undefined) return { value: null, weight: null, where }
  if (of !== 'ratio') {
    const value = bindTyped(within, first, of === 'condition' ? 'boolean' : 'number')
    return value && { value, weight: null, where }
  }
  if (first.kind !== 'binary' || first.operator !== '/') return refuse(within, { code: 'division-needed', name, at: first.at })
  const value = bindTyped(within, first.left, 'number')
  const weight = bindTyped(within, first.right, 'number')
  return value && weight && { value, weight, where }
}

/** The units of the level that the condition `where` chooses. */
export function compileChosen({ where }: Across, compiler: Compiler): (source: CellSource) => CellSource[] {
  const holds = where === null ? () => true : compiler.ofUnit(where)
  return (source) => (source.units ?? []).filter((unit) => holds(unit) === true)
}

/** The values of the chosen units without the blank ones; for a statistic of presence, true for each. */
export function compileValues(node: Across, compiler: Compiler): (source: CellSource) => NonNullable<Value>[] {
  const chosen = compileChosen(node, compiler)
  const value: Run = node.value === null ? () => true : compiler.ofUnit(node.value)
  return (source) =>
    chosen(source)
      .map(value)
      .filter((result) => result !== null)
}

/** The values of `compileValues` as figures. */
export function compileFigures(node: Across, compiler: Compiler): (source: CellSource) => Decimal[] {
  return compileValues(node, compiler) as (source: CellSource) => Decimal[]
}

/** The number of chosen units with the value true. */
export function compileTrue(node: Across, compiler: Compiler): Run {
  const values = compileValues(node, compiler)
  return (source) => fromInteger(values(source).filter((result) => result === true).length)
}

const UNITS: Readonly<Record<Lang, (where: string) => string>> = {
  zh: (where) => (where === '' ? '各单位' : `${where} 的各单位`),
  en: (where) => (where === '' ? 'the units' : `the units where ${where}`),
}

function say(node: Across, teller: Teller, words: Words, isPercentage: true | undefined): Phrase {
  if (teller.cells !== null) return said(`${words.called} (${teller.shown(teller.value(node), isPercentage && 'percent')})`)
  const { value, weight, where } = node
  const condition = where === null ? '' : teller.say(where)
  const asked =
    value === null
      ? ''
      : weight === null
        ? teller.say(value)
        : `${teller.say(value, PHRASE_RANK.product)} ${SIGNS['/']} ${teller.say(weight, PHRASE_RANK.product + 1)}`
  return said(words.over(UNITS[teller.lang](condition), asked, condition))
}
