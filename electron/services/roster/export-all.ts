import type { Progress } from '../../../shared/api/contract.ts'
import { joinZip, storePart } from '../../workbook/write-form/template/zip.ts'
import { exportingUnits, exportWorkbook, type NamedWorkbook, type WorkbookForm } from '../filing/export-workbook.ts'
import { fileName } from '../filing/file-name.ts'
import type { Session } from '../workspace/session.ts'

/** Yields every unit's workbook, one after the other; `report` gets the progress and throws when the person cancels. */
export async function* exportEach(
  session: Session,
  form: WorkbookForm,
  report: (progress: Progress) => Promise<void>,
): AsyncGenerator<NamedWorkbook> {
  const units = exportingUnits(session)
  for (const [index, unit] of units.entries()) {
    yield await exportWorkbook(session, unit.code, form)
    await report({ done: index + 1, total: units.length, at: unit.name })
  }
}

/** All units' workbooks in one zip. */
export async function exportAll(
  session: Session,
  form: WorkbookForm,
  report: (progress: Progress) => Promise<void>,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const files: NamedWorkbook[] = []
  for await (const file of exportEach(session, form, report)) files.push(file)
  const name = `${fileName('', session.owner.name, session.scheme.title, session.task.period, form.blank ? '空表' : '')}.zip`
  return { name, bytes: new Uint8Array(joinZip(files.map((file) => storePart(file.name, Buffer.from(file.bytes))))) }
}
