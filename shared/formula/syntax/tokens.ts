import type { FormulaProblem } from './problem.ts'
import type { Span } from './tree.ts'

export type Token = { at: Span } & (
  | { kind: 'number'; text: string }
  | { kind: 'text'; value: string }
  /** The inside of [ ], as written: a reference, or the words after `in`. */
  | { kind: 'bracket'; inside: string }
  | { kind: 'name'; text: string }
  | { kind: 'sign'; text: string }
  | { kind: 'end' }
)

export type TokenList = { ok: true; tokens: Token[] } | { ok: false; problem: FormulaProblem }

/** The most characters of a source; a longer one is an error, never a hang (docs/design/formula.md: Limits). */
const LONGEST_SOURCE = 2_000

/** The signs that NFKC leaves alone and Chinese keyboards type: curly quotes and mathematical signs. */
const ALSO: Readonly<Record<string, string>> = { '“': '"', '”': '"', '≤': '<=', '≥': '>=', '≠': '<>', '×': '*', '÷': '/', '−': '-' }

const STRAIGHT = '"＂'
const ANY_QUOTE = '"＂“”'

type Character = { text: string; offset: number; raw: string }

/**
 * Cuts the source into tokens. Every character outside texts and references is NFKC-normalised (docs/design/formula.md: Lexis);
 * positions stay those of the source as written.
 */
export function tokenize(source: string): TokenList {
  if (source.length > LONGEST_SOURCE) {
    const at = { offset: LONGEST_SOURCE, length: source.length - LONGEST_SOURCE }
    return { ok: false, problem: { code: 'too-long', length: source.length, limit: LONGEST_SOURCE, at } }
  }
  const characters = normalise(source)
  const tokens: Token[] = []
  let i = 0
  while (i < characters.length) {
    const start = characters[i]!
    if (/^\s$/.test(start.text)) {
      i += 1
      continue
    }
    const next = read(characters, i)
    const after = characters[next.end]?.offset ?? source.length
    const at = { offset: start.offset, length: after - start.offset }
    if ('problem' in next) return { ok: false, problem: { ...next.problem, at } }
    tokens.push({ ...next.token, at })
    i = next.end
  }
  tokens.push({ kind: 'end', at: { offset: source.length, length: 0 } })
  return { ok: true, tokens }
}

function normalise(source: string): Character[] {
  const characters: Character[] = []
  let offset = 0
  for (const raw of source) {
    for (const text of ALSO[raw] ?? raw.normalize('NFKC')) characters.push({ text, offset, raw })
    offset += raw.length
  }
  return characters
}

type WithoutSpan<T> = T extends unknown ? Omit<T, 'at'> : never
type Read = { end: number } & ({ token: WithoutSpan<Token> } | { problem: WithoutSpan<FormulaProblem> })

function read(characters: readonly Character[], start: number): Read {
  const first = characters[start]!.text
  if (first === '"') return readText(characters, start)
  if (first === '[') return readBracket(characters, start)
  if (/\d/.test(first)) return readNumber(characters, start)
  if (/[\p{L}_]/u.test(first)) return readName(characters, start)
  const pair = first + (characters[start + 1]?.text ?? '')
  if (['<>', '<=', '>='].includes(pair)) return { end: start + 2, token: { kind: 'sign', text: pair } }
  if ('=<>&+-*/^%(),'.includes(first)) return { end: start + 1, token: { kind: 'sign', text: first } }
  return { end: start + 1, problem: { code: 'unexpected-character', character: characters[start]!.raw } }
}

/**
 * Reads a text with its spelling kept; a doubled quote is one quote. A text that opens with a straight quote closes with
 * one, so that “ ” may stand inside; a text that opens with a curly quote closes with any.
 */
function readText(characters: readonly Character[], start: number): Read {
  const closers = STRAIGHT.includes(characters[start]!.raw) ? STRAIGHT : ANY_QUOTE
  let value = ''
  let i = start + 1
  while (i < characters.length) {
    if (closers.includes(characters[i]!.raw)) {
      if (!closers.includes(characters[i + 1]?.raw ?? ' ')) return { end: i + 1, token: { kind: 'text', value } }
      i += 1
    }
    value += spelled(characters, i)
    i += 1
  }
  return { end: characters.length, problem: { code: 'unfinished-text' } }
}

function readBracket(characters: readonly Character[], start: number): Read {
  let inside = ''
  for (let i = start + 1; i < characters.length; i += 1) {
    const { text } = characters[i]!
    if (text === ']') return { end: i + 1, token: { kind: 'bracket', inside } }
    if (text === '[') break
    inside += spelled(characters, i)
  }
  return { end: characters.length, problem: { code: 'unfinished-reference' } }
}

/** A character as written; a character that NFKC split into several is given at the first, and '' at the rest. */
function spelled(characters: readonly Character[], i: number): string {
  const { raw, offset } = characters[i]!
  return characters[i - 1]?.offset === offset ? '' : raw
}

function readNumber(characters: readonly Character[], start: number): Read {
  let end = start
  while (/^[\d.\p{L}_]$/u.test(characters[end]?.text ?? '')) end += 1
  const text = characters
    .slice(start, end)
    .map((character) => character.text)
    .join('')
  if (!/^\d+(\.\d+)?$/.test(text)) return { end, problem: { code: 'bad-number', text } }
  return { end, token: { kind: 'number', text } }
}

function readName(characters: readonly Character[], start: number): Read {
  let end = start
  while (/^[\p{L}\p{M}\p{N}_]$/u.test(characters[end]?.text ?? '')) end += 1
  return {
    end,
    token: {
      kind: 'name',
      text: characters
        .slice(start, end)
        .map((character) => character.text)
        .join(''),
    },
  }
}
