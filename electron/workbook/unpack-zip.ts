import type { Problem } from '../../shared/problem.ts'
import type { NamedFile } from '../machine/files.ts'
import { refusalProblem } from './read-return/refusal-problem.ts'
import { xlsxLimits } from './xlsx/limits.ts'
import { XlsxRefusal } from './xlsx/refusal.ts'
import { readZipDirectory, type ZipEntry } from './xlsx/zip-directory.ts'
import { unpackEntry } from './xlsx/zip-entry.ts'

const contentTypes = '[Content_Types].xml'

/** A zip that holds files (not a workbook, which is a zip too): true when it has no workbook parts. */
export function isPlainZip(bytes: Uint8Array): boolean {
  if (bytes.length < 30 + contentTypes.length || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  // Nearly every program writes this part first: no need to read the directory of each workbook.
  if (Buffer.from(bytes.buffer, bytes.byteOffset + 30, contentTypes.length).toString('latin1') === contentTypes) return false
  try {
    const names = [...readZipDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), xlsxLimits).keys()]
    return names.length > 0 && !names.includes('[content_types].xml') && names.some((name) => /\.(xlsx|xls|et)$/.test(name))
  } catch {
    // Whatever is wrong with it, the workbook reader names it.
    return false
  }
}

/** A file of a zip, or why it cannot be had out of it. */
export type UnpackedFile = NamedFile & { problem: Problem | null }

/**
 * The files in a zip, one after the other, within the same limits as a workbook's parts; each that is broken with its
 * reason (docs/design/promises.md: Promise 4). What archivers and systems put in beside them is passed over.
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
