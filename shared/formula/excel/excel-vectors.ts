import { toText } from '../../decimal/decimal.ts'
import { isVector } from '../kit/binder.ts'
import type { BoundNode, Operand, Vector } from '../bound/bound.ts'
import { canFail } from './can-fail.ts'
import type { Criterion } from '../bound/criterion.ts'
import { excelCell, isCellLike } from '../kit/excel-cells.ts'
import { gatherRanges, orderedRange } from '../kit/excel-ranges.ts'
import { bare, call, NoExcelForm, RANK, whole, type Excel, type Piece } from '../kit/excel-text.ts'

type Aggregate = BoundNode & { kind: 'aggregate' }
type SumIf = BoundNode & { kind: 'sum-if' }

/** The ranges that hold exactly a vector's cells, or the one cell. */
function rangesOf(excel: Excel, operand: Operand): string[] {
  if (isVector(operand))
    return operand.kind === 'list-column'
      ? [excel.addresses.listColumn(operand.table, operand.column)]
      : gatherRanges(addressesOf(excel, operand))
  return isCellLike(operand) ? [excelCell(excel, operand)] : []
}

function addressesOf({ addresses }: Excel, vector: Vector): string[] {
  if (vector.kind === 'list-column') return []
  return vector.keys.map((key) => (vector.kind === 'cells' ? addresses.cell(key) : addresses.prior(key)))
}

/** How many of these are filled in: COUNT for figures and dates; for texts, what is neither empty nor 不适用. */
function filledIn(excel: Excel, operands: readonly Operand[], choose = (addresses: string[]): string[] => addresses): string[] {
  const figures = operands.filter((operand) => operand.type !== 'text')
  const texts = operands.filter((operand) => operand.type === 'text')
  const addresses = gatherRanges(choose(figures.flatMap((operand) => singlesOf(excel, operand))))
  const ranges = figures.flatMap((operand) => (isVector(operand) && operand.kind === 'list-column' ? rangesOf(excel, operand) : []))
  const counted = [...addresses, ...choose(ranges)]
  return [
    ...(counted.length > 0 ? [call('COUNT', ...counted)] : []),
    ...texts.flatMap((operand) => rangesOf(excel, operand)).map((range) => `SUMPRODUCT((${range}<>"")*(${range}<>"/"))`),
  ]
}

function singlesOf(excel: Excel, operand: Operand): string[] {
  if (isVector(operand)) return addressesOf(excel, operand)
  return isCellLike(operand) ? [excelCell(excel, operand)] : []
}

/** The condition that none of these cells is filled in; a cell that stands for many need be asked only once. */
export function noneFilled(excel: Excel, operands: readonly Operand[]): string {
  return `${filledIn(excel, operands, (addresses) => [...new Set(addresses)]).join('+')}=0`
}

/** SUM AVERAGE MIN MAX COUNT; of nothing but blanks 0, where a figure is needed. */
export function excelAggregate(excel: Excel, node: Aggregate): Piece {
  const { name, args } = node
  const cells = args.filter((arg) => isVector(arg) || isCellLike(arg))
  const others = args.filter((arg): arg is BoundNode => !isVector(arg) && !isCellLike(arg))
  const always = others.filter((arg) => excel.isBlank(arg) === null)
  const sometimes = others.filter((arg) => excel.isBlank(arg) !== null)
  if (name === 'COUNT') return { text: counted(excel, cells, always, sometimes), rank: RANK.sum }
  const direct = [
    ...gatherRanges(cells.flatMap((arg) => singlesOf(excel, arg))),
    ...cells.flatMap((arg) => (isVector(arg) && arg.kind === 'list-column' ? rangesOf(excel, arg) : [])),
  ]
  const given = [...direct, ...always.map((arg) => bare(excel.number(arg)))]
  if (name === 'SUM') return whole(call('SUM', ...given, ...sometimes.map((arg) => bare(excel.number(arg)))))
  if (name === 'AVERAGE') {
    const count = counted(excel, cells, always, sometimes)
    const sum = call('SUM', ...given, ...sometimes.map((arg) => bare(excel.number(arg))))
    return whole(always.length > 0 ? `(${sum}/(${count}))` : call('IF', `${count}=0`, '0', `${sum}/(${count})`))
  }
  return whole(extreme(excel, name, given, sometimes))
}

