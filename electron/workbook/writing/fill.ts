import type { CheckInstance, Scheme } from '../../../shared/scheme/scheme.ts'
import { filingSource, lineSource, type FilingSource } from '../../../shared/filing/compute.ts'
import { isNotApplicable, type Fact } from '../../../shared/filing/facts.ts'
import { evaluate } from '../../../shared/formula/evaluate.ts'
import type { Value } from '../../../shared/formula/cell-source.ts'
import { periodTitle } from '../../../shared/period/period.ts'
import { unitAttribute, unitAttributes } from '../../../shared/unit/unit.ts'
import { keyPrefix, manifestFormat, manifestKeys, notApplicableMark, signFields, signTitles } from '../manifest.ts'
import { numberContent, textContent, type Content } from './cell-xml.ts'
import { checkMarks } from './check-sheet.ts'
import type { WorkbookInput } from './input.ts'
import { textKeys, type Slot } from './slot.ts'

/** A check at a place, as the template's 审核 sheet lists it. */
export type ListedCheck = { key: string; level: 'error' | 'query'; instance: CheckInstance; line: number | null }

/** Says what each slot of the template holds for one filing. */
export function slotContents(input: WorkbookInput, checks: readonly ListedCheck[], priorCells: readonly string[]): (slot: Slot) => Content {
  const source = sourceOf(input)
  const marks = new Map(checks.map((check) => [check.key, markOf(check, source)]))
  const texts = textsOf(input, source, priorCells)
  texts.set(textKeys.checkSummary, textContent(summaryOf(checks, marks, input.explanations)))
  return (slot) => {
    if (slot.kind === 'fact') return factContent(input.facts.get(slot.ref), slot.date)
    if (slot.kind === 'computed') return valueContent(source.computed.get(slot.ref) ?? null)
    if (slot.kind === 'check') return textContent(marks.get(slot.key) ?? checkMarks.notApplicable)
    return texts.get(slot.key) ?? null
  }
}

/** The filing's cells with its computed ones, as formulas see them. */
function sourceOf({ scheme, facts, unit, parameters, prior }: WorkbookInput): FilingSource {
  return filingSource(scheme, facts, { unit: (attribute) => unitAttribute(unit, attribute), parameters, prior })
}

function textsOf(input: WorkbookInput, source: FilingSource, priorCells: readonly string[]): Map<string, Content> {
  const { scheme, unit, signOff } = input
  const reportedOn = signOff.reportedOn
  const title = periodTitle(input.period, scheme.period, 'zh')
  const manifest: Record<string, string> = {
    [manifestKeys.format]: manifestFormat,
    [manifestKeys.scheme]: scheme.id,
    [manifestKeys.version]: scheme.version,
    [manifestKeys.schemeDigest]: input.schemeDigest,
    [manifestKeys.period]: input.period,
    [manifestKeys.unitCode]: unit.code,
    [manifestKeys.unitName]: unit.name,
    [manifestKeys.revision]: String(input.revision),
    [manifestKeys.changedAt]: input.changedAt,
    [manifestKeys.appVersion]: input.appVersion,
    [manifestKeys.factsDigest]: input.factsDigest,
    [manifestKeys.blank]: input.blank ? 'yes' : 'no',
    [textKeys.unit]: unit.name,
    [textKeys.period]: title,
    [textKeys.unitLine]: `填报单位：${unit.name}`,
    [textKeys.codeLine]: `单位代码：${unit.code}`,
    [textKeys.periodLine]: `报告期：${title}`,
    [textKeys.signLine]: signFields.map((field) => `${signTitles[field]}：${signOff[field] ?? ''}`).join('　　'),
  }
  const texts = new Map(Object.entries(manifest).map(([key, text]) => [key, textContent(text)]))
  for (const attribute of unitAttributes) texts.set(keyPrefix.unit + attribute, textContent(unit[attribute]))
  for (const field of signFields) texts.set(`sign:${field}`, textContent(signOff[field] ?? ''))
  texts.set('sign:reportedOn', reportedOn === null || reportedOn === '' ? null : factContent(reportedOn, true))
  for (const [name, value] of input.parameters) texts.set(keyPrefix.parameter + name, numberContent(value))
  for (const cell of priorCells) texts.set(keyPrefix.prior + cell, valueContent(source.prior?.cell(cell) ?? null))
  for (const [key, text] of input.explanations) texts.set(`why:${key}`, textContent(text))
  return texts
}

/** A fact as a cell shows it: a number exact, 不适用 as `/`, a date as its day number. */
export function factContent(fact: Fact | undefined, date: boolean): Content {
  if (fact === undefined) return null
  if (typeof fact === 'number') return numberContent(fact)
  if (isNotApplicable(fact)) return { kind: 'text', text: notApplicableMark }
  const day = date ? dayNumber(fact) : null
  return day === null ? textContent(fact) : { kind: 'number', text: String(day) }
}

/** Days since 1899-12-30, as spreadsheets count; null for a text that is no ISO date after February 1900. */
export function dayNumber(iso: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (parts === null) return null
  const days = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86_400_000 + 25_569
  return days > 60 ? days : null
}

function valueContent(value: Value): Content {
  if (value === null || typeof value === 'boolean') return value === null ? null : { kind: 'text', text: value ? '是' : '否' }
  return typeof value === 'string' ? textContent(value) : numberContent(value)
}

function markOf({ instance, line }: ListedCheck, source: FilingSource): string {
  const here = line === null || instance.list === null ? source : lineSource(source, instance.list, line)
  const holds = evaluate(instance.bound, here)
  return holds === false ? checkMarks.fails : holds === true ? checkMarks.holds : checkMarks.notApplicable
}

function summaryOf(checks: readonly ListedCheck[], marks: ReadonlyMap<string, string>, explanations: ReadonlyMap<string, string>): string {
  const failing = checks.filter(({ key }) => marks.get(key) === checkMarks.fails)
  const errors = failing.filter(({ level }) => level === 'error').length
  const open = failing.filter(({ level, key }) => level === 'query' && (explanations.get(key) ?? '') === '').length
  return `强制性未通过 ${errors} 条，核实性待说明 ${open} 条`
}

/** The cells one period before that the formulas of these tables ask for. */
export function priorCellsOf(scheme: Scheme, instances: readonly CheckInstance[]): string[] {
  const asked = new Set<string>()
  for (const cell of scheme.cells.values()) for (const ref of cell.formula?.priorCells ?? []) asked.add(ref)
  for (const { bound } of instances) for (const ref of bound.priorCells) asked.add(ref)
  return [...asked].sort()
}
