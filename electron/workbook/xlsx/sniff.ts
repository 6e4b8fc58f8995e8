import { oleEntryNames } from './ole.ts'
import { XlsxRefusal } from './refusal.ts'

const oleSignature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** First bytes of other kinds of file that people send by mistake. */
const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['Rar!', 'rar'],
  ['7z\xbc\xaf', '7z'],
  ['\x1f\x8b', 'gzip'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['BM', 'image'],
  ['SQLite format 3', 'database'],
]

/**
 * Refuses everything but a zip before anything is parsed (docs/design/workbook.md: Sniffing), and names its kind.
 * Returns for a zip; throws XlsxRefusal `empty`, `password`, `old-xls`, `wps-et` or `not-a-workbook` (`found` names the kind).
 */
export function refuseUnlessZip(bytes: Buffer): void {
  if (bytes.length === 0) throw new XlsxRefusal('empty', { found: 0 })
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50) return
  if (bytes.subarray(0, 8).equals(oleSignature)) throw oleRefusal(bytes)
  const head = bytes.subarray(0, 4096)
  if (head.every((byte) => byte === 0)) throw new XlsxRefusal('empty', { found: bytes.length })
  const start = head.toString('latin1', 0, 16)
  if (start.startsWith('PK\x05\x06')) throw new XlsxRefusal('not-a-workbook', { found: 'zip' })
  // An .xls from before Excel 5 has no OLE container.
  if (/^\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00/.test(start)) throw new XlsxRefusal('old-xls', { found: 'xls' })
  const known = signatures.find(([signature]) => start.startsWith(signature))
  throw new XlsxRefusal('not-a-workbook', { found: known?.[1] ?? textKind(head) })
}

function oleRefusal(bytes: Buffer): XlsxRefusal {
  const names = new Set(oleEntryNames(bytes))
  if (names.has('EncryptedPackage')) return new XlsxRefusal('password', { found: 'encrypted-xlsx' })
  // WPS writes this stream beside the workbook; Excel does not.
  if (names.has('ETExtData')) return new XlsxRefusal('wps-et', { found: 'et' })
  if (names.has('Workbook') || names.has('Book')) return new XlsxRefusal('old-xls', { found: 'xls' })
  if (names.has('WordDocument')) return new XlsxRefusal('not-a-workbook', { found: 'word' })
  if (names.has('PowerPoint Document')) return new XlsxRefusal('not-a-workbook', { found: 'powerpoint' })
  return new XlsxRefusal('not-a-workbook', { found: 'ole' })
}

/** The kind of a text file, because many web systems send a page or a csv under the name .xls or .xlsx. */
function textKind(head: Buffer): string {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const text = utf16 ? head.toString('latin1').replaceAll('\0', '') : head.toString('latin1')
  const lower = text.toLowerCase()
  if (lower.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-spreadsheet-2003'
  if (/<(!doctype html|html|head|body|table|meta)\b/.test(lower)) return 'html'
  if (/^(\xef\xbb\xbf)?\s*<\?xml/.test(lower)) return 'xml'
  if (!utf16 && head.includes(0)) return 'unknown'
  if (/^(\xef\xbb\xbf)?\s*[[{]/.test(text)) return 'json'
  const [firstLine = ''] = text.split(/[\r\n]/, 1)
  return /[,\t;]/.test(firstLine) ? 'csv' : 'text'
}
