import { canFail } from './can-fail.ts'
import { compare, fromInteger } from '../../decimal/decimal.ts'
import type { BoundNode } from '../bound/bound.ts'
import { bare, call, RANK, whole, within, type Excel, type Piece } from '../kit/excel-text.ts'

type CallNode = BoundNode & { kind: 'call' }

/** Beyond nine decimals binary arithmetic shows; rounding there first makes 1.005 a tie again. */
const CLEAN_PLACES = 9

/** A function of single values. `blankStays`: a blank result is written as "" and not as 0. */
export function excelCall(excel: Excel, node: CallNode, blankStays = false): Piece {
  const { name, args } = node
  const result = (arg: BoundNode): string => bare(blankStays ? excel.value(arg) : excel.filled(arg))
  switch (name) {
    case 'ROUND':
    case 'ROUNDUP':
    case 'ROUNDDOWN': {
      const [value, places] = args as [BoundNode, BoundNode]
      return whole(call(name, cleaned(excel, value, places), bare(excel.number(places))))
    }
    case 'INT':
      return whole(call('INT', cleaned(excel, args[0]!)))
    case 'MOD':
      return modulo(excel, args[0]!, args[1]!)
    case 'IF':
    case 'IFS':
      return whole(nested(args, (condition) => bare(excel.truth(condition)), result, 'NA()'))
    case 'NZ':
      return withElse(excel, args[0]!, args[1]!, result)
    case 'YEAR': {
      const date = bare(excel.date(args[0]!))
      const blank = excel.isBlank(args[0]!)
      return whole(blank === null ? call('YEAR', date) : call('IF', blank, '0', call('YEAR', date)))
    }
    case 'DATE':
      return checkedDate(excel, args)
    case 'CONTAINS': {
      const [text, part] = args.map((arg) => bare(excel.filled(arg)))
      return whole(call('ISNUMBER', call('FIND', part!, text!)))
    }
    case 'LEN':
    case 'ABS':
    case 'NOT':
    case 'AND':
    case 'OR':
      return whole(call(name, ...args.map((arg) => bare(excel.filled(arg)))))
  }
}

/** When a call's result is blank, or null when it never is. */
export function excelCallBlank(excel: Excel, { name, args }: CallNode): string | null {
  if (name === 'YEAR') return excel.isBlank(args[0]!)
  if (name === 'NZ') {
    const otherwise = excel.isBlank(args[1]!)
    if (otherwise === null) return null
    const value = excel.isBlank(args[0]!)
    const missing = canFail(args[0]!) ? call('IFERROR', value ?? `ISERROR(${bare(excel.filled(args[0]!))})`, 'TRUE') : value
    return missing === null ? null : call('AND', missing, otherwise)
  }
  if (name !== 'IF' && name !== 'IFS') return null
  const results = args.filter((_, i) => i % 2 === 1 || (name === 'IF' && i === 2))
  if (results.every((result) => excel.isBlank(result) === null)) return null
  return nested(
    args,
    (condition) => bare(excel.truth(condition)),
    (arg) => excel.isBlank(arg) ?? 'FALSE',
    'NA()',
  )
}

/** IF(c, a, IF(…)): IFS is not in Excel 2007. */
function nested(
  args: readonly BoundNode[],
  condition: (node: BoundNode) => string,
  result: (node: BoundNode) => string,
  none: string,
): string {
  const [first, second, ...rest] = args
  if (first === undefined) return none
  if (second === undefined) return result(first)
  return call('IF', condition(first), result(second), nested(rest, condition, result, none))
}

/** A figure that is about to be rounded or cut at fewer places than binary arithmetic is right at. */
function cleaned(excel: Excel, node: BoundNode, places?: BoundNode): string {
  const text = bare(excel.number(node))
  const typed = node.kind === 'constant' || (node.kind === 'cell' && !excel.addresses.computed(node.key))
  const coarse =
    places === undefined ||
    (places.kind === 'constant' && compare(places.value as number, fromInteger(CLEAN_PLACES)) < 0) ||
    places.kind === 'minus'
  return typed || !coarse ? text : call('ROUND', text, String(CLEAN_PLACES))
}

/** MOD of binary numbers is off by a whole divisor where the quotient should be whole; written out, it can be cleaned. */
function modulo(excel: Excel, value: BoundNode, divisor: BoundNode): Piece {
  const a = excel.number(value)
  const b = excel.number(divisor)
  const quotient = `${within(a, RANK.product)}/${within(b, RANK.product + 1)}`
  const rest = `${within(a, RANK.sum)}-${within(b, RANK.product)}*INT(ROUND(${quotient},${CLEAN_PLACES}))`
  return whole(call('ROUND', rest, '12'))
}

function withElse(excel: Excel, value: BoundNode, otherwise: BoundNode, result: (node: BoundNode) => string): Piece {
  const blank = excel.isBlank(value)
  const present = excel.filled(value)
  const filled = blank === null ? present : whole(call('IF', blank, result(otherwise), bare(present)))
  return canFail(value) ? whole(call('IFERROR', bare(filled), result(otherwise))) : filled
}

/** Excel reads a year below 1900 as one after it. */
function checkedDate(excel: Excel, args: readonly BoundNode[]): Piece {
  const [year, month, day] = args.map((arg) => bare(excel.number(arg)))
  const date = call('DATE', year!, month!, day!)
  return whole(args[0]!.kind === 'constant' ? date : call('IF', `${within(excel.number(args[0]!), RANK.join)}<1900`, 'NA()', date))
}
