import { entryName } from './entry-name.ts'
import type { XlsxLimits } from './limits.ts'
import { XlsxRefusal, damaged } from './refusal.ts'

/** An entry of a zip, from its central directory. Sizes in bytes. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** The start of its local header, and the start of the next entry or of the directory. */
  readonly start: number
  readonly end: number
}

/** Entries by part name (samePartName). */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const marker32 = 0xffffffff
/** Bit 11 of an entry's flags: its name is UTF-8. */
const utf8Flag = 0x800
/** The best ratio of deflate, 1 : 1032; an entry with a better ratio states a false size. */
const deflateBest = 1032

/**
 * Reads the directory of a zip without unpacking anything. Refuses zip64, encrypted, overlapping and duplicate entries, entries
 * outside the folder, impossible sizes, and more entries or bytes than the limits allow (docs/design/workbook.md: Limits).
 */
export function readZipDirectory(bytes: Buffer, limits: XlsxLimits): ZipDirectory {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  const directorySize = bytes.readUInt32LE(end + 12)
  const directoryStart = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || directorySize === marker32 || directoryStart === marker32) throw zip64()
  if (bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count) throw damaged('zip-in-several-parts')
  if (directoryStart + directorySize > end) throw damaged('zip-directory-outside-file')
  if (count > limits.entries) throw new XlsxRefusal('too-many-entries', { found: count, allowed: limits.entries })

  const entries: MutableEntry[] = []
  let total = 0
  let at = directoryStart
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) throw damaged('zip-directory-broken')
    const entry = readEntry(bytes, at, end)
    total += entry.size
    if (entry.size > limits.partBytes && entry.size !== marker32) throw tooLarge('part', entry.size, limits.partBytes, entry.name)
    entries.push(entry)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (total > limits.unpackedBytes) throw tooLarge('unpacked', total, limits.unpackedBytes)
  refuseOverlaps(entries, directoryStart)
  return byPartName(entries)
}

type MutableEntry = { -readonly [K in keyof ZipEntry]: ZipEntry[K] }

/** The position of the end record, the last record of the file, followed only by a comment of up to 65,535 bytes. */
function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes[at] !== 0x50 || bytes.readUInt32LE(at) !== endSignature) continue
    if (at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length) return at
  }
  throw damaged('zip-end-missing')
}

function readEntry(bytes: Buffer, at: number, end: number): MutableEntry {
  const flags = bytes.readUInt16LE(at + 8)
  const method = bytes.readUInt16LE(at + 10)
  const packedSize = bytes.readUInt32LE(at + 20)
  const size = bytes.readUInt32LE(at + 24)
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  if (nameEnd > end) throw damaged('zip-directory-broken')
  const name = entryName(bytes.subarray(at + 46, nameEnd), (flags & utf8Flag) !== 0)
  const start = bytes.readUInt32LE(at + 42)
  if (size === marker32 || packedSize === marker32 || start === marker32) throw zip64()
  if ((flags & 1) !== 0) throw new XlsxRefusal('password', { found: 'encrypted-zip', part: name })
  if (method !== 0 && method !== 8) throw damaged('zip-method-unknown', name)
  if (method === 0 ? size !== packedSize : size > packedSize * deflateBest)
    throw new XlsxRefusal('unsafe', { reason: 'lying-size', part: name })
  const nameLength = nameEnd - at - 46
  return { name, method, crc: bytes.readUInt32LE(at + 16), packedSize, size, start, end: start + 30 + nameLength + packedSize }
}

/**
 * The form of a part name for comparing: ASCII letters in lower case, because part names ignore case (ECMA-376 part 2). Other
 * letters stay, because in a name that is read byte by byte a letter beyond ASCII is half a character.
 */
export function samePartName(name: string): string {
  return /[^\0-\x7f]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name.toLowerCase()
}

/** Refuses entries that share bytes, because such a small file unpacks to a huge one. An end is the earliest one, without extra fields. */
function refuseOverlaps(entries: MutableEntry[], directoryStart: number): void {
  const inOrder = entries.toSorted((a, b) => a.start - b.start)
  for (let index = 0; index < inOrder.length; index += 1) {
    const entry = inOrder[index]!
    const next = inOrder[index + 1]?.start ?? directoryStart
    if (entry.end > next)
      throw index + 1 < inOrder.length
        ? new XlsxRefusal('unsafe', { reason: 'overlapping-entries', part: entry.name })
        : damaged('zip-entry-outside-file', entry.name)
    entry.end = next
  }
}

function byPartName(entries: readonly ZipEntry[]): ZipDirectory {
  const directory = new Map<string, ZipEntry>()
  for (const entry of entries) {
    // Some .NET programs write backslashes; some writers begin with a slash.
    let name = samePartName(entry.name)
    if (name.includes('\\')) name = name.replaceAll('\\', '/')
    if (name.startsWith('/')) name = name.slice(1)
    if (name.endsWith('/')) continue
    if (name.includes('..') && name.split('/').includes('..'))
      throw new XlsxRefusal('unsafe', { reason: 'entry-leaves-folder', part: entry.name })
    if (directory.has(name)) throw new XlsxRefusal('unsafe', { reason: 'duplicate-entry', part: entry.name })
    directory.set(name, entry)
  }
  return directory
}

function zip64(): XlsxRefusal {
  return new XlsxRefusal('unsafe', { reason: 'zip64' })
}

function tooLarge(reason: 'part' | 'unpacked', found: number, allowed: number, part?: string): XlsxRefusal {
  return new XlsxRefusal('too-large', part === undefined ? { reason, found, allowed } : { reason, found, allowed, part })
}
