import { LineCounter, parseDocument, isNode, isScalar, type Document } from 'yaml'
import { buildScheme } from './build-scheme.ts'
import type { SchemeFault, SchemeProblem } from './problem.ts'
import type { NoteFault } from './note-fault.ts'
import { rawScheme } from './schema.ts'
import type { Scheme } from './scheme.ts'

export type ParsedScheme = { ok: true; scheme: Scheme } | { ok: false; problems: SchemeProblem[] }

const LARGEST_SCHEME = 4_000_000

/**
 * Loads a scheme from YAML text: returns the resolved and typed scheme, or its problems with file, line and column
 * (docs/design/scheme.md: Problems). `file` only names the text in problems.
 */
export function parseScheme(text: string, file: string): ParsedScheme {
  const lines = new LineCounter()
  const document = parseDocument(text.slice(0, LARGEST_SCHEME), { lineCounter: lines, uniqueKeys: true })
  const problems: SchemeProblem[] = document.errors.map((error) => {
    const at = lines.linePos(error.pos[0])
    return { file, line: at.line, column: at.col, id: '', fault: { code: 'yaml', message: error.message.split('\n')[0] ?? '' } }
  })
  if (problems.length > 0) return { ok: false, problems }
  const report: NoteFault = (path, id, fault, offset) => {
    problems.push({ file, ...placeOf(document, lines, path, offset ?? 0), id, fault })
  }
  const shaped = rawScheme.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (!shaped.success) {
    for (const issue of shaped.error.issues) report(issue.path.map(keyOf), '', shapeFault(issue))
    return { ok: false, problems: sorted(problems) }
  }
  const scheme = buildScheme(shaped.data, report)
  return problems.length === 0 ? { ok: true, scheme } : { ok: false, problems: sorted(problems) }
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key
}

function shapeFault(issue: { path: PropertyKey[]; message: string }): SchemeFault {
  return { code: 'shape', path: issue.path.map(String).join('.'), message: issue.message }
}

/** Returns the place of a path's value, or of the longest existing part of the path. */
function placeOf(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
  offset: number,
): { line: number; column: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (!isNode(node) || node.range === null || node.range === undefined) continue
    const quoted = isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') ? 1 : 0
    const whole = length === path.length
    const at = lines.linePos(node.range[0] + (whole && offset > 0 ? offset + quoted : 0))
    return { line: at.line, column: at.col }
  }
  return { line: 1, column: 1 }
}

function sorted(problems: SchemeProblem[]): SchemeProblem[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column)
}
