import { toText } from '../decimal/decimal.ts'
import { bindFormula } from './bind-formula.ts'
import type { Names } from './names.ts'
import { schemeNumber } from './scheme-number.ts'
import type { Report } from './report.ts'
import type { RawEvaluation, RawItem } from './schema.ts'
import type { Evaluation, EvaluationItem } from './scheme.ts'

type Path = (string | number)[]
const nowhere = { table: null, row: null, column: null }

/** Builds the scored tree; a parent's points must be the sum of its children's, and all must make `full` (SCHEME.md). */
export function buildEvaluation(raw: RawEvaluation, names: Names, report: Report): Evaluation {
  const seen = new Set<string>()
  const items = raw.items.map((item, index) => buildItem(item, ['evaluation', 'items', index], names, seen, report))
  const full = schemeNumber(raw.full) ?? 0
  const sum = items.reduce((total, item) => total + item.points, 0)
  if (sum !== full) report(['evaluation', 'full'], '', { code: 'points-differ', item: '', points: toText(full), sum: toText(sum) })
  return {
    full,
    items,
    vetoes: (raw.vetoes ?? []).map((veto, index) => {
      const bound = veto.when === undefined ? null : bindFormula(veto.when, names, nowhere, true, ['evaluation', 'vetoes', index, 'when'], veto.code, report)
      return { code: veto.code, text: veto.text, effect: veto.effect, when: bound === null ? null : { source: veto.when ?? '', bound } }
    }),
    grades: (raw.grades ?? []).map((grade) => ({ from: schemeNumber(grade.from) ?? 0, title: grade.title })).sort((a, b) => b.from - a.from),
  }
}

function buildItem(raw: RawItem, path: Path, names: Names, seen: Set<string>, report: Report): EvaluationItem {
  if (seen.has(raw.code)) report([...path, 'code'], raw.code, { code: 'duplicate-code', what: 'item', name: raw.code })
  seen.add(raw.code)
  const items = (raw.items ?? []).map((item, index) => buildItem(item, [...path, 'items', index], names, seen, report))
  const sum = items.reduce((total, item) => total + item.points, 0)
  const said = raw.points === undefined ? null : schemeNumber(raw.points)
  if (items.length > 0 && said !== null && said !== sum) {
    report(path, raw.code, { code: 'points-differ', item: raw.code, points: toText(said), sum: toText(sum) })
  }
  return {
    code: raw.code,
    title: raw.title,
    points: said ?? sum,
    responsible: raw.responsible ?? [],
    evidence: raw.evidence ?? false,
    score: items.length > 0 ? { kind: 'sum' } : scoreOf(raw, path, names, report),
    reason: raw.reason ?? '',
    items,
  }
}

function scoreOf(raw: RawItem, path: Path, names: Names, report: Report): EvaluationItem['score'] {
  const source = raw.score ?? 'manual'
  if (source === 'manual') return { kind: 'manual', proposed: raw.self === undefined ? null : schemeNumber(raw.self) }
  const bound = bindFormula(source, names, nowhere, true, [...path, 'score'], raw.code, report)
  return bound === null ? { kind: 'manual', proposed: null } : { kind: 'formula', source, bound }
}
