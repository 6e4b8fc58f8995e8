import type { Workbook, XlsxWriteOptions } from 'exceljs'
import { templateTime } from './template.ts'

/**
 * An empty workbook of ours to draw on, the same whenever it is drawn. exceljs is loaded at the first: it takes as long as all the rest of
 * the program, and most commands write none.
 */
export async function newWorkbook(): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '校统'
  workbook.lastModifiedBy = '校统'
  workbook.created = new Date(templateTime)
  workbook.modified = new Date(templateTime)
  return workbook
}

/** What was drawn, as a file that is not yet packed: compileTemplate opens it. */
export async function drawnFile(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as Partial<XlsxWriteOptions>))
}
