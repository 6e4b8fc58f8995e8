import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { composeRuntime } from '../../electron/compose/runtime.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { loadDemo } from '../../electron/services/demo/demo-counties.ts'
import { demoReturns, prepareDemo, receiveDemo } from '../../electron/services/demo/make-demo.ts'
import { takeWorkspace } from '../../electron/services/workspace/runtime.ts'
import { writeReport } from '../../electron/services/report/write-report.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaotong-word-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A text without white space and minus signs, because pdftotext drops a minus at the end of a line as a hyphen. */
function plain(text: string): string {
  return text.replace(/[\s-]+/g, '')
}

test.each(['minsheng', 'duties-jinyun', 'balanced', 'performance'])(
  'the report of %s opens in LibreOffice, and its PDF has every figure',
  async (scheme) => {
    const runtime = composeRuntime(plainMachine({ lang: 'zh' }))
    try {
      const county = loadDemo(runtime.schemeFolder, scheme)
      const session = await prepareDemo(runtime, county, join(folder, `${scheme}.xiaotong`))
      takeWorkspace(runtime, session.workspace)
      await receiveDemo(session, runtime.reader(session), demoReturns(session, county, '0'), county.filings.length, async () => {})
      const report = writeReport(session, runtime.schemeFolder)
      writeFileSync(join(folder, `${scheme}.docx`), report.bytes)
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, `${scheme}.docx`),
        ],
        { stdio: 'pipe' },
      )
      const text = plain(execFileSync('pdftotext', [join(folder, `${scheme}.pdf`), '-'], { encoding: 'utf8' }))
      const missing = report.figures.map((figure) => plain(figure.text)).filter((figure) => !text.includes(figure))
      expect(missing).toEqual([])
      expect(report.figures.length).toBeGreaterThan(10)
    } finally {
      runtime.close()
    }
  },
  300_000,
)
