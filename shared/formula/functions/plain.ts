import type { Lang } from '../../words.ts'
import type { Decimal } from '../../decimal/decimal.ts'
import type { BoundNode } from '../bound/bound.ts'
import type { Value } from '../bound/cell-source.ts'
import { allOrNone, bindDate, bindTyped } from '../kit/binder.ts'
import { bare, excelCall, whole, type Excel, type Piece } from '../kit/excel-text.ts'
import { asBoolean, asNumber, asText, type Compiler, type Run } from '../kit/run.ts'
import { named, PHRASE_RANK } from '../kit/teller.ts'
import type { ValueType } from '../syntax/problem.ts'
import type { CalledFunction, ExcelForm, FormulaFunction, FunctionWords } from './function.ts'

export type CallNode = BoundNode & { kind: 'call' }

type Argument = readonly [name: string, type: ValueType]
/** The arguments that `value` is given: a blank is 0, "" or FALSE (blank rule 2, docs/design/formula.md: Blanks). */
type Given = { number: Decimal; text: string; date: string; boolean: boolean }
type Values<Takes extends readonly Argument[]> = { [K in keyof Takes]: Given[Takes[K][1]] }
type Texts<Takes extends readonly Argument[]> = { [K in keyof Takes]: string }

type Plain<Takes extends readonly Argument[]> = Pick<FormulaFunction, 'name' | 'example'> & {
  takes: Takes
  gives: ValueType
  /** The result; throws noValue() where there is none. */
  value(...args: Values<Takes>): Value
  /** Absent: the spreadsheet's function of the same name and arguments. */
  excel?: Partial<Omit<ExcelForm<CallNode>, 'write'>> & { write?(excel: Excel, args: readonly BoundNode[]): Piece }
  /** The call in words, from its arguments in words; absent when `phrases` words the call. */
  words?: Readonly<Record<Lang, (...args: Texts<Takes>) => string>>
  phrases?: FunctionWords<CallNode>
  atFault?: NonNullable<CalledFunction<CallNode>['atFault']>
}

/** A function of single values, all evaluated before the call. */
export function plain<const Takes extends readonly Argument[]>(spec: Plain<Takes>): FormulaFunction<CallNode> {
  const { name, takes, gives, example, excel = {}, words, phrases, atFault } = spec
  return {
    name,
    takes: takes.map(([argument]) => argument).join(', '),
    gives,
    argumentTypes: takes.map(([, type]) => type),
    example,
    least: takes.length,
    most: takes.length,
    bind(binder, { args, at }) {
      const bound = allOrNone(
        args.map((arg, i) => (takes[i]![1] === 'date' ? bindDate(binder, arg) : bindTyped(binder, arg, takes[i]![1]))),
      )
      return bound && { kind: 'call', name, args: bound, type: gives, at }
    },
    called: {
      ...(atFault === undefined ? {} : { atFault }),
      compile: ({ args }, compiler) => compilePlain(takes, spec.value as unknown as (...args: unknown[]) => Value, args, compiler),
      excel: {
        ...excel,
        write: ({ args }, writer) => excel.write?.(writer, args) ?? whole(excelCall(name, ...args.map((arg) => bare(writer.filled(arg))))),
      },
      words: {
        ...(words === undefined
          ? {}
          : {
              say: (node, teller) => {
                const told = node.args.map((arg) => teller.say(arg, PHRASE_RANK.whole))
                return named(teller, node, (words[teller.lang] as (...args: string[]) => string)(...told))
              },
            }),
        ...phrases,
      },
    },
  }
}

const READY = { number: asNumber, text: asText, date: asText, boolean: asBoolean } as const

/** Compiles one or two arguments without a list, because a list for every cell, unit and period costs more than most functions. */
function compilePlain(
  takes: readonly Argument[],
  value: (...args: unknown[]) => Value,
  args: readonly BoundNode[],
  compiler: Compiler,
): Run {
  const ready = args.map((arg, i) => READY[takes[i]![1]](compiler.value(arg)))
  const [first, second] = ready
  if (first !== undefined && ready.length === 1) return (source) => value(first(source))
  if (first !== undefined && second !== undefined && ready.length === 2) return (source) => value(first(source), second(source))
  return (source) => value(...ready.map((run) => run(source)))
}
