import type { Workbook, XlsxWriteOptions } from 'exceljs'
import { templateTime } from './template.ts'

/**
 * Makes an empty workbook to draw on, the same at any time. exceljs is loaded at first use, because loading takes as long as
 * the rest of the program, and most commands write no workbook.
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

/** The drawn workbook as an uncompressed zip, for compileTemplate. */
export async function drawnFile(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as Partial<XlsxWriteOptions>))
}
