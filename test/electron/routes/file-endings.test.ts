import { expect, test } from 'vitest'
import { fileAnswer } from '../../../electron/routes/answers.ts'
import { endingOf, filePattern, mediaTypes } from '../../../shared/file-endings.ts'

test("a file's ending is found in any case, in a path too; what the program does not write has none", () => {
  expect(['汇总.xlsx', '/a.b/汇总.PDF', 'x.docx', 'a.zip'].map(endingOf)).toEqual(['xlsx', 'pdf', 'docx', 'zip'])
  expect(['xlsx', 'a.xls', 'a.', '', 'a.toString', '/a.pdf/b'].map(endingOf)).toEqual([null, null, null, null, null, null])
})

test('every ending has a media type, and usage spells the endings as alternatives', () => {
  for (const type of Object.values(mediaTypes)) expect(type).toMatch(/^(application|text)\/[\w.-]+(; charset=utf-8)?$/)
  expect(filePattern(['xlsx', 'pdf'])).toBe('FILE.xlsx|pdf')
})

test('an answer is of the type that its name says; what the program does not write is bytes and nothing else', () => {
  expect(fileAnswer('汇总.pdf', new Uint8Array([1]))).toEqual({ name: '汇总.pdf', type: 'application/pdf', bytes: new Uint8Array([1]) })
  expect(fileAnswer('表.html', '<p>')).toMatchObject({ type: mediaTypes.html, bytes: new TextEncoder().encode('<p>') })
  expect(fileAnswer('original.htm', new Uint8Array()).type).toBe('application/octet-stream')
})
