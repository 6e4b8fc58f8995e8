import { dayNumber } from './day-number.ts'
import { filingSource, lineSource, type FilingSource } from '../../../shared/filing/compute.ts'
import { isNotApplicable, type Fact } from '../../../shared/filing/facts.ts'
import { evaluate } from '../../../shared/formula/run/evaluate.ts'
import type { Value } from '../../../shared/formula/bound/cell-source.ts'
import { periodTitle } from '../../../shared/period/period.ts'
import { unitAttributes } from '../../../shared/unit/attributes.ts'
import { attributeText, unitAttribute } from '../../../shared/unit/unit.ts'
import { keyPrefix, manifestFormat, manifestKeys, notApplicableMark, signFields, signTitles } from '../manifest.ts'
import { linesExplained } from './checks/line-checks.ts'
import { numberContent, textContent, type CellContent } from './template/cell-xml.ts'
import type { FilingTemplate } from './build-template.ts'
import type { ListedCheck } from './checks/check-rows.ts'
import { checkMarks } from './check-words.ts'
import type { WorkbookInput } from './input.ts'
import { requiredHolds } from './checks/required-cells.ts'
import { textKeys, type TemplateField } from './template/template-field.ts'

/** Returns the content of each template field for one filing. */
export function fieldContents(
  input: WorkbookInput,
  { checks, required, priorCells }: Pick<FilingTemplate, 'checks' | 'required' | 'priorCells'>,
): (field: TemplateField) => CellContent {
  const source = sourceOf(input)
  const marks = marksOf(checks, source)
  const blanks = required.filter((cells) => !requiredHolds(cells, input.facts))
  for (const { key } of required) marks.set(key, checkMarks.holds)
  for (const { key } of blanks) marks.set(key, checkMarks.fails)
  const texts = textsOf(input, source, priorCells)
  for (const [key, text] of checkTexts(checks, marks, blanks.length, input.explanations)) texts.set(key, textContent(text))
  return (field) => {
    if (field.kind === 'fact') return factContent(input.facts.get(field.ref), field) ?? textContent(input.refused?.get(field.ref) ?? '')
    if (field.kind === 'computed') return valueContent(source.computed.get(field.ref) ?? null)
    if (field.kind === 'check') return textContent(marks.get(field.key) ?? checkMarks.notApplicable)
    return texts.get(field.key) ?? null
  }
}

/** The filing's cells and computed cells, as the source of formulas. */
function sourceOf({ scheme, facts, unit, parameters, prior }: WorkbookInput): FilingSource {
  return filingSource(scheme, facts, { unit: (attribute) => unitAttribute(unit, attribute), parameters, prior })
}

function textsOf(input: WorkbookInput, source: FilingSource, priorCells: readonly string[]): Map<string, CellContent> {
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
    [manifestKeys.issuerCode]: input.issuer?.code ?? '',
    [manifestKeys.issuerName]: input.issuer?.name ?? '',
    [manifestKeys.ownValues]: input.ownValues === undefined || input.ownValues.length === 0 ? '' : JSON.stringify(input.ownValues),
    [manifestKeys.draft]: input.draft === true ? 'yes' : '',
    [textKeys.unit]: unit.name,
    [textKeys.period]: title,
    [textKeys.unitLine]: `填报单位：${unit.name}`,
    [textKeys.codeLine]: `单位代码：${unit.code}`,
    [textKeys.periodLine]: `报告期：${title}`,
    [textKeys.signLine]: signFields.map((field) => `${signTitles[field]}：${signOff[field] ?? ''}`).join('　　'),
  }
  const texts = new Map(Object.entries(manifest).map(([key, text]) => [key, textContent(text)]))
  for (const attribute of unitAttributes) texts.set(keyPrefix.unit + attribute, textContent(attributeText(unit, attribute)))
  for (const field of signFields) texts.set(`sign:${field}`, textContent(signOff[field] ?? ''))
  texts.set('sign:reportedOn', reportedOn === null || reportedOn === '' ? null : factContent(reportedOn, { date: true }))
  for (const [name, value] of input.parameters) texts.set(keyPrefix.parameter + name, numberContent(value))
  for (const cell of priorCells) texts.set(keyPrefix.prior + cell, valueContent(source.prior?.cell(cell) ?? null))
  for (const [cell, text] of input.comments ?? []) texts.set(keyPrefix.remark + cell, textContent(text))
  for (const [key, text] of input.explanations) texts.set(`why:${key}`, textContent(text))
  return texts
}

/** The cell content of a fact: a number exact, 不适用 as `/`, a date as its day number. */
function factContent(fact: Fact | undefined, { date }: { date: boolean }): CellContent {
  if (fact === undefined) return null
  if (typeof fact === 'number') return numberContent(fact)
  if (isNotApplicable(fact)) return { kind: 'text', text: notApplicableMark }
  const day = date ? dayNumber(fact) : null
  return day === null ? textContent(fact) : { kind: 'number', text: String(day) }
}

function valueContent(value: Value): CellContent {
  if (value === null || typeof value === 'boolean') return value === null ? null : { kind: 'text', text: value ? '是' : '否' }
  return typeof value === 'string' ? textContent(value) : numberContent(value)
}

/** The mark of every check, and of every group of list lines: ✘ when a line fails, ✔ when one holds, else —. */
function marksOf(checks: readonly ListedCheck[], source: FilingSource): Map<string, string> {
  const marks = new Map<string, string>()
  for (const check of checks) {
    const mark = markOf(check, source)
    marks.set(check.key, mark)
    if (check.group === null) continue
    const before = marks.get(check.group) ?? checkMarks.notApplicable
    if (mark === checkMarks.fails || before === checkMarks.notApplicable) marks.set(check.group, mark)
  }
  return marks
}

function markOf({ instance, line }: ListedCheck, source: FilingSource): string {
  if (line !== null && instance.list !== null && !source.filled(instance.list, line)) return checkMarks.notApplicable
  const holds = evaluate(instance.bound, line === null || instance.list === null ? source : lineSource(source, instance.list, line))
  return holds === false ? checkMarks.fails : holds === true ? checkMarks.holds : checkMarks.notApplicable
}

/** The cached texts of the formulas of 审核 that count failures and look for explanations. */
function checkTexts(
  checks: readonly ListedCheck[],
  marks: ReadonlyMap<string, string>,
  blanks: number,
  explanations: ReadonlyMap<string, string>,
): Map<string, string> {
  const texts = new Map<string, string>()
  const errors = new Set<string>()
  const open = new Set<string>()
  for (const { key, level, group } of checks) {
    if (group !== null && level === 'query' && !texts.has(`why:${group}`)) texts.set(`why:${group}`, linesExplained)
    if (marks.get(key) !== checkMarks.fails) continue
    if (level === 'error') errors.add(group ?? key)
    else if ((explanations.get(key) ?? '') === '') {
      open.add(group ?? key)
      if (group !== null) texts.set(`why:${group}`, '')
    }
  }
  return texts.set(textKeys.checkSummary, `强制性未通过 ${errors.size + blanks} 条，核实性待说明 ${open.size} 条`)
}
