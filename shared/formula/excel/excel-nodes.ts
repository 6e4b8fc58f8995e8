import { negate, isNegative, toBig, toText, type Decimal } from '../../decimal/decimal.ts'
import { COMPARED_PLACES } from '../bound/compare.ts'
import { isFunctionNode, isVector, type BoundNode, type Operand } from '../bound/bound.ts'
import { calledBy } from '../functions/list.ts'
import { excelCell, isCellLike } from '../kit/excel-cells.ts'
import { bare, excelCall, limited, literal, RANK, whole, within, type Addresses, type Excel, type Piece } from '../kit/excel-text.ts'
import { noneFilled } from '../kit/excel-vectors.ts'
import { canFail } from './can-fail.ts'

/** The text in a cell that does not apply to the unit (docs/design/words.md: Blank). */
const NOT_APPLICABLE = '"/"'
const WRITTEN_PLACES = '9'

/**
 * Writes each node once in each way and remembers the text. A text longer than a spreadsheet takes stops the writing,
 * because nested functions that repeat their arguments would grow without bound.
 */
export function excelNodes(addresses: Addresses): Excel {
  const excel: Excel = {
    addresses,
    number: remembered((node: BoundNode) => limited(numberOf(excel, node))),
    text: remembered((node: BoundNode) => limited(textOf(excel, node))),
    truth: remembered((node: BoundNode) => limited(truthOf(excel, node))),
    date: remembered((node: BoundNode) => limited(dateOf(excel, node))),
    filled: (node) => {
      if (node.type === 'number') return excel.number(node)
      if (node.type === 'text') return excel.text(node)
      return node.type === 'date' ? excel.date(node) : excel.truth(node)
    },
    value: remembered((node: BoundNode) => limited(valueOf(excel, node))),
    isBlank: remembered((operand: Operand) => {
      const condition = isVector(operand) || isCellLike(operand) ? noneFilled(excel, [operand]) : blankOf(excel, operand)
      return condition === null ? null : limited(whole(condition)).text
    }),
    canFail,
  }
  return excel
}

function remembered<Part extends object, Written>(write: (part: Part) => Written): (part: Part) => Written {
  const known = new Map<Part, { written: Written }>()
  return (part) => {
    const before = known.get(part)
    if (before !== undefined) return before.written
    const written = write(part)
    known.set(part, { written })
    return written
  }
}

function numberOf(excel: Excel, node: BoundNode): Piece {
  const { addresses } = excel
  switch (node.kind) {
    case 'constant':
      return node.value === null ? whole('0') : figure(node.value as Decimal)
    case 'cell':
    case 'prior':
    case 'list-cell':
      return whole(excelCall('N', excelCell(excel, node)))
    case 'parameter': {
      const address = addresses.parameter(node.name)
      return whole(excelCall('IF', excelCall('ISNUMBER', address), address, 'NA()'))
    }
    case 'unit':
      return whole(excelCall('IFERROR', excelCall('VALUE', addresses.unit(node.attribute)), '0'))
    case 'minus':
      return { text: `-${within(excel.number(node.operand), RANK.whole)}`, rank: RANK.sum - 1 }
    case 'percent':
      return { text: `${within(excel.number(node.operand), RANK.product)}/100`, rank: RANK.product }
    case 'arithmetic': {
      const rank = { '+': RANK.sum, '-': RANK.sum, '*': RANK.product, '/': RANK.product, '^': RANK.power }[node.operator]
      return { text: `${within(excel.number(node.left), rank)}${node.operator}${within(excel.number(node.right), rank + 1)}`, rank }
    }
    default:
      return writeFunction(excel, node)
  }
}

function figure(value: Decimal): Piece {
  return isNegative(value) ? { text: `-${toText(negate(value))}`, rank: RANK.sum - 1 } : whole(toText(value))
}

function textOf(excel: Excel, node: BoundNode): Piece {
  switch (node.kind) {
    case 'constant':
      return literal(node.value === null ? '' : String(node.value))
    case 'cell':
    case 'prior':
    case 'list-cell': {
      const address = excelCell(excel, node)
      return whole(excelCall('IF', `${address}=${NOT_APPLICABLE}`, '""', `${address}&""`))
    }
    case 'unit':
      return { text: `${excel.addresses.unit(node.attribute)}&""`, rank: RANK.join }
    case 'concatenation':
      return {
        text: `${within(writtenOf(excel, node.left), RANK.join)}&${within(writtenOf(excel, node.right), RANK.join + 1)}`,
        rank: RANK.join,
      }
    default:
      return writeFunction(excel, node)
  }
}

