import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A part of a zip, deflated once so that it can be written into many files. */
export type PackedPart = { name: Buffer; crc: number; size: number; packed: Buffer; stored?: true }

/** 1 January 1980 00:00, the first moment of a zip, so that the same filing gives the same bytes at every export. */
const dosDate = 0x0021
const utf8Flag = 0x0800
const deflated = 8

/** Deflates a part. Level 1 costs a third of the time of level 6 for a tenth more bytes. */
export function packPart(name: string, content: string | Buffer, level = 6): PackedPart {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return { name: Buffer.from(name, 'utf8'), crc: crc32(bytes), size: bytes.length, packed: deflateRawSync(bytes, { level }) }
}

/** Makes a part of packed bytes (a workbook within a zip), kept unchanged. */
export function storePart(name: string, bytes: Buffer): PackedPart {
  return { name: Buffer.from(name, 'utf8'), crc: crc32(bytes), size: bytes.length, packed: bytes, stored: true }
}

/** Puts parts into a zip in the given order, with fixed times and without extra fields. */
export function joinZip(parts: readonly PackedPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  let directorySize = 0
  for (const part of parts) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    writeCommon(local, 4, part)
    pieces.push(local, part.name, part.packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    writeCommon(entry, 6, part)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, part.name)
    directorySize += 46 + part.name.length
    offset += 30 + part.name.length + part.packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directorySize, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}

/** The fields that a local header and a directory entry have in common. */
function writeCommon(header: Buffer, at: number, part: PackedPart): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(utf8Flag, at + 2)
  header.writeUInt16LE(part.stored === true ? 0 : deflated, at + 4)
  header.writeUInt16LE(0, at + 6)
  header.writeUInt16LE(dosDate, at + 8)
  header.writeUInt32LE(part.crc, at + 10)
  header.writeUInt32LE(part.packed.length, at + 14)
  header.writeUInt32LE(part.size, at + 18)
  header.writeUInt16LE(part.name.length, at + 22)
}

/**
 * Takes apart a zip that this program has just made itself (exceljs output), part by part in its order. Files from outside
 * go through electron/workbook/xlsx with its limits.
 */
export function splitOwnZip(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    if (!name.endsWith('/')) parts.set(name, (bytes.readUInt16LE(at + 10) === deflated ? inflateRawSync(data) : data).toString('utf8'))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}
