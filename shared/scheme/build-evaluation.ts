import { toText } from '../decimal/decimal.ts'
import { bindFormula, nearestName } from './bind-formula.ts'
import type { Names } from './names.ts'
import { schemeNumber } from './scheme-number.ts'
import type { NoteFault } from './note-fault.ts'
import type { RawEvaluation, RawItem } from './schema.ts'
import type { Evaluation, EvaluationItem, Veto } from './scheme.ts'

type Path = (string | number)[]
const nowhere = { table: null, row: null, column: null }

/**
 * Builds the tree of items. A parent's points must be the sum of its children's points, and the top items' points must be `full`
 * (docs/design/scheme.md: Evaluation).
 */
export function buildEvaluation(raw: RawEvaluation, names: Names, report: NoteFault): Evaluation {
  const seen = new Set<string>()
  const items = raw.items.map((item, index) => buildItem(item, ['evaluation', 'items', index], names, seen, report))
  const full = schemeNumber(raw.full) ?? 0
  const sum = items.reduce((total, item) => total + item.points, 0)
  if (sum !== full) report(['evaluation', 'full'], '', { code: 'points-differ', item: '', points: toText(full), sum: toText(sum) })
  return {
    full,
    items,
    deductions: buildDeductions(raw, names, report),
    vetoes: buildVetoes(raw, names, report),
    grades: (raw.grades ?? [])
      .map((grade) => ({ from: schemeNumber(grade.from) ?? 0, title: grade.title }))
      .sort((a, b) => b.from - a.from),
  }
}

function buildDeductions(raw: RawEvaluation, names: Names, report: NoteFault): Evaluation['deductions'] {
  const { deductions } = raw
  if (deductions === undefined) return null
  const path = ['evaluation', 'deductions']
  const lists = [...names.tables.values()].filter((table) => table.kind === 'list')
  const list = lists.find((table) => table.code === deductions.table)
  if (list === undefined) {
    report([...path, 'table'], '', {
      code: 'unknown-name',
      what: 'table',
      name: deductions.table,
      nearest: nearestName(
        deductions.table,
        lists.map((table) => table.code),
      ),
    })
    return null
  }
  for (const part of ['item', 'points', 'reason'] as const) {
    const columns = [...list.cells.keys()]
    if (!columns.includes(deductions[part]))
      report([...path, part], list.code, {
        code: 'unknown-name',
        what: 'cell',
        name: deductions[part],
        nearest: nearestName(deductions[part], columns),
      })
  }
  return deductions
}

/** Builds the vetoes. The ceiling is the grade of `at-most` (不得评为优秀: at most 良好), else the effect when the effect is a grade. */
function buildVetoes(raw: RawEvaluation, names: Names, report: NoteFault): Veto[] {
  const grades = (raw.grades ?? []).map((grade) => grade.title)
  const seen = new Set<string>()
  return (raw.vetoes ?? []).map((veto, index) => {
    const path = ['evaluation', 'vetoes', index]
    if (seen.has(veto.code)) report([...path, 'code'], veto.code, { code: 'duplicate-code', what: 'veto', name: veto.code })
    seen.add(veto.code)
    const most = veto['at-most']
    if (most !== undefined && !grades.includes(most))
      report([...path, 'at-most'], veto.code, { code: 'unknown-name', what: 'grade', name: most, nearest: nearestName(most, grades) })
    const bound =
      veto.when === undefined ? null : bindFormula(veto.when, names, nowhere, 'across-units', [...path, 'when'], veto.code, report)
    return {
      code: veto.code,
      text: veto.text,
      effect: veto.effect,
      when: bound === null ? null : { source: veto.when ?? '', bound },
      ceiling: most ?? (grades.includes(veto.effect) ? veto.effect : null),
    }
  })
}

function buildItem(raw: RawItem, path: Path, names: Names, seen: Set<string>, report: NoteFault): EvaluationItem {
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
    deadline: raw.deadline ?? null,
    evidence: raw.evidence === true || raw.evidence === 'required',
    score: items.length > 0 ? { kind: 'sum' } : scoreOf(raw, path, names, report),
    reason: raw.reason ?? '',
    items,
  }
}

function scoreOf(raw: RawItem, path: Path, names: Names, report: NoteFault): EvaluationItem['score'] {
  const source = raw.score ?? 'manual'
  if (source === 'manual') return { kind: 'manual' }
  const bound = bindFormula(source, names, nowhere, 'across-units', [...path, 'score'], raw.code, report)
  return bound === null ? { kind: 'manual' } : { kind: 'formula', source, bound }
}
