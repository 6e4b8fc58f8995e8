import type { Problem } from '../../shared/problem.ts'
import type { NamedFile } from '../machine/files.ts'
import { refusalProblem } from './read-return/refusal-problem.ts'
import { xlsxLimits } from './xlsx/limits.ts'
import { XlsxRefusal } from './xlsx/refusal.ts'
import { readZipDirectory, type ZipEntry } from './xlsx/zip-directory.ts'
import { unpackEntry } from './xlsx/zip-entry.ts'

const contentTypes = '[Content_Types].xml'

/** True for a zip of spreadsheet files (.xlsx, .xls, .et) that is no workbook itself. */
export function isPlainZip(bytes: Uint8Array): boolean {
  if (bytes.length < 30 + contentTypes.length || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  // Most programs write this part first, so the directory of most workbooks need not be read.
  if (Buffer.from(bytes.buffer, bytes.byteOffset + 30, contentTypes.length).toString('latin1') === contentTypes) return false
  try {
    const names = [...readZipDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), xlsxLimits).keys()]
    return names.length > 0 && !names.includes('[content_types].xml') && names.some((name) => /\.(xlsx|xls|et)$/.test(name))
  } catch {
    // The workbook reader reports the damage.
    return false
  }
}

/** A file of a zip; without bytes and with a problem when it cannot be unpacked. */
export type UnpackedFile = NamedFile & { problem: Problem | null }

/**
 * Yields the files of a zip, within the limits of a workbook's parts; a broken file has its problem
 * (docs/design/promises.md: Promise 4). Skips the files that archivers and systems add. Throws XlsxRefusal for a broken zip.
 */
export function* filesInZip(bytes: Uint8Array): Generator<UnpackedFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [path, entry] of readZipDirectory(buffer, xlsxLimits)) {
    const base = entry.name.slice(entry.name.replaceAll('\\', '/').lastIndexOf('/') + 1)
    if (path.startsWith('__macosx/') || base.startsWith('~$') || base.startsWith('.')) continue
    yield { name: base, ...unpacked(buffer, entry) }
  }
}

function unpacked(zip: Buffer, entry: ZipEntry): Omit<UnpackedFile, 'name'> {
  try {
    return { bytes: new Uint8Array(unpackEntry(zip, entry)), problem: null }
  } catch (error) {
    if (error instanceof XlsxRefusal) return { bytes: new Uint8Array(), problem: refusalProblem(error) }
    throw error
  }
}
