import { crc32, deflateRawSync } from 'node:zlib'

/** One entry to write; the fields after `method` are deliberate faults. */
export type ZipPart = {
  name: string
  data: string | Uint8Array
  /** 0 stored, 8 deflated (the default); other numbers are written as they are over deflated bytes. */
  method?: number
  flags?: number
  crc?: number
  claimedSize?: number
  claimedPackedSize?: number
  localName?: string
  /** Points at another entry's bytes instead of its own. */
  sharesBytesOf?: string
}

/** Deliberate faults of the end of the zip. */
export type ZipEnd = { comment?: string; claimedEntries?: number; directoryShift?: number }

/** Writes a zip with the given faults; the same parts give the same bytes. */
export function buildZip(parts: readonly ZipPart[], end: ZipEnd = {}): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  const starts = new Map<string, number>()
  let at = 0
  for (const part of parts) {
    const data = typeof part.data === 'string' ? Buffer.from(part.data) : Buffer.from(part.data)
    const packed = part.method === 0 ? data : deflateRawSync(data)
    const head = header(part, data, packed)
    const shared = part.sharesBytesOf === undefined ? undefined : starts.get(part.sharesBytesOf)
    const start = shared ?? at
    starts.set(part.name, start)
    if (shared === undefined) {
      const name = Buffer.from(part.localName ?? part.name)
      const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), head, lengths(name.length, 0), name, packed])
      chunks.push(local)
      at += local.length
    }
    const name = Buffer.from(part.name)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(start, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]), head, lengths(name.length, 0), tail, name]))
  }
  return Buffer.concat([...chunks, ...directory, endRecord(parts.length, Buffer.concat(directory).length, at, end)])
}

/** Flags, method, time, CRC and sizes: the same bytes in both headers. */
function header(part: ZipPart, data: Buffer, packed: Buffer): Buffer {
  const head = Buffer.alloc(20)
  head.writeUInt16LE(part.flags ?? 0x800, 0)
  head.writeUInt16LE(part.method ?? 8, 2)
  head.writeUInt32LE(0x00210000, 4)
  head.writeUInt32LE(part.crc ?? crc32(data), 8)
  head.writeUInt32LE(part.claimedPackedSize ?? packed.length, 12)
  head.writeUInt32LE(part.claimedSize ?? data.length, 16)
  return head
}

function lengths(name: number, extra: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt16LE(name, 0)
  bytes.writeUInt16LE(extra, 2)
  return bytes
}

function endRecord(count: number, size: number, start: number, end: ZipEnd): Buffer {
  const comment = Buffer.from(end.comment ?? '')
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(end.claimedEntries ?? count, 8)
  record.writeUInt16LE(end.claimedEntries ?? count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(start + (end.directoryShift ?? 0), 16)
  record.writeUInt16LE(comment.length, 20)
  return Buffer.concat([record, comment])
}
