import type { Reference, Selector, Span } from './tree.ts'

const CODE = /^[\p{L}\p{M}\p{N}_-]+$/u

/** Full-width digits, points, colons and stars mean their plain forms; all other spelling is kept (docs/design/formula.md: Lexis). */
function plain(inside: string): string {
  return inside.replace(/[０-９．：＊]/g, (character) => character.normalize('NFKC'))
}

/** The inside of [ ] as a reference of one to three parts, or null when it is no reference. */
export function readReference(inside: string, at: Span): Reference | null {
  const written = plain(inside)
  const parts = written.split('.').map((part) => readSelector(part.trim()))
  const [first, second, third] = parts
  if (parts.length > 3 || parts.includes(undefined)) return null
  const shape = { parts: parts as (Selector | null)[], text: `[${written.trim()}]`, at }
  if (parts.length === 1) return first ? { row: first, ...shape } : null
  if (parts.length === 2) return second ? { ...(first ? { row: first } : {}), column: second, ...shape } : null
  if (first?.kind !== 'code' || !second || !third) return null
  return { table: first.code, row: second, column: third, ...shape }
}

function readSelector(text: string): Selector | null | undefined {
  if (text === '') return null
  if (text === '*') return { kind: 'all' }
  const codes = text.split(':').map((code) => code.trim())
  if (codes.length > 2 || !codes.every((code) => CODE.test(code))) return undefined
  const [from = '', to] = codes
  return to === undefined ? { kind: 'code', code: from } : { kind: 'range', from, to }
}
