import { abs, fromInteger, modulo, toText, type Decimal } from '../../decimal/decimal.ts'
import { integerPart, round, roundDown, roundUp, tidy } from '../../decimal/rounding.ts'
import type { BoundNode, PlainFunction } from '../bound/bound.ts'
import type { Value } from '../bound/cell-source.ts'
import { dateOf } from '../bound/dates.ts'
import { NoValue, noValue } from '../bound/no-value.ts'
import { asBoolean, asNumber, asText, type Compile, type Run } from '../kit/run.ts'

/** The functions of single values (FORMULA, "Functions"). */
export function compileCall(name: PlainFunction, args: readonly BoundNode[], compile: Compile): Run {
  switch (name) {
    case 'ROUND':
      return compileRounding(round, args, compile)
    case 'ROUNDUP':
      return compileRounding(roundUp, args, compile)
    case 'ROUNDDOWN':
      return compileRounding(roundDown, args, compile)
    case 'INT':
      return overNumber(args, compile, integerPart)
    case 'ABS':
      return overNumber(args, compile, abs)
    case 'MOD': {
      const [value, divisor] = args.map((arg) => asNumber(compile(arg)))
      return (source) => modulo(tidy(value!(source)), tidy(divisor!(source))) ?? noValue()
    }
    case 'AND':
    case 'OR':
      return compileJunction(name, args, compile)
    case 'NOT': {
      const operand = asBoolean(compile(args[0]!))
      return (source) => !operand(source)
    }
    case 'IF':
    case 'IFS':
      return compileChoice(args, compile)
    case 'NZ':
      return compileNz(args, compile)
    case 'LEN': {
      const text = asText(compile(args[0]!))
      return (source) => fromInteger(text(source).length)
    }
    case 'CONTAINS': {
      const [text, part] = args.map((arg) => asText(compile(arg)))
      return (source) => text!(source).includes(part!(source))
    }
    case 'YEAR': {
      const date = asText(compile(args[0]!))
      return (source) => {
        const text = date(source)
        return text === '' ? null : fromInteger(Number(text.slice(0, 4)))
      }
    }
    case 'DATE': {
      const [year, month, day] = args.map((arg) => asNumber(compile(arg)))
      return (source) => dateOf(wholeOf(year!(source)), wholeOf(month!(source)), wholeOf(day!(source))) ?? noValue()
    }
  }
}

/** A count of places or a part of a date: cut to a whole number, as Excel does. */
function wholeOf(d: Decimal): number {
  const whole = Number(toText(roundDown(d, 0)))
  return Number.isSafeInteger(whole) ? whole : noValue()
}

function compileRounding(by: (d: Decimal, places: number) => Decimal, args: readonly BoundNode[], compile: Compile): Run {
  const [value, places] = args.map((arg) => asNumber(compile(arg)))
  return (source) => by(value!(source), wholeOf(places!(source)))
}

function overNumber(args: readonly BoundNode[], compile: Compile, apply: (d: Decimal) => Decimal): Run {
  const value = asNumber(compile(args[0]!))
  return (source) => apply(value(source))
}

/** Every argument is evaluated, as in Excel: one without a value leaves the whole without. */
function compileJunction(name: 'AND' | 'OR', args: readonly BoundNode[], compile: Compile): Run {
  const runs = args.map((arg) => asBoolean(compile(arg)))
  const settles = name === 'OR'
  return (source) => {
    let result = !settles
    for (const run of runs) if (run(source) === settles) result = settles
    return result
  }
}

/** Condition, result, condition, result, …; an odd last one is the else. IFS without a true condition has no value. */
function compileChoice(args: readonly BoundNode[], compile: Compile): Run {
  const cases: { condition: ReturnType<typeof asBoolean>; result: Run }[] = []
  for (let i = 0; i + 1 < args.length; i += 2) cases.push({ condition: asBoolean(compile(args[i]!)), result: compile(args[i + 1]!) })
  const otherwise: Run = args.length % 2 === 1 ? compile(args.at(-1)!) : () => noValue()
  return (source): Value => {
    for (const { condition, result } of cases) if (condition(source)) return result(source)
    return otherwise(source)
  }
}

function compileNz(args: readonly BoundNode[], compile: Compile): Run {
  const [value, otherwise] = args.map(compile)
  return (source) => {
    try {
      return value!(source) ?? otherwise!(source)
    } catch (error) {
      if (error instanceof NoValue) return otherwise!(source)
      throw error
    }
  }
}
