import { expect, test } from 'vitest'
import { filesInZip, isPlainZip } from '../../../electron/workbook/unpack-zip.ts'
import { buildXlsx } from '../../builders/xlsx-builder.ts'
import { buildZip } from '../../builders/zip-builder.ts'

const workbook = buildXlsx({ sheets: [{ name: 'S', cells: { A1: 1 } }] })
const namesIn = (zip: Buffer): string[] => [...filesInZip(zip)].map(({ name }) => name)

/** A zip as Chinese Windows writes it: names in GBK, no flag. The builder writes UTF-8, so the bytes are put in afterwards. */
function withGbkNames(names: readonly Buffer[]): Buffer {
  const stand = names.map((name, index) => `${String(index).padStart(name.length - 5, 'x')}.xlsx`)
  const zip = buildZip(stand.map((name) => ({ name, data: workbook })))
  names.forEach((name, index) => {
    for (let at = zip.indexOf(stand[index] ?? ''); at >= 0; at = zip.indexOf(stand[index] ?? '', at + 1)) name.copy(zip, at)
  })
  return zip
}

test('a zip of workbooks is a folder, a workbook and other zips are not', () => {
  expect(isPlainZip(buildZip([{ name: '乡镇/甲小学.xlsx', data: workbook }]))).toBe(true)
  expect(isPlainZip(buildZip([{ name: '甲小学.XLS', data: 'x' }, { name: '说明.txt', data: 'x' }]))).toBe(true)
  expect(isPlainZip(workbook)).toBe(false)
  expect(isPlainZip(buildZip([{ name: 'a.txt', data: 'x' }]))).toBe(false)
  expect(isPlainZip(Buffer.from('PK\x03\x04'))).toBe(false)
  expect(isPlainZip(Buffer.alloc(0))).toBe(false)
})

test('files come out by their own names; what archivers and systems add is passed over', () => {
  const zip = buildZip(['乡镇/甲小学.xlsx', '乡镇\\乙小学.xlsx', '__MACOSX/._甲小学.xlsx', '乡镇/~$甲小学.xlsx', '.DS_Store', '空/'].map((name) => ({ name, data: name.endsWith('/') ? '' : workbook })))
  expect(namesIn(zip)).toEqual(['甲小学.xlsx', '乙小学.xlsx'])
  expect([...filesInZip(zip)][0]?.bytes).toEqual(new Uint8Array(workbook))
})

test('names in the code page of Chinese Windows are read, and two of one length are two', () => {
  const names = ['b0d7cbaed0a1d1a7', 'bad8cbaed0a1d1a7'].map((hex) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from('.xlsx')]))
  expect(namesIn(withGbkNames(names))).toEqual(['白水小学.xlsx', '贺水小学.xlsx'])
})

test('schools whose names differ in one letter’s case, read byte by byte, are two schools', () => {
  // 文 is CE C4 and 武 is CE E4: as Western letters Ä and ä.
  const names = ['cec4d7af', 'cee4d7af'].map((hex) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from('.xlsx')]))
  expect(isPlainZip(withGbkNames(names))).toBe(true)
  expect(namesIn(withGbkNames(names))).toEqual(['文庄.xlsx', '武庄.xlsx'])
})

test('a name that is in no code page we know is kept byte by byte', () => {
  expect(namesIn(withGbkNames([Buffer.concat([Buffer.from('ffff', 'hex'), Buffer.from('.xlsx')])]))).toEqual(['ÿÿ.xlsx'])
})

test('a broken file in a zip has its reason and does not halt the others', () => {
  const zip = buildZip([{ name: '甲.xlsx', data: workbook, crc: 1 }, { name: '乙.xlsx', data: workbook }])
  expect([...filesInZip(zip)].map(({ name, problem }) => [name, problem?.code ?? null])).toEqual([['甲.xlsx', 'file-damaged'], ['乙.xlsx', null]])
})
