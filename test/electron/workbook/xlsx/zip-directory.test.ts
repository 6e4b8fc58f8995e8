import { describe, expect, test } from 'vitest'
import { xlsxLimits } from '../../../../electron/workbook/xlsx/limits.ts'
import { XlsxRefusal } from '../../../../electron/workbook/xlsx/refusal.ts'
import { readZipDirectory } from '../../../../electron/workbook/xlsx/zip-directory.ts'
import { unpackEntry } from '../../../../electron/workbook/xlsx/zip-entry.ts'
import type { ZipEnd, ZipPart } from '../../../builders/zip-builder.ts'
import { buildZip } from '../../../builders/zip-builder.ts'

/** Opens a zip and unpacks all entries: the contents by name, or the refusal as `code reason`. */
function open(parts: ZipPart[], end?: ZipEnd, limits = xlsxLimits): Record<string, string> | string {
  const bytes = buildZip(parts, end)
  try {
    return Object.fromEntries([...readZipDirectory(bytes, limits)].map(([name, entry]) => [name, unpackEntry(bytes, entry).toString()]))
  } catch (error) {
    if (!(error instanceof XlsxRefusal)) throw error
    return `${error.code} ${error.details.reason ?? error.details.found}`
  }
}

const two: ZipPart[] = [
  { name: 'a.xml', data: 'one' },
  { name: 'b.xml', data: 'two '.repeat(500) },
]

test('names that differ in the case of a letter beyond ASCII are two names', () => {
  expect(
    Object.keys(
      open([
        { name: 'XL/Été.XML', data: 'x' },
        { name: 'xl/été.xml', data: 'y' },
      ]),
    ),
  ).toEqual(['xl/Été.xml', 'xl/été.xml'])
})

test('packed, stored, empty entries and folders are all opened', () => {
  expect(
    open([...two, { name: 'c', data: 'three', method: 0 }, { name: 'folder/', data: '', method: 0 }, { name: 'empty', data: '' }]),
  ).toEqual({ 'a.xml': 'one', 'b.xml': 'two '.repeat(500), c: 'three', empty: '' })
})

describe('a zip that lies', () => {
  test.each<[string, ZipPart[], ZipEnd | undefined, string]>([
    ['about a size, saying less', [{ name: 'a', data: 'x'.repeat(1000), claimedSize: 999 }], undefined, 'unsafe lying-size'],
    ['about a size, saying more', [{ name: 'a', data: 'x'.repeat(1000), claimedSize: 1001 }], undefined, 'unsafe lying-size'],
    ['about the size of something stored', [{ name: 'a', data: 'xyz', method: 0, claimedSize: 4 }], undefined, 'unsafe lying-size'],
    ['about a size no packing could reach', [{ name: 'a', data: 'x', claimedSize: 100_000_000 }], undefined, 'unsafe lying-size'],
    ['about a CRC', [{ name: 'a', data: 'xyz', crc: 1 }], undefined, 'damaged crc-wrong'],
    ['with one name twice', [...two, { name: 'a.xml', data: 'other' }], undefined, 'unsafe duplicate-entry'],
    ['with one name twice in other capitals', [...two, { name: 'A.XML', data: 'other' }], undefined, 'unsafe duplicate-entry'],
    [
      'with two entries on the same bytes',
      [
        { name: 'a', data: 'x' },
        { name: 'b', data: 'x', sharesBytesOf: 'a' },
      ],
      undefined,
      'unsafe overlapping-entries',
    ],
    [
      'with an entry that reaches into the next',
      [
        { name: 'a', data: 'x', claimedPackedSize: 60 },
        { name: 'b', data: 'y'.repeat(10), method: 0 },
      ],
      undefined,
      'unsafe overlapping-entries',
    ],
    [
      'with an entry that reaches into the directory',
      [{ name: 'a', data: 'x', claimedPackedSize: 9000, claimedSize: 1 }],
      undefined,
      'damaged zip-entry-outside-file',
    ],
    ['with a way out of its folder', [{ name: '../../etc/passwd', data: 'x' }], undefined, 'unsafe entry-leaves-folder'],
    ['with a way out in backslashes', [{ name: 'xl\\..\\..\\boot.ini', data: 'x' }], undefined, 'unsafe entry-leaves-folder'],
    ['about the number of entries, saying more', two, { claimedEntries: 3 }, 'damaged zip-directory-broken'],
    ['about where its directory is', two, { directoryShift: 5 }, 'damaged zip-directory-outside-file'],
    ['about where its directory is, saying earlier', two, { directoryShift: -5 }, 'damaged zip-directory-broken'],
    ['by being zip64', [{ name: 'a', data: 'x', claimedSize: 0xffffffff }], undefined, 'unsafe zip64'],
    ['by having zip64 many entries', two, { claimedEntries: 0xffff }, 'unsafe zip64'],
    ['with a packing nobody knows', [{ name: 'a', data: 'x', method: 12 }], undefined, 'damaged zip-method-unknown'],
    ['with a password', [{ name: 'a', data: 'x', flags: 1 }], undefined, 'password encrypted-zip'],
  ])('%s', (_how, parts, end, refusal) => expect(open(parts, end)).toBe(refusal))

  test('with another packing in front of the bytes than in the directory', () => {
    const bytes = buildZip(two)
    bytes.writeUInt16LE(0, 8)
    expect(() => unpackEntry(bytes, readZipDirectory(bytes, xlsxLimits).get('a.xml')!)).toThrow(
      expect.objectContaining({ code: 'damaged' }),
    )
  })
})

describe('limits are held before anything is unpacked', () => {
  test('entries', () => expect(open(two, undefined, { ...xlsxLimits, entries: 1 })).toBe('too-many-entries 2'))
  test('bytes of one part', () => expect(open(two, undefined, { ...xlsxLimits, partBytes: 1999 })).toBe('too-large part'))
  test('bytes of all parts', () => expect(open(two, undefined, { ...xlsxLimits, unpackedBytes: 2002 })).toBe('too-large unpacked'))
  test('and not a byte sooner', () =>
    expect(open(two, undefined, { ...xlsxLimits, entries: 2, partBytes: 2000, unpackedBytes: 2003 })).toHaveProperty('b.xml'))
})
