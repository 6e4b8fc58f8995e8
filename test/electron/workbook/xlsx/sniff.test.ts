import { describe, expect, test } from 'vitest'
import type { XlsxRefusalCode } from '../../../../electron/workbook/xlsx/refusal.ts'
import { XlsxRefusal } from '../../../../electron/workbook/xlsx/refusal.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import { buildOle } from '../../../builders/ole-builder.ts'
import { buildXlsx } from '../../../builders/xlsx-builder.ts'
import { buildZip } from '../../../builders/zip-builder.ts'

function refusalOf(bytes: Uint8Array): XlsxRefusal {
  try {
    readXlsx(bytes)
  } catch (error) {
    if (error instanceof XlsxRefusal) return error
    throw error
  }
  throw new Error('the file was read')
}

describe('what is no .xlsx is called by its name', () => {
  const cases: [string, Uint8Array, XlsxRefusalCode, string | number][] = [
    ['an empty file', Buffer.alloc(0), 'empty', 0],
    ['a file of zeros, from a copy that broke off', Buffer.alloc(20_000), 'empty', 20_000],
    ['an encrypted .xlsx', buildOle(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']), 'password', 'encrypted-xlsx'],
    [
      'an encrypted .xlsx whose directory takes two sectors',
      buildOle(['Root Entry', 'a', 'b', 'c', 'd', 'e', 'EncryptedPackage']),
      'password',
      'encrypted-xlsx',
    ],
    ['an .xls', buildOle(['Root Entry', 'Workbook', '\x05SummaryInformation']), 'old-xls', 'xls'],
    ['an .xls of Excel 5', buildOle(['Root Entry', 'Book']), 'old-xls', 'xls'],
    ['an .xls of Excel 4', Buffer.from([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0]), 'old-xls', 'xls'],
    ['a WPS .et', buildOle(['Root Entry', 'Workbook', 'ETExtData']), 'wps-et', 'et'],
    ['a Word .doc', buildOle(['Root Entry', 'WordDocument']), 'not-a-workbook', 'word'],
    ['an OLE file cut off in its header', buildOle(['Root Entry', 'Workbook']).subarray(0, 100), 'not-a-workbook', 'ole'],
    [
      'a web page under the name .xls',
      Buffer.from('<html><body><table><tr><td>1</td></tr></table></body></html>'),
      'not-a-workbook',
      'html',
    ],
    [
      'an XML spreadsheet of 2003',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'not-a-workbook',
      'xml-spreadsheet-2003',
    ],
    ['a csv', Buffer.from('学校,人数\n一小,120\n'), 'not-a-workbook', 'csv'],
    ['a csv in UTF-16', Buffer.from('\ufeffschool\tpupils\n', 'utf16le'), 'not-a-workbook', 'csv'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-a-workbook', 'pdf'],
    ['a text', Buffer.from('请填报'), 'not-a-workbook', 'text'],
    ['any bytes', Buffer.from([1, 2, 3, 0, 5, 6]), 'not-a-workbook', 'unknown'],
    ['a zip of something else', buildZip([{ name: 'photo.txt', data: 'x' }]), 'not-a-workbook', 'zip'],
    ['an empty zip', buildZip([]), 'not-a-workbook', 'zip'],
    [
      'an .ods',
      buildZip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        { name: 'content.xml', data: '<x/>' },
      ]),
      'not-a-workbook',
      'ods',
    ],
    [
      'a .docx',
      otherDocument('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', '<w:document/>'),
      'not-a-workbook',
      'word',
    ],
    ['an .xlsb', otherDocument('application/vnd.ms-excel.sheet.binary.macroEnabled.main', '\x83\x01'), 'not-a-workbook', 'xlsb'],
    [
      'a zip with a password',
      buildXlsx({ sheets: [{ name: 'a' }], change: (parts) => parts.map((part) => ({ ...part, flags: 1 })) }),
      'password',
      'encrypted-zip',
    ],
  ]
  test.each(cases)('%s', (_what, bytes, code, found) => {
    const refusal = refusalOf(bytes)
    expect([refusal.code, refusal.details.found]).toEqual([code, found])
  })
})

test('an OLE directory that runs in a circle ends', () => {
  const bytes = buildOle(['Root Entry', 'x'])
  bytes.writeUInt32LE(1, 512 + 4)
  expect(refusalOf(bytes).code).toBe('not-a-workbook')
})

test('a macro workbook (.xlsm) is read like any other', () => {
  const bytes = buildXlsx({
    sheets: [{ name: 'a', cells: { A1: 1 } }],
    change: (parts) =>
      parts.map((part) =>
        part.name.startsWith('[')
          ? {
              ...part,
              data: part.data
                .toString()
                .replace('vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'vnd.ms-excel.sheet.macroEnabled'),
            }
          : part,
      ),
  })
  expect(readXlsx(bytes).sheets[0]!.cells).toHaveLength(1)
})

function otherDocument(type: string, content: string): Buffer {
  return buildZip([
    { name: '[Content_Types].xml', data: `<Types><Override PartName="/main.part" ContentType="${type}"/></Types>` },
    {
      name: '_rels/.rels',
      data: '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="main.part"/></Relationships>',
    },
    { name: 'main.part', data: content },
  ])
}
