import type { CellRef, TableCode } from '../../../shared/words.ts'
import { checkSheet, namePrefix, signFields, valuePrefix } from '../manifest.ts'
import { appliedChecks, planChecks, type CheckRow, type ListedCheck } from './checks/check-rows.ts'
import { addCheckSheet, colourFailingCells } from './checks/check-sheet.ts'
import { addCoverSheet, signLineFormula, signSpots } from './sheets/cover-sheet.ts'
import { cellNames } from './placement/defined-names.ts'
import { footnotesOf } from './form/footnotes.ts'
import { excelFormulas, priorCellsOf, type ExcelFormulas } from './sheets/formulas.ts'
import type { WorkbookInput } from './input.ts'
import { addManifestSheet, choiceLists, planManifest } from './sheets/manifest-sheet.ts'
import { drawnFile, newWorkbook } from './template/new-workbook.ts'
import { cellsOf, placeTables, spotText, type Placement, type Spot } from './placement/placement.ts'
import { guardSheets } from './sheets/protection.ts'
import { onFilledLine, requiredFormula, tintRequired, type RequiredCells } from './checks/required-cells.ts'
import type { SheetFields } from './template/template-field.ts'
import { addTableSheet } from './sheets/table-sheet.ts'
import { compileTemplate, type Template } from './template/template.ts'

/** A drawn workbook with open cells, the checks on its 审核 sheet, its required cells and its prior figures. */
export type FilingTemplate = {
  template: Template
  checks: readonly ListedCheck[]
  required: readonly RequiredCells[]
  priorCells: readonly CellRef[]
}

/** Draws the workbook of a unit's tables with exceljs and opens it at its fields; only `scheme`, `unit` and `tables` of the input count. */
export async function buildTemplate(
  { scheme, unit, tables }: Pick<WorkbookInput, 'scheme' | 'unit' | 'tables'>,
  lines: ReadonlyMap<TableCode, number>,
  comments: ReadonlyMap<CellRef, string>,
): Promise<FilingTemplate> {
  const placement = placeTables(scheme, tables, lines)
  const priorCells = priorCellsOf(
    scheme,
    scheme.checks.filter((check) => check.scope === 'unit').flatMap((check) => check.instances),
  )
  const manifest = planManifest([...scheme.parameters.keys()], priorCells, [...comments.keys()])
  const formulas = excelFormulas(scheme, placement, manifest.spots)
  const applied = appliedChecks(scheme, unit, tables)
  const checks = planChecks(scheme, unit, tables, placement)

  const workbook = await newWorkbook()
  const fields: SheetFields[] = []
  const names: { name: string; text: string; stands: string }[] = []

  const cover = addCoverSheet(workbook, scheme, placement)
  fields.push(cover.fields)
  for (const field of signFields)
    names.push({ name: namePrefix.sign + field, text: spotText(signSpots[field]), stands: valuePrefix.sign + field })
  const choices = choiceLists()
  const whySpots = new Map<string, Spot>()
  for (const place of placement.places) {
    const inLine = (row: number, formula: string | null): string | null =>
      formula === null || place.table.kind === 'grid' ? formula : onFilledLine(place, row, formula)
    const formulaOf = (ref: string, row: number): string | null => inLine(row, formulas.cell(ref, place.sheet, row))
    const footnotes = footnotesOf(place.table, applied)
    const lineChecks = checks.lineChecks.filter((check) => check.place === place)
    const drawn = addTableSheet(workbook, {
      scheme,
      place,
      comments,
      footnotes,
      formulaOf,
      lineChecks,
      signFormula: signLineFormula(),
      choiceRange: choices.rangeOf,
      lineFormula: (check, row) => inLine(row, formulas.check(check.instance, place.sheet, row)),
    })
    colourFailingCells(drawn.sheet, checks.rows)
    for (const required of checks.required) if (required.place === place) tintRequired(drawn.sheet, required)
    fields.push(drawn.fields)
    for (const [key, spot] of drawn.whySpots) whySpots.set(key, spot)
  }
  const audit = addCheckSheet(workbook, checks.rows, (row) => ruleFormula(row, formulas))
  for (const [key, spot] of audit.whySpots) whySpots.set(key, spot)
  fields.push(audit.fields)
  let whys = 0
  for (const [key, spot] of whySpots)
    names.push({ name: `${namePrefix.why}${(whys += 1)}`, text: spotText(spot), stands: valuePrefix.why + key })
  names.push(...inputNames(placement, scheme.cells))
  fields.push(addManifestSheet(workbook, manifest.keys, names).fields)
  choices.addSheet(workbook)
  await guardSheets(workbook)

  return {
    template: compileTemplate(await drawnFile(workbook), fields, [...audit.names, ...names], cover.links),
    checks: checks.listed,
    required: checks.required,
    priorCells,
  }
}

/** The formula that decides the mark of a row of 审核; null for a rule of list lines, and for a rule that Excel cannot hold. */
function ruleFormula({ rule }: CheckRow, formulas: ExcelFormulas): string | null {
  if (rule.kind === 'required') return requiredFormula(rule.required)
  return rule.kind === 'instance' ? formulas.check(rule.instance, checkSheet, null) : null
}

function inputNames(placement: Placement, cells: WorkbookInput['scheme']['cells']): { name: string; text: string; stands: string }[] {
  const inputs = placement.places.flatMap((place) =>
    cellsOf(place, cells)
      .filter(({ cell }) => cell.state === 'input')
      .map((found) => ({ ...found, sheet: place.sheet })),
  )
  const spelled = cellNames(inputs.map(({ ref }) => ref))
  return inputs.map(({ ref, sheet, row, column }) => ({
    name: spelled.get(ref) ?? '',
    text: spotText({ sheet, row, column }),
    stands: ref,
  }))
}
