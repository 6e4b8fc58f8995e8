import { fromText } from '../../decimal/decimal.ts'
import type { FormulaProblem } from './problem.ts'
import { readReference } from './references.ts'
import { tokenize, type Token } from './tokens.ts'
import { isCompareOperator, join, type BinaryOperator, type Node, type Span, type Tree, type Word } from './tree.ts'

export type ParsedFormula = { ok: true; tree: Tree } | { ok: false; problem: FormulaProblem }

/** Brackets, calls, minus and percent signs nest at most this deep (docs/design/formula.md: Limits). */
const DEEPEST = 64

/** Source text to tree, or the first problem with its place (docs/design/formula.md: Lexis). */
export function parse(source: string): ParsedFormula {
  return parseAs(source, { condition: false })
}

/** A condition on units (`where`, `filed-by`): attributes by their bare names, `x in [a, b]`, bare words as texts. */
export function parseCondition(source: string): ParsedFormula {
  return parseAs(source, { condition: true })
}

function parseAs(source: string, { condition }: { condition: boolean }): ParsedFormula {
  const list = tokenize(source)
  if (!list.ok) return list
  const reader: Reader = { source, tokens: list.tokens, next: 0, depth: 0 }
  try {
    if (peek(reader).kind === 'end') stop({ code: 'empty', at: { offset: 0, length: source.length } })
    const root = readAny(reader)
    if (peek(reader).kind !== 'end') stop({ code: 'left-over', found: spelling(reader), at: peek(reader).at })
    return { ok: true, tree: { source, root, condition } }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, problem: error.problem }
    throw error
  }
}

type Reader = { source: string; tokens: readonly Token[]; next: number; depth: number }

/** Carries the first problem out of the recursion; never leaves this file. */
class Stop extends Error {
  readonly problem: FormulaProblem
  constructor(problem: FormulaProblem) {
    super(problem.code)
    this.problem = problem
  }
}

function stop(problem: FormulaProblem): never {
  throw new Stop(problem)
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.next]!
}

function spelling(reader: Reader): string {
  const { offset, length } = peek(reader).at
  return reader.source.slice(offset, offset + length)
}

function isSign(token: Token, ...signs: string[]): boolean {
  return token.kind === 'sign' && signs.includes(token.text)
}

function isWord(token: Token, word: string): boolean {
  return token.kind === 'name' && token.text.toUpperCase() === word
}

function deeper<T>(reader: Reader, at: Span, read: () => T): T {
  reader.depth += 1
  if (reader.depth > DEEPEST) stop({ code: 'too-deep', limit: DEEPEST, at })
  const result = read()
  reader.depth -= 1
  return result
}

/** Reads OR, which binds loosest, then AND, then NOT; all three may also be called as functions. */
function readAny(reader: Reader): Node {
  return readJoined(reader, 'OR', () => readJoined(reader, 'AND', () => readNot(reader)))
}

function readJoined(reader: Reader, word: 'AND' | 'OR', operand: () => Node): Node {
  const args = [operand()]
  while (isWord(peek(reader), word)) {
    reader.next += 1
    args.push(operand())
  }
  const [first, last] = [args[0]!, args.at(-1)!]
  return args.length === 1 ? first : { kind: 'call', name: word, args, at: join(first.at, last.at) }
}

function readNot(reader: Reader): Node {
  const token = peek(reader)
  const after = reader.tokens[reader.next + 1]
  if (!isWord(token, 'NOT') || (after !== undefined && isSign(after, '('))) return readComparison(reader)
  reader.next += 1
  const operand = deeper(reader, token.at, () => readNot(reader))
  return { kind: 'call', name: 'NOT', args: [operand], at: join(token.at, operand.at) }
}

function readComparison(reader: Reader): Node {
  const left = readConcatenation(reader)
  const token = peek(reader)
  if (isWord(token, 'IN')) {
    reader.next += 1
    return readMembership(reader, left)
  }
  if (token.kind !== 'sign' || !isCompareOperator(token.text)) return left
  reader.next += 1
  const right = readConcatenation(reader)
  const chained = peek(reader)
  if (chained.kind === 'sign' && isCompareOperator(chained.text)) {
    stop({ code: 'chained-comparison', operator: chained.text, at: chained.at })
  }
  return { kind: 'binary', operator: token.text, left, right, at: join(left.at, right.at) }
}

