import type { FunctionNode } from '../bound/bound.ts'
import { ABS } from './abs.ts'
import { AVERAGE } from './average.ts'
import { IF, IFS } from './choice.ts'
import { CONTAINS } from './contains.ts'
import { COUNT } from './count.ts'
import { CV } from './cv.ts'
import { DATE } from './date.ts'
import { MAX, MIN } from './extremes.ts'
import type { CalledFunction, FormulaFunction } from './function.ts'
import { GROWTH } from './growth.ts'
import { INT } from './int.ts'
import { ISBLANK } from './is-blank.ts'
import { AND, OR } from './junction.ts'
import { LEN } from './len.ts'
import { MEDIAN } from './median.ts'
import { MEETS } from './meets.ts'
import { MOD } from './mod.ts'
import { NOT } from './not.ts'
import { NZ } from './nz.ts'
import { PARAM } from './param.ts'
import { PRIOR } from './prior.ts'
import { ROUND } from './round.ts'
import { ROUNDDOWN } from './rounddown.ts'
import { ROUNDUP } from './roundup.ts'
import { SHARE } from './share.ts'
import { COUNTIF, SUMIF } from './sum-if.ts'
import { SUM } from './sum.ts'
import { UNIT } from './unit.ts'
import { MAXU, MINU } from './unit-extremes.ts'
import { UNITS } from './units.ts'
import { YEAR } from './year.ts'

/** Every function of the language, in the order of the guide's table; equally near names are suggested in this order. */
export const FUNCTIONS: readonly FormulaFunction[] = [
  SUM,
  AVERAGE,
  MIN,
  MAX,
  COUNT,
  ROUND,
  ROUNDUP,
  ROUNDDOWN,
  INT,
  ABS,
  MOD,
  DATE,
  YEAR,
  LEN,
  CONTAINS,
  AND,
  OR,
  NOT,
  IF,
  IFS,
  NZ,
  ISBLANK,
  SUMIF,
  COUNTIF,
  PRIOR,
  GROWTH,
  PARAM,
  UNIT,
  UNITS,
  MEETS,
  SHARE,
  MEDIAN,
  MINU,
  MAXU,
  CV,
]

const BY_NAME: ReadonlyMap<string, FormulaFunction> = new Map(FUNCTIONS.map((one) => [one.name, one]))

/** The function of a name in capitals; undefined when there is none. */
export function functionNamed(name: string): FormulaFunction | undefined {
  return BY_NAME.get(name)
}

/** The definition of the function that a node calls; throws for an unknown one, which binding has excluded. */
export function calledBy(node: FunctionNode): CalledFunction<FunctionNode> {
  const called = BY_NAME.get(node.name)?.called
  if (called === undefined) throw new Error(`no function ${node.name}`)
  return called
}
