import type { Workbook, Worksheet } from 'exceljs'
import { unitAttributes } from '../../../../shared/unit/attributes.ts'
import type { CellRef } from '../../../../shared/words.ts'
import { choiceSheet, keyPrefix, manifestKeys, manifestSheet, namesWriting } from '../../manifest.ts'
import { columnLetters } from '../../xlsx/address.ts'
import type { Range, Spot } from '../placement/placement.ts'
import { quoteSheet } from '../placement/sheet-names.ts'
import type { SheetFields } from '../template/template-field.ts'

/** The number of rows of an empty column, used in place of a list table that this unit does not file. */
const emptyRows = 30
const emptyColumn = 3

/** The cells of `_xt` for the values that no table sheet has. */
export type ManifestSpots = {
  prior(cell: CellRef): Spot
  parameter(name: string): Spot
  unit(attribute: string): Spot
  /** An always empty cell, and a column of such cells, in place of a table outside the workbook. */
  empty: Spot
  emptyRange: Range
}

/** Fixes the rows of `_xt` from its top: the manifest, unit attributes, parameters, prior figures, cells with a remark. Names follow. */
export function planManifest(
  parameters: readonly string[],
  priorCells: readonly CellRef[],
  remarks: readonly CellRef[],
): { keys: string[]; spots: ManifestSpots } {
  const keys: string[] = [
    ...Object.values(manifestKeys),
    ...unitAttributes.map((attribute) => keyPrefix.unit + attribute),
    ...parameters.map((name) => keyPrefix.parameter + name),
    ...priorCells.map((cell) => keyPrefix.prior + cell),
    ...remarks.map((cell) => keyPrefix.remark + cell),
  ]
  const rows = new Map(keys.map((key, index) => [key, index + 1]))
  const empty: Spot = { sheet: manifestSheet, row: 1, column: emptyColumn }
  const spot = (key: string): Spot => {
    const row = rows.get(key)
    return row === undefined ? empty : { sheet: manifestSheet, row, column: 2 }
  }
  const spots: ManifestSpots = {
    prior: (cell) => spot(keyPrefix.prior + cell),
    parameter: (name) => spot(keyPrefix.parameter + name),
    unit: (attribute) => spot(keyPrefix.unit + attribute),
    empty,
    emptyRange: { sheet: manifestSheet, column: emptyColumn, firstRow: 1, lastRow: emptyRows },
  }
  return { keys, spots }
}

/** Draws the very hidden `_xt` (manifest.ts): the keys of the filing with their values as fields, then the defined names. */
export function addManifestSheet(
  workbook: Workbook,
  keys: readonly string[],
  names: readonly { name: string; stands: string }[],
): { sheet: Worksheet; fields: SheetFields } {
  const sheet = workbook.addWorksheet(manifestSheet, { state: 'veryHidden' })
  const fields: SheetFields = new Map()
  keys.forEach((key, index) => {
    sheet.getCell(index + 1, 1).value = key
    // A format of its own makes exceljs write the empty cell, so that the field has a place.
    sheet.getCell(index + 1, 2).numFmt = key.startsWith(keyPrefix.prior) || key.startsWith(keyPrefix.parameter) ? '0.##########' : '@'
    fields.set(`B${index + 1}`, { kind: 'text', key })
  })
  namesLists(names).forEach((list, index) => {
    sheet.getCell(keys.length + index + 1, 1).value = `${keyPrefix.names}${index + 1}`
    sheet.getCell(keys.length + index + 1, 2).value = list
  })
  return { sheet, fields }
}

function namesLists(names: readonly { name: string; stands: string }[]): string[] {
  const lists: string[] = []
  let list = ''
  for (const { name, stands } of names) {
    const item = name + namesWriting.means + stands
    if (list !== '' && list.length + item.length >= namesWriting.longest) {
      lists.push(list)
      list = ''
    }
    list += (list === '' ? '' : namesWriting.between) + item
  }
  return list === '' ? lists : [...lists, list]
}

/** Choice lists too long for a validation: each gets a column of a very hidden sheet, added last when there are any. */
export function choiceLists(): { rangeOf(choices: readonly string[]): string; addSheet(workbook: Workbook): void } {
  const lists = new Map<string, readonly string[]>()
  return {
    rangeOf: (choices) => {
      const key = JSON.stringify(choices)
      lists.set(key, choices)
      const letters = columnLetters([...lists.keys()].indexOf(key) + 1)
      return `${quoteSheet(choiceSheet)}!$${letters}$1:$${letters}$${choices.length}`
    },
    addSheet: (workbook) => {
      if (lists.size === 0) return
      const sheet = workbook.addWorksheet(choiceSheet, { state: 'veryHidden' })
      ;[...lists.values()].forEach((choices, column) =>
        choices.forEach((choice, row) => (sheet.getCell(row + 1, column + 1).value = choice)),
      )
    },
  }
}
