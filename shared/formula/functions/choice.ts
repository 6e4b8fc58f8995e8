import type { Lang } from '../../words.ts'
import type { BoundNode } from '../bound/bound.ts'
import type { Value } from '../bound/cell-source.ts'
import { noValue } from '../bound/no-value.ts'
import { allOrNone, bindTyped, bindValue, refuse, type Binder } from '../kit/binder.ts'
import { bare, excelCall, whole, type Excel } from '../kit/excel-text.ts'
import { asBoolean, type Compiler, type Run } from '../kit/run.ts'
import { nameOf, PHRASE_RANK, said, type Teller } from '../kit/teller.ts'
import type { ValueType } from '../syntax/problem.ts'
import type { FormulaFunction, ParsedCall } from './function.ts'
import type { CallNode } from './plain.ts'

export const IF = choice({
  name: 'IF',
  takes: 'condition, then, else',
  least: 3,
  most: 3,
  example: { formula: 'IF([a] > 100, 100, [a])', result: '50' },
})
/** The result of the first condition that holds; without one there is no value. */
export const IFS = choice({
  name: 'IFS',
  takes: 'condition, then, condition, then, …',
  least: 2,
  most: null,
  example: { formula: 'IFS([a] > 100, "高", [a] > 10, "中")', result: '中' },
})

/** A function of condition, result, condition, result, …; an odd last argument is the else. */
function choice(spec: Pick<FormulaFunction, 'name' | 'takes' | 'example' | 'least' | 'most'>): FormulaFunction<CallNode> {
  return {
    ...spec,
    gives: 'as given',
    bind: bindChoice,
    called: {
      compile: compileChoice,
      atFault: ({ args }, wanted, value) => {
        const part = chosen(args, value)
        return part === null ? [] : [{ part, wanted }]
      },
      excel: {
        write: ({ args }, excel) => whole(nested(excel, args, (result) => bare(excel.filled(result)))),
        writeValue: ({ args }, excel) => whole(nested(excel, args, (result) => bare(excel.value(result)))),
        blank: ({ args }, excel) =>
          resultsOf(args).every((result) => excel.isBlank(result) === null)
            ? null
            : nested(excel, args, (result) => excel.isBlank(result) ?? 'FALSE'),
        canFail: ({ name, args }, canFail) => name === IFS.name || args.some(canFail),
      },
      words: {
        say: ({ args }, teller) => {
          if (teller.cells === null) return said(branches(args, teller), PHRASE_RANK.condition)
          const branch = chosen(args, teller.value)
          return branch === null ? said(teller.shown(null)) : teller.phrase(branch)
        },
        clause: (node, holds, mood, teller) => (mood === 'must' ? demanded(node, holds, teller) : null),
        isPercentage: ({ args }, isPercentage) => resultsOf(args).every(isPercentage),
      },
    },
  }
}

function isCondition(args: readonly unknown[], index: number): boolean {
  return index % 2 === 0 && index + 1 < args.length
}

function resultsOf(args: readonly BoundNode[]): BoundNode[] {
  return args.filter((_, index) => !isCondition(args, index))
}

/** The chosen result, or null. */
function chosen(args: readonly BoundNode[], value: (part: BoundNode) => Value): BoundNode | null {
  for (let i = 0; i + 1 < args.length; i += 2) if (value(args[i]!) === true) return args[i + 1]!
  return args.length % 2 === 1 ? args.at(-1)! : null
}

/** Binds conditions as booleans and results to one type; `""` is a blank of that type. */
function bindChoice(binder: Binder, { args, at, name }: ParsedCall): BoundNode | null {
  if (name === IFS.name && args.length % 2 === 1) return refuse(binder, { code: 'pairs-needed', name, at })
  const bound = allOrNone(args.map((arg, i) => (isCondition(args, i) ? bindTyped(binder, arg, 'boolean') : bindValue(binder, arg))))
  if (bound === null) return null
  const results = resultsOf(bound)
  const type = (results.find((result) => !isEmptyText(result)) ?? results[0]!).type
  const odd = results.find((result) => result.type !== type && !isEmptyText(result))
  if (odd !== undefined) return refuse(binder, { code: 'different-types', left: type, right: odd.type, at: odd.at })
  const settled = bound.map((arg, i) => (isCondition(args, i) || arg.type === type ? arg : blank(arg, type)))
  return { kind: 'call', name, args: settled, type, at }
}