/** A side of `&`. */
function writtenOf(excel: Excel, node: BoundNode): Piece {
  if (node.type === 'text') return excel.text(node)
  const blank = excel.isBlank(node)
  const filled =
    node.type === 'date'
      ? excelCall('TEXT', bare(excel.date(node)), '"yyyy-mm-dd"')
      : node.kind === 'constant'
        ? bare(excel.number(node))
        : excelCall('ROUND', bare(excel.number(node)), WRITTEN_PLACES)
  return blank === null ? (node.kind === 'constant' ? excel.number(node) : whole(filled)) : whole(excelCall('IF', blank, '""', filled))
}

function truthOf(excel: Excel, node: BoundNode): Piece {
  switch (node.kind) {
    case 'constant':
      return whole(node.value === true ? 'TRUE' : 'FALSE')
    case 'comparison': {
      const [left, right] = [node.left, node.right].map((side) => within(comparedOf(excel, side), RANK.join))
      return { text: `${left}${node.operator}${right}`, rank: RANK.comparison }
    }
    case 'in': {
      const operand = within(comparedOf(excel, node.operand), RANK.join)
      const members = node.members.map((member) =>
        node.operand.type === 'text'
          ? literal(String(member))
          : node.operand.type === 'date'
            ? serial(String(member))
            : figure(member as Decimal),
      )
      return whole(excelCall('OR', ...members.map((member) => `${operand}=${within(member, RANK.join)}`)))
    }
    default:
      return writeFunction(excel, node)
  }
}

/** A side of a comparison; a figure with no more decimals than are compared is not rounded. */
function comparedOf(excel: Excel, node: BoundNode): Piece {
  if (node.type !== 'number') return excel.filled(node)
  if (isShort(excel, node)) return excel.number(node)
  return whole(excelCall('ROUND', bare(excel.number(node)), String(COMPARED_PLACES)))
}

/** True when a figure is as written or typed in: the nearest binary number to a short decimal. */
function isShort(excel: Excel, node: BoundNode): boolean {
  if (node.kind === 'cell') return !excel.addresses.computed(node.key)
  if (node.kind === 'minus') return isShort(excel, node.operand)
  if (isFunctionNode(node)) return calledBy(node).excel?.isCount ?? false
  if (node.kind !== 'constant' || node.value === null) return node.kind === 'constant'
  const { c: digits, e: exponent } = toBig(node.value as Decimal)
  return digits.length - 1 - exponent <= COMPARED_PLACES
}

function dateOf(excel: Excel, node: BoundNode): Piece {
  switch (node.kind) {
    case 'constant':
      return node.value === null ? whole('0') : serial(String(node.value))
    case 'cell':
    case 'prior':
    case 'list-cell':
      return whole(excelCall('N', excelCell(excel, node)))
    case 'unit':
      return whole(excelCall('N', excel.addresses.unit(node.attribute)))
    default:
      return writeFunction(excel, node)
  }
}

/** An ISO date as a serial number. */
function serial(date: string): Piece {
  return whole(excelCall('DATE', ...date.split('-').map((part) => String(Number(part)))))
}

function valueOf(excel: Excel, node: BoundNode): Piece {
  if (node.type === 'text' || node.type === 'boolean') return excel.filled(node)
  if (node.kind === 'constant' && node.value === null) return whole('""')
  if (isCellLike(node)) {
    const address = excelCell(excel, node)
    return whole(excelCall('IF', excelCall('ISNUMBER', address), address, '""'))
  }
  const own = isFunctionNode(node) ? calledBy(node).excel?.writeValue?.(node, excel) : undefined
  if (own !== undefined) return own
  const blank = excel.isBlank(node)
  return blank === null ? excel.filled(node) : whole(excelCall('IF', blank, '""', bare(excel.filled(node))))
}

function blankOf(excel: Excel, node: BoundNode): string | null {
  switch (node.kind) {
    case 'constant':
      return node.value === null || node.value === '' ? 'TRUE' : null
    case 'unit':
      return `${excel.addresses.unit(node.attribute)}=""`
    case 'concatenation':
      return `${within(excel.text(node), RANK.join)}=""`
    default:
      return isFunctionNode(node) ? (calledBy(node).excel?.blank?.(node, excel) ?? null) : null
  }
}

function writeFunction(excel: Excel, node: BoundNode): Piece {
  const form = isFunctionNode(node) ? calledBy(node).excel : null
  if (form === null || !isFunctionNode(node)) throw new Error(`no Excel form for ${node.kind} as ${node.type}`)
  return form.write(node, excel)
}