function readMembership(reader: Reader, operand: Node): Node {
  const token = peek(reader)
  if (token.kind !== 'bracket') return stop({ code: 'word-list-expected', found: spelling(reader), at: token.at })
  reader.next += 1
  const words: Word[] = []
  let offset = token.at.offset + 1
  for (const piece of token.inside.split(/[,，、]/)) {
    const text = piece.trim().replace(/^["“](.*)["”]$/s, '$1')
    const at = { offset: offset + piece.length - piece.trimStart().length, length: piece.trim().length }
    if (text === '') stop({ code: 'word-list-expected', found: `[${token.inside}]`, at: token.at })
    words.push({ text, at })
    offset += piece.length + 1
  }
  return { kind: 'in', operand, words, at: join(operand.at, token.at) }
}

function readConcatenation(reader: Reader): Node {
  return readLeft(reader, ['&'], () =>
    readLeft(reader, ['+', '-'], () => readLeft(reader, ['*', '/'], () => readLeft(reader, ['^'], () => readMinus(reader)))),
  )
}

/** Operators of one rank associate to the left, `^` too, as in Excel. */
function readLeft(reader: Reader, signs: string[], operand: () => Node): Node {
  let left = operand()
  for (let token = peek(reader); token.kind === 'sign' && signs.includes(token.text); token = peek(reader)) {
    reader.next += 1
    const right = operand()
    left = { kind: 'binary', operator: token.text as BinaryOperator, left, right, at: join(left.at, right.at) }
  }
  return left
}

/** Reads a sign, which binds tighter than `^`: -2 ^ 2 is 4, as in Excel. A plus sign has no effect. */
function readMinus(reader: Reader): Node {
  const token = peek(reader)
  if (!isSign(token, '-', '+')) return readPercent(reader)
  reader.next += 1
  const operand = deeper(reader, token.at, () => readMinus(reader))
  const at = join(token.at, operand.at)
  return isSign(token, '-') ? { kind: 'minus', operand, at } : { ...operand, at }
}

function readPercent(reader: Reader): Node {
  let node = readPrimary(reader)
  for (let signs = 1; isSign(peek(reader), '%'); signs += 1) {
    const { at } = peek(reader)
    if (reader.depth + signs > DEEPEST) stop({ code: 'too-deep', limit: DEEPEST, at })
    reader.next += 1
    node = { kind: 'percent', operand: node, at: join(node.at, at) }
  }
  return node
}

function readPrimary(reader: Reader): Node {
  const token = peek(reader)
  const { at } = token
  if (token.kind === 'number') {
    const value = fromText(token.text)
    if (value === null) return stop({ code: 'bad-number', text: token.text, at })
    reader.next += 1
    return { kind: 'number', value, at }
  }
  if (token.kind === 'text') {
    reader.next += 1
    return { kind: 'text', value: token.value, at }
  }
  if (token.kind === 'bracket') {
    const reference = readReference(token.inside, at)
    if (reference === null) return stop({ code: 'bad-reference', text: `[${token.inside}]`, at })
    reader.next += 1
    return { kind: 'reference', reference, at }
  }
  if (token.kind === 'name') return readName(reader, token.text)
  if (!isSign(token, '(')) return stop({ code: 'value-expected', found: spelling(reader), at })
  reader.next += 1
  const inside = deeper(reader, at, () => readAny(reader))
  const close = readClose(reader, at)
  return { ...inside, at: join(at, close) }
}

function readName(reader: Reader, name: string): Node {
  const { at } = peek(reader)
  const upper = name.toUpperCase()
  reader.next += 1
  if (isSign(peek(reader), '(')) return readCall(reader, upper, at)
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE', at }
  if (upper === 'AND' || upper === 'OR' || upper === 'IN') stop({ code: 'value-expected', found: name, at })
  return { kind: 'name', name, at }
}

function readCall(reader: Reader, name: string, at: Span): Node {
  reader.next += 1
  const args: Node[] = []
  return deeper(reader, at, () => {
    // `MEETS(x WHERE kind = "小学")` reads like `MEETS(x, kind = "小学")`.
    if (isWord(peek(reader), 'WHERE')) reader.next += 1
    if (!isSign(peek(reader), ')')) {
      args.push(readAny(reader))
      while (isSign(peek(reader), ',') || isWord(peek(reader), 'WHERE')) {
        reader.next += 1
        args.push(readAny(reader))
      }
    }
    return { kind: 'call', name, args, at: join(at, readClose(reader, at)) }
  })
}

function readClose(reader: Reader, opened: Span): Span {
  const token = peek(reader)
  if (!isSign(token, ')')) {
    const at = token.kind === 'end' ? opened : token.at
    stop({ code: 'bracket-expected', found: spelling(reader), at })
  }
  reader.next += 1
  return token.at
}
