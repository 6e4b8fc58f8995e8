import type { Lang } from '../../words.ts'
import { allOrNone, bindTyped } from '../kit/binder.ts'
import { bare, excelCall, whole } from '../kit/excel-text.ts'
import { asBoolean } from '../kit/run.ts'
import type { Teller } from '../kit/teller.ts'
import type { FormulaFunction } from './function.ts'
import type { CallNode } from './plain.ts'

export const AND = junction('AND', { formula: 'AND([a] > 0, [b] > 100)', result: false })
export const OR = junction('OR', { formula: 'OR([a] > 0, [b] > 100)', result: true })

/** The function AND or OR. Every condition is evaluated, as in Excel, so that a condition without a value leaves the whole without one. */
function junction(name: 'AND' | 'OR', example: FormulaFunction['example']): FormulaFunction<CallNode> {
  return {
    name,
    takes: 'condition, …',
    gives: 'boolean',
    example,
    least: 1,
    most: null,
    bind(binder, { args, at }) {
      const bound = allOrNone(args.map((arg) => bindTyped(binder, arg, 'boolean')))
      return bound && { kind: 'call', name, args: bound, type: 'boolean', at }
    },
    called: {
      compile({ args }, compiler) {
        const runs = args.map((arg) => asBoolean(compiler.value(arg)))
        const settles = name === 'OR'
        return (source) => {
          let result = !settles
          for (const run of runs) if (run(source) === settles) result = settles
          return result
        }
      },
      atFault: ({ args }, wanted, value) => args.filter((arg) => (value(arg) === true) !== wanted).map((part) => ({ part, wanted })),
      excel: { write: ({ args }, excel) => whole(excelCall(name, ...args.map((arg) => bare(excel.filled(arg))))) },
      words: {
        clause: (node, holds, mood, teller) => (mood === 'is' ? stated(node, holds, teller) : demanded(node, holds, teller)),
      },
    },
  }
}

/** The parts that decide the result, joined; without values, all parts. */
function stated({ name, args }: CallNode, holds: boolean, teller: Teller): string {
  const each = (name === 'AND') === holds
  const telling = teller.cells === null || each ? args : args.filter((arg) => (teller.value(arg) === true) === holds)
  return telling.map((arg) => teller.clause(arg, holds, 'is')).join(teller.cells === null && !each ? teller.words.or : teller.words.and)
}

/** The demand: for AND that must hold or OR that must not, every failing part; else a list with "at least one" or "not all". */
function demanded({ name, args }: CallNode, wanted: boolean, teller: Teller): string {
  const must = (arg: CallNode['args'][number]): string => teller.clause(arg, wanted, 'must')
  if ((name === 'AND') === wanted)
    return args
      .filter((arg) => (teller.value(arg) === true) !== wanted)
      .map(must)
      .join(teller.words.semicolon)
  if (args.length === 1) return must(args[0]!)
  const parts = wanted ? args.map(must) : args.map((arg) => teller.clause(arg, true, 'is'))
  return `${LISTED[teller.lang][wanted ? 'any' : 'notAll']}${parts.map((part, i) => `${i + 1}) ${part}`).join(teller.words.semicolon)}`
}

const LISTED: Readonly<Record<Lang, { any: string; notAll: string }>> = {
  zh: { any: '下列至少应有一项成立：', notAll: '下列不应同时成立：' },
  en: { any: 'at least one of these should hold: ', notAll: 'these should not all hold: ' },
}
