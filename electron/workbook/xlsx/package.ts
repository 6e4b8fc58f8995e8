import type { XlsxLimits } from './limits.ts'
import { recent } from './recent.ts'
import { XlsxRefusal, damaged } from './refusal.ts'
import { refuseUnlessZip } from './sniff.ts'
import type { ZipDirectory, ZipEntry } from './zip-directory.ts'
import { readZipDirectory } from './zip-directory.ts'
import { packedBytes, unpackEntry } from './zip-entry.ts'

/**
 * An opened file; its parts are unpacked one at a time, at use. Part names have the form of samePartName, without a leading slash.
 */
export type OpcPackage = { readonly bytes: Buffer; readonly directory: ZipDirectory; readonly limits: XlsxLimits }

/** Opens the container: checks its size and its kind and reads its zip directory. Nothing is unpacked yet. */
export function openPackage(bytes: Buffer, limits: XlsxLimits): OpcPackage {
  if (bytes.length > limits.fileBytes)
    throw new XlsxRefusal('too-large', { reason: 'file', found: bytes.length, allowed: limits.fileBytes })
  refuseUnlessZip(bytes)
  return { bytes, directory: readZipDirectory(bytes, limits), limits }
}

/** The bytes of a part; throws `damaged` when the file has no such part. */
export function partBytes(file: OpcPackage, part: string): Buffer {
  return unpackEntry(file.bytes, entryOf(file, part))
}

function entryOf(file: OpcPackage, part: string): ZipEntry {
  const entry = file.directory.get(part)
  if (!entry) throw damaged('part-missing', part)
  return entry
}

/** The result of reading a part, and the input that it depends on. */
type Memory<Found> = { packed: Buffer; size: number; limits: XlsxLimits; found: Found }

/** Larger parts are not kept, so that one odd file does not stay in memory. */
const mostPackedKept = 64 * 1024
const mostUnpackedKept = 1024 * 1024
/** The limits for each kind of part. The units of a county file different tables, so several parts of a kind are in use. */
const kept = { entries: 32, weight: 4 * 1024 * 1024 }

/** The remembered results, with the unpacked size of their part. */
const sizes = new WeakMap<object, number>()

/**
 * Wraps the reader of a small part so that a part with the same packed bytes as a recently read part is answered from memory.
 * The workbooks of one scheme share relations, styles, names and labels by kind of unit, and a county receives a thousand of
 * them. The result must depend on the part alone, and must not be changed.
 */
export function remembering<Found extends object>(
  read: (file: OpcPackage, part: string) => Found,
): (file: OpcPackage, part: string) => Found {
  const memory = recent<string, Memory<Found>>(kept, ({ size }) => size)
  return (file, part) => {
    const { limits } = file
    const entry = entryOf(file, part)
    const { method, size, crc } = entry
    const packed = packedBytes(file.bytes, entry)
    const key = `${part} ${method} ${size} ${crc}`
    const known = memory.get(key)
    if (known !== undefined && known.limits === limits && known.packed.equals(packed)) return known.found
    const found = read(file, part)
    if (packed.length > mostPackedKept || size > mostUnpackedKept) return found
    memory.set(key, { packed: Buffer.from(packed), size, limits, found })
    sizes.set(found, size)
    return found
  }
}

/**
 * The unpacked bytes of the part behind a remembered result, which further files with the same part share; null for other
 * objects.
 */
export function rememberedSize(found: object): number | null {
  return sizes.get(found) ?? null
}
