import { describe, expect, it } from 'vitest'
import { joinZip, packPart, splitOwnZip, storePart } from '../../../../../electron/workbook/write-form/template/zip.ts'
import { filesInZip } from '../../../../../electron/workbook/unpack-zip.ts'

describe('a zip of our own', () => {
  it('comes apart again, names in Chinese included', () => {
    const zip = joinZip([packPart('xl/a.xml', '<a/>'), packPart('梅山小学.xlsx', '内容'.repeat(1000))])
    expect([...splitOwnZip(zip)]).toEqual([
      ['xl/a.xml', '<a/>'],
      ['梅山小学.xlsx', '内容'.repeat(1000)],
    ])
  })

  it('is read by the strict reader of files from outside, packed or stored', () => {
    const bytes = Buffer.from('already packed')
    const files = [...filesInZip(new Uint8Array(joinZip([packPart('a.xlsx', 'text'), storePart('b.xlsx', bytes)])))]
    expect(files.map((file) => [file.name, Buffer.from(file.bytes).toString('utf8')])).toEqual([
      ['a.xlsx', 'text'],
      ['b.xlsx', 'already packed'],
    ])
  })

  it('holds no time of its making', () => {
    expect(joinZip([packPart('a', 'b')])).toEqual(joinZip([packPart('a', 'b')]))
  })
})
