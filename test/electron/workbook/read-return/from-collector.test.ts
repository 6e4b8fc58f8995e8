import { expect, test } from 'vitest'
import type { ReturnManifest } from '../../../../electron/workbook/read-return/manifest.ts'
import { readFromCollector } from '../../../../electron/workbook/read-return/from-collector.ts'
import { loadMinsheng } from '../../../builders/demo-returns.ts'

/** The collector's data in a workbook; only values that the program writes are taken from the manifest. */
const scheme = loadMinsheng()
const [parameter = ''] = scheme.parameters.keys()

function manifest(values: Record<string, string>): ReturnManifest {
  return {
    scheme: scheme.id,
    version: scheme.version,
    period: '2021',
    unitCode: 'S1',
    unitName: '一小',
    revision: 1,
    changedAt: null,
    carriesFiling: true,
    draft: false,
    names: { cells: new Map(), signs: new Map(), whys: new Map() },
    values: new Map(Object.entries(values)),
  }
}
const issuer = { 'issuer-code': '341524', 'issuer-name': '金寨县教育局' }

test('remarks, parameters and the collector’s own values are taken as they were written', () => {
  const own = [{ name: parameter, from: '2021', source: '县财教〔2021〕3号' }]
  const read = readFromCollector(
    manifest({
      ...issuer,
      'remark:MS00.03.4': '【须改正】…\n【需说明】…',
      [`parameter:${parameter}`]: '6.5E2',
      'own-values': JSON.stringify(own),
    }),
    scheme,
  )
  expect(read).toEqual({
    issuer: { code: '341524', name: '金寨县教育局' },
    remarks: [['MS00.03.4', '【须改正】…\n【需说明】…']],
    parameters: [[parameter, 6_500_000]],
    ownValues: own,
  })
})

test('a workbook that the filing unit wrote itself, or that does not say who did, tells nothing', () => {
  const values = { 'remark:MS00.03.4': '…' }
  expect(readFromCollector(manifest({ ...values, 'issuer-code': 'S1', 'issuer-name': '一小' }), scheme)).toBeNull()
  expect(readFromCollector(manifest(values), scheme)).toBeNull()
})

test('cells and parameters that the scheme does not have, and what is no list of values, are left out', () => {
  const read = readFromCollector(
    manifest({
      ...issuer,
      'remark:XX.1.1': '…',
      'remark:': '…',
      'remark:MS00.03.4': '  ',
      'parameter:没有这个': '5',
      [`parameter:${parameter}`]: '约六百',
      'own-values': JSON.stringify([
        null,
        5,
        { name: parameter },
        { name: '没有这个', from: '2021', source: '' },
        { name: parameter, from: '去年', source: '' },
      ]),
    }),
    scheme,
  )
  expect(read).toMatchObject({ remarks: [], parameters: [], ownValues: [] })
  for (const text of ['[', '{}', '"x"', 'null'])
    expect(readFromCollector(manifest({ ...issuer, 'own-values': text }), scheme)?.ownValues).toEqual([])
})

test('no more remarks, and no longer ones, than a return file can have', () => {
  const many = Object.fromEntries(Array.from({ length: 6000 }, (_, line) => [`remark:MS04.${line + 1}.项目`, 'x'.repeat(9000)]))
  const remarks = readFromCollector(manifest({ ...issuer, ...many }), scheme)?.remarks ?? []
  expect(remarks).toHaveLength(5000)
  expect(remarks[0]?.[1]).toHaveLength(4000)
})
