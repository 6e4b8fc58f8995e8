import type { XlsxLimits } from './limits.ts'
import { recent } from './recent.ts'
import { XlsxRefusal, damaged } from './refusal.ts'
import { refuseUnlessZip } from './sniff.ts'
import type { ZipDirectory, ZipEntry } from './zip-directory.ts'
import { readZipDirectory } from './zip-directory.ts'
import { packedBytes, unpackEntry } from './zip-entry.ts'

/**
 * An opened file: parts are unpacked one at a time, when asked for. Part names are as samePartName writes them, without a leading slash.
 */
export type OpcPackage = { readonly bytes: Buffer; readonly directory: ZipDirectory; readonly limits: XlsxLimits }

/** Opens the container: what it is, its size, its zip directory. Nothing is unpacked yet. */
export function openPackage(bytes: Buffer, limits: XlsxLimits): OpcPackage {
  if (bytes.length > limits.fileBytes)
    throw new XlsxRefusal('too-large', { reason: 'file', found: bytes.length, allowed: limits.fileBytes })
  refuseUnlessZip(bytes)
  return { bytes, directory: readZipDirectory(bytes, limits), limits }
}

/** A part's bytes; throws `damaged` when the file does not hold it. */
export function partBytes(file: OpcPackage, part: string): Buffer {
  return unpackEntry(file.bytes, entryOf(file, part))
}

function entryOf(file: OpcPackage, part: string): ZipEntry {
  const entry = file.directory.get(part)
  if (!entry) throw damaged('part-missing', part)
  return entry
}

/** What a reader found in a part, and what it depended on. */
type Memory<Found> = { packed: Buffer; size: number; limits: XlsxLimits; found: Found }

/** Larger parts are not kept, so that one odd file does not stay in memory. */
const mostPackedKept = 64 * 1024
const mostUnpackedKept = 1024 * 1024
/** For each kind of part. The kinds of unit of a county file different tables, so their workbooks differ in names and texts. */
const kept = { entries: 32, weight: 4 * 1024 * 1024 }

/** What is remembered, with the unpacked size of its part. */
const sizes = new WeakMap<object, number>()

/**
 * Wraps the reader of a small part so that it answers at once for a part that is, byte by byte as packed, one of those it
 * read lately. The workbooks of one scheme share their relations, styles, names and labels kind by kind of unit, and a county
 * receives a thousand of them. What is found must depend on the part alone, and nobody may change it.
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
 * For what the reader of a part found: the bytes of that part, unpacked, when further files with the same part are given the same object;
 * else null.
 */
export function rememberedSize(found: object): number | null {
  return sizes.get(found) ?? null
}
