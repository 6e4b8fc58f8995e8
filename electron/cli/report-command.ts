import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { filePattern } from '../../shared/file-endings.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import { pdfOf } from '../services/printing.ts'
import { required } from './arguments.ts'
import { onTask, type Command } from './command.ts'
import { endingOfOut, writeOut, type Writers } from './write-out.ts'

const reportEndings = ['docx', 'pdf'] as const
const usage = `report WORKSPACE --out ${filePattern(reportEndings)} [--template FILE.docx] [--task KEY]`

const report: Command = {
  name: 'report',
  usage,
  options: { ...onTask, out: { type: 'string' }, template: { type: 'string' } },
  run: async ({ positionals, text }, { runtime, printing, open }) => {
    // Loaded late, because the Word library loads slowly and only `demo` needs it too.
    const { draftReport, printedReport, putTemplate } = await import('../services/report/write-report.ts')
    const session = await open(positionals[0])
    const out = required(text('out'), usage)
    const ending = endingOfOut(out, reportEndings, usage)
    const template = text('template')
    const own = template === undefined ? undefined : { name: basename(template), bytes: readFileSync(template) }
    const written = draftReport(session, runtime.schemeFolder, own)
    const { unresolved, failedChecks } = written
    if (unresolved.length === 0) {
      const writers: Writers<(typeof reportEndings)[number]> = {
        docx: () => written.bytes,
        pdf: async () => pdfOf(await printedReport(session, written), printing),
      }
      await writeOut(out, ending, writers)
      if (own !== undefined) putTemplate(session, own.name, own.bytes)
    }
    return {
      json: { file: unresolved.length === 0 ? out : null, unresolved, failedChecks },
      text: (lang) =>
        unresolved.length === 0
          ? writtenText(lang, out, failedChecks)
          : unresolved.map((one) => `${one.text}${one.where === '' ? '' : `  …${one.where}…`}`).join('\n'),
      problems: unresolved.length > 0,
    }
  },
}

/** The report's path, with a warning when checks of the totals fail, because figures of the report may then contradict each other. */
function writtenText(lang: LanguageCode, out: string, failed: number): string {
  const { written, checksFail } = commandLineSentences(lang)
  return written(out) + (failed > 0 ? checksFail(failed) : '')
}

export const reportCommands: readonly Command[] = [report]
