import { crc32, inflateRawSync } from 'node:zlib'
import { XlsxRefusal, damaged } from './refusal.ts'
import type { ZipEntry } from './zip-directory.ts'

const localSignature = 0x04034b50

/** Unpacks one entry. The result must have exactly the length and the CRC of the directory; not a byte more is ever unpacked. */
export function unpackEntry(bytes: Buffer, entry: ZipEntry): Buffer {
  const packed = packedBytes(bytes, entry)
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry)
  if (unpacked.length !== entry.size) throw new XlsxRefusal('unsafe', { reason: 'lying-size', part: entry.name })
  if (crc32(unpacked) !== entry.crc) throw damaged('crc-wrong', entry.name)
  return unpacked
}

/** The packed bytes of an entry. */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  const at = entry.start
  if (at + 30 > entry.end || bytes.readUInt32LE(at) !== localSignature) throw damaged('zip-local-header-broken', entry.name)
  if (bytes.readUInt16LE(at + 8) !== entry.method) throw damaged('zip-local-header-differs', entry.name)
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + entry.packedSize > entry.end) throw damaged('zip-local-header-broken', entry.name)
  return bytes.subarray(start, start + entry.packedSize)
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.size === 0) return Buffer.alloc(0)
  try {
    // A single chunk of the exact size, because one byte more makes zlib ask for a second chunk, which maxOutputLength refuses.
    return inflateRawSync(packed, { maxOutputLength: entry.size, chunkSize: Math.max(64, entry.size) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new XlsxRefusal('unsafe', { reason: 'lying-size', part: entry.name })
    throw damaged('inflate-failed', entry.name)
  }
}
