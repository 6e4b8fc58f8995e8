import { divide, fromInteger, isZero, subtract, type Decimal } from '../../decimal/decimal.ts'
import type { Lang } from '../../words.ts'
import type { BoundNode } from '../bound/bound.ts'
import { noValue } from '../bound/no-value.ts'
import { bindReference, gathered, refuse } from '../kit/binder.ts'
import { excelCell, isCellLike } from '../kit/excel-cells.ts'
import { excelCall, whole, type Excel, type Piece } from '../kit/excel-text.ts'
import { nameOf, said, type Phrase, type Teller } from '../kit/teller.ts'
import type { FormulaFunction } from './function.ts'
import type { CallNode } from './plain.ts'

const ONE = fromInteger(1)

/** The relative growth of a figure since the period before; the bound call has this period's cell and the earlier one as arguments. */
export const GROWTH: FormulaFunction<CallNode> = {
  name: 'GROWTH',
  takes: '[cell]',
  gives: 'number',
  example: { formula: 'GROWTH([a])', result: '0.25' },
  least: 1,
  most: 1,
  bind(binder, { args, name, at }) {
    const [argument] = args
    if (argument?.kind !== 'reference') return refuse(binder, { code: 'reference-needed', name, at: argument!.at })
    const found = bindReference(binder, argument.reference)
    if (found === null) return null
    if (found.kind !== 'cell') return refuse(binder, { code: 'single-reference-needed', name, at: argument.at })
    if (found.type !== 'number') return refuse(binder, { code: 'type-expected', expected: 'number', found: found.type, at: argument.at })
    gathered(binder).priorCells.add(found.key)
    return { kind: 'call', name, args: [found, { kind: 'prior', key: found.key, type: found.type, at: found.at }], type: 'number', at }
  },
  called: {
    compile({ args }, compiler) {
      const [now, before] = args.map((arg) => compiler.value(arg))
      return (source) => growth(now!(source) as Decimal | null, before!(source) as Decimal | null)
    },
    excel: { write: ({ args }, excel) => writeGrowth(excel, args), canFail: () => true },
    words: {
      say: (node, teller) => {
        if (teller.cells !== null) return growthPhrase(teller, node, node, WORD[teller.lang])
        const name = nameOf(teller, node.args[0]!)
        return said(teller.lang === 'zh' ? `${name} 的增长率` : `the growth of ${name}`)
      },
      isPercentage: () => true,
    },
  },
}

const WORD: Readonly<Record<Lang, string>> = { zh: '增长率', en: 'growth' }

function growth(now: Decimal | null, before: Decimal | null): Decimal {
  // A figure that is blank now or before, or 0 before, has no growth: blank is not zero.
  if (now === null || before === null || isZero(before)) return noValue()
  return subtract(divide(now, before) ?? noValue(), ONE)
}

function writeGrowth(excel: Excel, args: readonly BoundNode[]): Piece {
  const [now, before] = args.filter(isCellLike).map((cell) => excelCell(excel, cell))
  return whole(excelCall('IF', `COUNT(${now},${before})<2`, 'NA()', `${now}/${before}-1`))
}

export function isGrowth(node: BoundNode): node is CallNode {
  return node.kind === 'call' && node.name === GROWTH.name
}

/** The growth in words, 「一年级 合计 (50，上期 40) 的增长率 25%」: both figures, `word`, and the value of `whole` as a share. */
export function growthPhrase(teller: Teller, { args }: CallNode, whole: BoundNode, word: string): Phrase {
  const [now, before] = args.map((arg) => teller.shown(teller.value(arg)))
  const [name, rate] = [nameOf(teller, args[0]!), teller.shown(teller.value(whole), 'percent')]
  return said(
    teller.lang === 'zh'
      ? `${name} (${now}，上期 ${before}) 的${word} ${rate}`
      : `${word} of ${name} (${now}, one period before ${before}) of ${rate}`,
  )
}
