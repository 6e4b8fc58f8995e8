import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { composeRuntime } from '../../electron/compose/runtime.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { demoSchemes, loadDemo } from '../../electron/services/demo/demo-counties.ts'
import { demoReturns, prepareDemo, receiveDemo } from '../../electron/services/demo/make-demo.ts'
import { compareWithPublished, findConflicts } from '../../electron/services/demo/compare.ts'
import { viewReport, writeReport } from '../../electron/services/report/write-report.ts'
import { schemeFolder } from '../../electron/machine/product.ts'
import { takeWorkspace } from '../../electron/services/workspace/runtime.ts'

function textOf(docx: Uint8Array): string {
  return (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<[^>]+>/g, '')
}

describe('every scheme does its whole job: returns, totals, scores, conflicts, report', () => {
  test.each(demoSchemes(schemeFolder()))(
    '%s',
    async (scheme) => {
      const runtime = composeRuntime(plainMachine({ lang: 'zh' }))
      try {
        const county = loadDemo(runtime.schemeFolder, scheme)
        const session = await prepareDemo(runtime, county, join(mkdtempSync(join(tmpdir(), 'xiaotong-report-')), 'county.xiaotong'))
        takeWorkspace(runtime, session.workspace)
        await receiveDemo(session, runtime.reader(session), demoReturns(session, county, '0'), county.filings.length, async () => {})
        const figures = compareWithPublished(session, county)
        expect(figures.filter((figure) => !figure.same)).toEqual([])
        const { conflicts, others } = findConflicts(session, county)
        expect(conflicts.filter((conflict) => !conflict.found)).toEqual([])
        expect(others).toEqual([])
        expect((await viewReport(session, runtime.schemeFolder)).unresolved).toEqual([])
        const text = textOf(writeReport(session, runtime.schemeFolder).bytes)
        for (const { text: figure } of writeReport(session, runtime.schemeFolder).figures)
          expect(text).toContain(figure.replaceAll('&', '&amp;').replaceAll('<', '&lt;').split('\n')[0])
      } finally {
        runtime.close()
      }
    },
    240_000,
  )
})
