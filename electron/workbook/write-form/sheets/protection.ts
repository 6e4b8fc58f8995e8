import type { Workbook } from 'exceljs'

/**
 * Protects every sheet without a password, against slips only (docs/design/workbook.md: Writing). Columns and rows may still
 * be resized and lists filtered.
 */
export async function guardSheets(workbook: Workbook): Promise<void> {
  for (const sheet of workbook.worksheets) {
    await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, autoFilter: true })
  }
}