function isEmptyText(node: BoundNode): boolean {
  return node.kind === 'constant' && node.value === ''
}

function blank(node: BoundNode, type: ValueType): BoundNode {
  return { kind: 'constant', value: null, type, at: node.at }
}

function compileChoice({ args }: CallNode, compiler: Compiler): Run {
  const cases: { condition: ReturnType<typeof asBoolean>; result: Run }[] = []
  for (let i = 0; i + 1 < args.length; i += 2)
    cases.push({ condition: asBoolean(compiler.value(args[i]!)), result: compiler.value(args[i + 1]!) })
  const otherwise: Run = args.length % 2 === 1 ? compiler.value(args.at(-1)!) : () => noValue()
  return (source): Value => {
    for (const { condition, result } of cases) if (condition(source)) return result(source)
    return otherwise(source)
  }
}

/** Writes IF(c, a, IF(…)), because Excel 2007 has no IFS. */
function nested(excel: Excel, args: readonly BoundNode[], result: (node: BoundNode) => string): string {
  const [first, second, ...rest] = args
  if (first === undefined) return 'NA()'
  if (second === undefined) return result(first)
  return excelCall('IF', bare(excel.truth(first)), result(second), nested(excel, rest, result))
}

const WORDS: Readonly<Record<Lang, { inCase: Said; otherwise(value: string): string; because: Said }>> = {
  zh: {
    inCase: (condition, value) => `${condition} 时为 ${value}`,
    otherwise: (value) => `否则为 ${value}`,
    because: (condition, then) => `因为 ${condition}，所以 ${then}`,
  },
  en: {
    inCase: (condition, value) => `${value} when ${condition}`,
    otherwise: (value) => `otherwise ${value}`,
    because: (condition, then) => `because ${condition}, ${then}`,
  },
}
type Said = (condition: string, then: string) => string

function branches(args: readonly BoundNode[], teller: Teller): string {
  const words = WORDS[teller.lang]
  const parts: string[] = []
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [when, value] = [args[i]!, teller.say(args[i + 1]!)]
    parts.push(
      when.kind === 'constant' && when.value === true ? words.otherwise(value) : words.inCase(teller.clause(when, true, 'is'), value),
    )
  }
  if (args.length % 2 === 1) parts.push(words.otherwise(teller.say(args.at(-1)!)))
  return parts.join(teller.words.comma)
}

/** The demand on the chosen branch, with the reason for the branch. */
function demanded({ args }: CallNode, wanted: boolean, teller: Teller): string {
  const branch = chosen(args, teller.value)
  if (branch === null) return teller.words.never
  const then = teller.clause(branch, wanted, 'must')
  const reason = reasonFor(args, branch, then, teller)
  return reason === '' ? then : WORDS[teller.lang].because(reason, then)
}

/**
 * The conditions that led to a branch: its own condition, or for the else every condition, negated. A condition that
 * cells are filled in is left out when the branch shows their values.
 */
function reasonFor(args: readonly BoundNode[], branch: BoundNode, then: string, teller: Teller): string {
  const index = args.indexOf(branch)
  const own = args[index - 1]
  if (index % 2 === 1 && own !== undefined) return teller.clause(own, true, 'is')
  return args
    .filter((condition, i) => i % 2 === 0 && i < index && !asksForShown(condition, then, teller))
    .map((condition) => teller.clause(condition, false, 'is'))
    .join(teller.words.and)
}

/** True when a condition only tests blanks in cells that the sentence shows with values. */
function asksForShown(condition: BoundNode, then: string, teller: Teller): boolean {
  if (condition.kind === 'is-blank') return then.includes(`${nameOf(teller, condition.operand)} (`)
  return condition.kind === 'call' && condition.name === 'OR' && condition.args.every((arg) => asksForShown(arg, then, teller))
}
