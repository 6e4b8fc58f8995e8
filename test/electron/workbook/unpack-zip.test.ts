import { describe, expect, test } from 'vitest'
import { filesInZip, isPlainZip } from '../../../electron/workbook/unpack-zip.ts'
import { buildXlsx } from '../../builders/xlsx-builder.ts'
import { buildZip } from '../../builders/zip-builder.ts'

const workbook = buildXlsx({ sheets: [{ name: 'S', cells: { A1: 1 } }] })
const namesIn = (zip: Buffer): string[] => [...filesInZip(zip)].map(({ name }) => name)

/** The bytes of a name, written in hexadecimal up to its ending. */
const gbk = (hex: string): Buffer => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from('.xlsx')])

/**
 * A zip with names of exactly these bytes, flagged as UTF-8 or not, as Chinese Windows leaves it. The bytes are put in
 * afterwards, because the builder writes UTF-8.
 */
function withNames(names: readonly Buffer[], flags = 0): Buffer {
  const stand = names.map((name, index) => `${String(index).padStart(name.length - 5, 'x')}.xlsx`)
  const zip = buildZip(stand.map((name) => ({ name, data: workbook, flags })))
  names.forEach((name, index) => {
    for (let at = zip.indexOf(stand[index] ?? ''); at >= 0; at = zip.indexOf(stand[index] ?? '', at + 1)) name.copy(zip, at)
  })
  return zip
}

test('a zip of workbooks is a folder, a workbook and other zips are not', () => {
  expect(isPlainZip(buildZip([{ name: '乡镇/甲小学.xlsx', data: workbook }]))).toBe(true)
  expect(
    isPlainZip(
      buildZip([
        { name: '甲小学.XLS', data: 'x' },
        { name: '说明.txt', data: 'x' },
      ]),
    ),
  ).toBe(true)
  expect(isPlainZip(workbook)).toBe(false)
  expect(isPlainZip(buildZip([{ name: 'a.txt', data: 'x' }]))).toBe(false)
  expect(isPlainZip(Buffer.from('PK\x03\x04'))).toBe(false)
  expect(isPlainZip(Buffer.alloc(0))).toBe(false)
})

test('files come out by their own names; what archivers and systems add is passed over', () => {
  const zip = buildZip(
    ['乡镇/甲小学.xlsx', '乡镇\\乙小学.xlsx', '__MACOSX/._甲小学.xlsx', '乡镇/~$甲小学.xlsx', '.DS_Store', '空/'].map((name) => ({
      name,
      data: name.endsWith('/') ? '' : workbook,
    })),
  )
  expect(namesIn(zip)).toEqual(['甲小学.xlsx', '乙小学.xlsx'])
  expect([...filesInZip(zip)][0]?.bytes).toEqual(new Uint8Array(workbook))
})

describe('names in the code page of Chinese Windows', () => {
  test('are read, and two of one length are two', () => {
    expect(namesIn(withNames([gbk('b0d7cbaed0a1d1a7'), gbk('bad8cbaed0a1d1a7')]))).toEqual(['白水小学.xlsx', '贺水小学.xlsx'])
  })

  test.each([
    // CE C4 and CE E4 are Ä and ä with one letter per byte; E9 46 and E9 66 are F and f.
    ['Western', ['cec4d7af', 'cee4d7af'], ['文庄', '武庄']],
    ['ASCII', ['e946', 'e966'], ['镕', '閒']],
  ])('whose bytes differ only in the case of a %s letter are two schools', (_what, bytes, names) => {
    const zip = withNames(bytes.map(gbk))
    expect(isPlainZip(zip)).toBe(true)
    expect(namesIn(zip)).toEqual(names.map((name) => `${name}.xlsx`))
  })

  test('are read where the bytes would pass for UTF-8', () => {
    expect(namesIn(withNames([gbk('c3b7c9bdd0a1d1a7')]))).toEqual(['梅山小学.xlsx'])
  })

  test('are read though the zip says that they are UTF-8', () => {
    expect(namesIn(withNames([gbk('b0d7cbae')], 0x800))).toEqual(['白水.xlsx'])
  })
})

describe('names in UTF-8', () => {
  test.each(['école.xlsx', 'Ünal ½.xlsx', '梅山镇中心小学.xlsx', '梅山镇 ÷ é.xlsx'])('%s is read, with the flag and without', (name) => {
    expect(namesIn(withNames([Buffer.from(name)], 0x800))).toEqual([name])
    expect(namesIn(withNames([Buffer.from(name)]))).toEqual([name])
  })

  test('are never taken for Chinese when the zip says what they are', () => {
    expect(namesIn(withNames([Buffer.from('Школа.xlsx')], 0x800))).toEqual(['Школа.xlsx'])
  })
})

test('a name that is in no code page we know is kept byte by byte', () => {
  expect(namesIn(withNames([gbk('ffff')]))).toEqual(['ÿÿ.xlsx'])
})

test('a broken file in a zip has its reason and does not halt the others', () => {
  const zip = buildZip([
    { name: '甲.xlsx', data: workbook, crc: 1 },
    { name: '乙.xlsx', data: workbook },
  ])
  expect([...filesInZip(zip)].map(({ name, problem }) => [name, problem?.code ?? null])).toEqual([
    ['甲.xlsx', 'file-damaged'],
    ['乙.xlsx', null],
  ])
})
