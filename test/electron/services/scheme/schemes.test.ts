import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'

const text = (version: number): string => `
scheme: small
version: '${version}'
title: 小方案
period: year
units: { all: 'kind <> ""' }
tables:
  - { code: A, title: 学生, filed-by: all, columns: [{ code: '1', title: 人数 }], rows: [{ code: '01', title: 一年级 }] }
`

test('the same text is parsed once; another text, even of the same version, is another scheme', () => {
  const first = loadScheme(text(1), 'small.yaml')
  expect(loadScheme(text(1), 'small.yaml')).toBe(first)
  expect(first.digest).toBe(createHash('sha256').update(text(1)).digest('hex'))
  const other = loadScheme(text(1).replace('学生', '教师'), 'small.yaml')
  expect(other.scheme.tables[0]?.title).toBe('教师')
  expect(other.digest).not.toBe(first.digest)
})

test('of very many texts the earliest are loaded again, with the same digest', () => {
  const first = loadScheme(text(1), 'small.yaml')
  for (let version = 2; version <= 60; version += 1) expect(loadScheme(text(version), 'small.yaml').scheme.version).toBe(String(version))
  const again = loadScheme(text(1), 'small.yaml')
  expect(again).not.toBe(first)
  expect(again.digest).toBe(first.digest)
})
