import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../shared/check/findings.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import { findingSentence } from '../../shared/text/finding-sentence.ts'
import { writeFileAtomic, type NamedFile } from '../machine/files.ts'
import { compareWithPublished, findConflicts } from '../services/demo/compare.ts'
import { loadDemo } from '../services/demo/demo-counties.ts'
import { DEFAULT_DEMO, demoReturns, prepareDemo, receiveDemo } from '../services/demo/make-demo.ts'
import { pdfOf } from '../services/printing.ts'
import { takeWorkspace } from '../services/workspace/runtime.ts'
import { bookOfSummary, pageOfSummary, readSummary } from '../services/totals/summary.ts'
import { writeReport } from '../services/report/write-report.ts'
import { WORKSPACE_ENDING } from '../services/workspace/workspaces.ts'
import { required } from './arguments.ts'
import { columns, type Command } from './command.ts'

const demo: Command = {
  name: 'demo',
  usage: 'demo --out DIR [--scheme ID]',
  options: { out: { type: 'string' }, scheme: { type: 'string' } },
  takes: 0,
  run: async ({ text }, setting) => {
    const out = required(text('out'), 'demo --out DIR [--scheme ID]')
    const { runtime, printing, machine } = setting
    const county = loadDemo(runtime.schemeFolder, text('scheme') ?? DEFAULT_DEMO)
    mkdirSync(join(out, 'returns'), { recursive: true })
    const workspace = join(out, `county${WORKSPACE_ENDING}`)
    const session = await prepareDemo(runtime, county, workspace)
    takeWorkspace(runtime, session.workspace)
    const files = [workspace]
    const returns = keepEach(demoReturns(session, county, machine.version), join(out, 'returns'), files)
    await receiveDemo(session, runtime.reader(session), returns, county.filings.length, async () => {})
    const printed = { xlsx: join(out, 'summary.xlsx'), pdf: join(out, 'summary.pdf') }
    const { summary } = readSummary(session, { by: 'county' })
    await writeFileAtomic(printed.xlsx, await bookOfSummary(summary))
    await writeFileAtomic(printed.pdf, await pdfOf((fonts) => pageOfSummary(summary, fonts), printing))
    const report = join(out, 'report.docx')
    await writeFileAtomic(report, writeReport(session, runtime.schemeFolder).bytes)
    files.push(printed.xlsx, printed.pdf, report)
    const figures = compareWithPublished(session, county)
    const { conflicts, others } = findConflicts(session, county)
    const said = (one: Finding) => ({ check: one.check, cell: one.cell, message: findingSentence(session.scheme, one, 'zh') })
    return {
      json: { figures, conflicts, others: others.map(said), files },
      text: (lang) => {
        const { figure, published, computed } = commandLineSentences(lang).comparison
        return [
          columns([
            [figure, published, computed, ''],
            ...figures.map((one) => [one.code, one.published, one.computed, one.same ? '✔' : '✘']),
          ]),
          ...conflicts.map((one) => `${one.found ? '✔' : '✘'} ${one.check}: ${one.message === '' ? one.what : one.message}`),
          ...files.slice(-3),
        ].join('\n')
      },
      problems: conflicts.length > 0 || others.length > 0 || figures.some((one) => !one.same),
    }
  },
}

async function* keepEach(returns: AsyncIterable<NamedFile>, folder: string, files: string[]): AsyncGenerator<NamedFile> {
  for await (const file of returns) {
    const path = join(folder, file.name)
    await writeFileAtomic(path, file.bytes)
    files.push(path)
    yield file
  }
}

export const demoCommands: readonly Command[] = [demo]
