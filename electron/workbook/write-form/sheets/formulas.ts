import type { Addresses } from '../../../../shared/formula/kit/excel-text.ts'
import { toExcel } from '../../../../shared/formula/excel/to-excel.ts'
import { cellOf } from '../../../../shared/scheme/cells.ts'
import type { CheckInstance, Scheme } from '../../../../shared/scheme/scheme.ts'
import type { CellRef } from '../../../../shared/words.ts'
import { columnLetters } from '../../xlsx/address.ts'
import type { ManifestSpots } from './manifest-sheet.ts'
import type { Placement, Range, Spot } from '../placement/placement.ts'
import { quoteSheet } from '../placement/sheet-names.ts'

/**
 * The formulas of computed cells and rules on a sheet; `row` is the row of a list line. Without `=`; null when a spreadsheet
 * cannot hold the formula.
 */
export type ExcelFormulas = {
  cell(ref: CellRef, sheet: string, row: number): string | null
  check(instance: CheckInstance, sheet: string, row: number | null): string | null
}

/**
 * Writes the scheme's formulas over the places of this workbook. Cells that a unit does not file are addressed at an always
 * empty cell of `_xt`, so they count as blank, as they do in the program.
 */
export function excelFormulas(scheme: Scheme, placement: Placement, manifest: ManifestSpots): ExcelFormulas {
  const addressesOn = (sheet: string, row: number | null): Addresses => ({
    cell: (key) => spotOn(sheet, placement.spotOf(key) ?? manifest.empty),
    prior: (key) => spotOn(sheet, manifest.prior(key)),
    parameter: (name) => spotOn(sheet, manifest.parameter(name)),
    unit: (attribute) => spotOn(sheet, manifest.unit(attribute)),
    computed: (key) => cellOf(scheme, key)?.state === 'computed',
    listColumn: (table, column) => rangeOn(sheet, placement.listRange(table, column) ?? manifest.emptyRange),
    listCell: (table, column) => {
      const range = placement.listRange(table, column)
      return spotOn(sheet, range === null || row === null ? manifest.empty : { sheet: range.sheet, row, column: range.column })
    },
  })
  return {
    cell: (ref, sheet, row) => {
      const formula = cellOf(scheme, ref)?.formula
      return formula === null || formula === undefined ? null : toExcel(formula, addressesOn(sheet, row))
    },
    check: (instance, sheet, row) => toExcel(instance.bound, addressesOn(sheet, row)),
  }
}

/** A short address, with the sheet's name only on another sheet. */
function spotOn(sheet: string, spot: Spot): string {
  return spot.sheet === sheet
    ? `${columnLetters(spot.column)}${spot.row}`
    : `${quoteSheet(spot.sheet)}!$${columnLetters(spot.column)}$${spot.row}`
}

function rangeOn(sheet: string, { sheet: other, column, firstRow, lastRow }: Range): string {
  const letters = columnLetters(column)
  return sheet === other
    ? `${letters}$${firstRow}:${letters}$${lastRow}`
    : `${quoteSheet(other)}!$${letters}$${firstRow}:$${letters}$${lastRow}`
}

/** The cells one period before in the formulas of the scheme's cells and of the given checks. */
export function priorCellsOf(scheme: Scheme, instances: readonly CheckInstance[]): string[] {
  const asked = new Set<string>()
  for (const cell of scheme.cells.values()) for (const ref of cell.formula?.priorCells ?? []) asked.add(ref)
  for (const { bound } of instances) for (const ref of bound.priorCells) asked.add(ref)
  return [...asked].sort()
}
