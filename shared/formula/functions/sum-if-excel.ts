import { toText } from '../../decimal/decimal.ts'
import type { BoundNode, Vector } from '../bound/bound.ts'
import type { Criterion } from '../bound/criterion.ts'
import { orderedRange } from '../kit/excel-ranges.ts'
import { bare, excelCall, RANK, type Excel, type Piece } from '../kit/excel-text.ts'
import { addressesOf, rangesOf } from '../kit/excel-vectors.ts'

export type SumIf = BoundNode & { kind: 'sum-if' }

/** A criterion that every figure meets and no text. */
const ANY_FIGURE = '">-1E+300"'
const ANY_TEXT = '"?*"'

/** Writes COUNTIF as a term a range, and SUMIF as a term a test where one range holds each vector, else as a term a cell. */
export function writeSumIf(excel: Excel, node: SumIf): Piece {
  const { vector, sum } = node
  const tests = testsOf(excel, node)
  if (sum === null) return total(rangesOf(excel, vector).flatMap((range) => tests.map((test) => counting(range, test))))
  const tested = oneRange(excel, vector)
  const summed = oneRange(excel, sum)
  if (tested !== null && summed !== null) {
    return total(
      tests.map((test) =>
        test.length === 1 ? excelCall('SUMIF', tested, test[0]!, summed) : excelCall('SUMIFS', summed, ...conditions(tested, test)),
      ),
    )
  }
  const amounts = addressesOf(excel, sum)
  return total(addressesOf(excel, vector).flatMap((address, i) => tests.map((test) => `${counting(address, test)}*N(${amounts[i]!})`)))
}

function total(parts: readonly string[]): Piece {
  return { text: parts.join('+'), rank: RANK.sum }
}

/** The condition that rows meet the test and none of these rows has a figure; null for COUNTIF. Without such a row the sum is 0. */
export function writeSumIfBlank(excel: Excel, node: SumIf): string | null {
  const { vector, sum } = node
  if (sum === null) return null
  const tests = testsOf(excel, node)
  const tested = oneRange(excel, vector)
  const summed = oneRange(excel, sum)
  if (tested !== null && summed !== null) {
    const met = tests.map((test) => conditions(tested, test))
    const filled = met.map((each) => excelCall('COUNTIFS', ...each, summed, ANY_FIGURE))
    return excelCall('AND', `${met.map((each) => excelCall('COUNTIFS', ...each)).join('+')}>0`, `${filled.join('+')}=0`)
  }
  const amounts = addressesOf(excel, sum)
  const each = addressesOf(excel, vector).flatMap((address, i) =>
    tests.map((test) => ({ count: counting(address, test), amount: amounts[i]! })),
  )
  return excelCall(
    'AND',
    `${each.map(({ count }) => count).join('+')}>0`,
    `${each.map(({ count, amount }) => `${count}*COUNT(${amount})`).join('+')}=0`,
  )
}

function counting(range: string, test: readonly string[]): string {
  return test.length === 1 ? excelCall('COUNTIF', range, test[0]!) : excelCall('COUNTIFS', ...conditions(range, test))
}

function conditions(range: string, test: readonly string[]): string[] {
  return test.flatMap((criterion) => [range, criterion])
}

/**
 * The test as alternatives, each a list of criteria that must all be met. A blank meets "<>…" in a spreadsheet, so
 * such a test, and a text test computed at run time, is limited to filled cells.
 */
function testsOf(excel: Excel, node: SumIf): string[][] {
  const { criterion, vector, test } = node
  if (criterion === null && test.type !== 'text') return [[bare(excel.filled(test))]]
  if (criterion === null || criterion.operand === '') {
    const written = criterion === null ? bare(excel.filled(test)) : `"${criterion.operator}"`
    return [vector.type === 'text' ? [written, ANY_TEXT, NOT_THE_SLASH] : [written, ANY_FIGURE]]
  }
  if (criterion.operator !== '<>') return [[criterionText(criterion)]]
  if (vector.type === 'text') return [[criterionText(criterion), ANY_TEXT, NOT_THE_SLASH]]
  return [[criterionText({ ...criterion, operator: '<' })], [criterionText({ ...criterion, operator: '>' })]]
}

/** A criterion that leaves out 不适用 among texts. */
const NOT_THE_SLASH = '"<>/"'

function criterionText({ operator, operand, by }: Criterion): string {
  const sign = operator === '=' ? '' : operator
  if (by === 'date') {
    const day = excelCall(
      'DATE',
      ...String(operand)
        .split('-')
        .map((part) => String(Number(part))),
    )
    return sign === '' ? day : `"${sign}"&${day}`
  }
  const text = typeof operand === 'string' && by === 'text' ? operand : toText(operand as number)
  if (by === 'number' && sign === '') return text
  return `"${sign}${text.replaceAll('"', '""')}"`
}

function oneRange(excel: Excel, vector: Vector): string | null {
  return vector.kind === 'list-column' ? excel.addresses.listColumn(vector.table, vector.column) : orderedRange(addressesOf(excel, vector))
}