/** A figure that cannot be worked out is not counted: it takes the whole with it. */
function counted(excel: Excel, cells: readonly Operand[], always: readonly BoundNode[], sometimes: readonly BoundNode[]): string {
  const sure = always.filter((arg) => !canFail(arg))
  const unsure = always.filter((arg) => canFail(arg))
  const ones = unsure.map((arg) => call('IF', call('ISERROR', bare(excel.filled(arg))), bare(excel.filled(arg)), '1'))
  const maybe = sometimes.map((arg) => call('IF', excel.isBlank(arg)!, '0', '1'))
  return [...filledIn(excel, cells), ...(sure.length > 0 ? [String(sure.length)] : []), ...ones, ...maybe].join('+')
}

/** More arguments than this that may be blank would be more cases than anyone could read. */
const MOST_CASES = 6

/** An argument that came out blank must not count as 0. */
function extreme(excel: Excel, name: string, given: readonly string[], sometimes: readonly BoundNode[]): string {
  if (sometimes.length > MOST_CASES) throw new NoExcelForm('too many cases')
  const [first, ...rest] = sometimes
  if (first === undefined) return given.length === 0 ? '0' : call(name, ...given)
  const figure = bare(excel.number(first))
  return call('IF', excel.isBlank(first)!, extreme(excel, name, given, rest), extreme(excel, name, [...given, figure], rest))
}

/** Only figures are above this, never texts. */
const ANY_FIGURE = '">-1E+300"'
const ANY_TEXT = '"?*"'

/** SUMIF and COUNTIF, as the function of that name where one range holds the vector, else cell by cell. */
export function excelSumIf(excel: Excel, node: SumIf): Piece {
  const { vector, sum } = node
  const tests = testsOf(excel, node)
  if (sum === null) return total(rangesOf(excel, vector).flatMap((range) => tests.map((test) => counting(range, test))))
  const tested = oneRange(excel, vector)
  const summed = oneRange(excel, sum)
  if (tested !== null && summed !== null) {
    return total(
      tests.map((test) =>
        test.length === 1 ? call('SUMIF', tested, test[0]!, summed) : call('SUMIFS', summed, ...conditions(tested, test)),
      ),
    )
  }
  const amounts = addressesOf(excel, sum)
  return total(addressesOf(excel, vector).flatMap((address, i) => tests.map((test) => `${counting(address, test)}*N(${amounts[i]!})`)))
}

function total(parts: readonly string[]): Piece {
  return { text: parts.join('+'), rank: RANK.sum }
}

/** Rows meet the test and none of them has a figure; where no row meets it, the sum is 0. */
export function excelSumIfBlank(excel: Excel, node: SumIf): string | null {
  const { vector, sum } = node
  if (sum === null) return null
  const tests = testsOf(excel, node)
  const tested = oneRange(excel, vector)
  const summed = oneRange(excel, sum)
  if (tested !== null && summed !== null) {
    const met = tests.map((test) => conditions(tested, test))
    const filled = met.map((each) => call('COUNTIFS', ...each, summed, ANY_FIGURE))
    return call('AND', `${met.map((each) => call('COUNTIFS', ...each)).join('+')}>0`, `${filled.join('+')}=0`)
  }
  const amounts = addressesOf(excel, sum)
  const each = addressesOf(excel, vector).flatMap((address, i) =>
    tests.map((test) => ({ count: counting(address, test), amount: amounts[i]! })),
  )
  return call(
    'AND',
    `${each.map(({ count }) => count).join('+')}>0`,
    `${each.map(({ count, amount }) => `${count}*COUNT(${amount})`).join('+')}=0`,
  )
}

function counting(range: string, test: readonly string[]): string {
  return test.length === 1 ? call('COUNTIF', range, test[0]!) : call('COUNTIFS', ...conditions(range, test))
}

function conditions(range: string, test: readonly string[]): string[] {
  return test.flatMap((criterion) => [range, criterion])
}

/**
 * The test as spreadsheets take it: alternatives, of each of which all criteria must be met. They let a blank meet
 * "<>…", and a test that is worked out might be one, so those are kept to what is filled in.
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

/** 不适用 in a cell of texts. */
const NOT_THE_SLASH = '"<>/"'

function criterionText({ operator, operand, by }: Criterion): string {
  const sign = operator === '=' ? '' : operator
  if (by === 'date') {
    const day = call(
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
