import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../shared/check/findings.ts'
import { parseDate } from '../../shared/period/parse-date.ts'
import { fail, ProblemError, type Problem } from '../../shared/problem.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import { findingSentence } from '../../shared/text/finding-sentence.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { taskKey, type UnitCode } from '../../shared/words.ts'
import { writeFileAtomic } from '../machine/files.ts'
import { sha256 } from '../machine/digest.ts'
import { checkEverything } from '../services/totals/check-county.ts'
import { checkFiling } from '../services/filing/check-filing.ts'
import { enterFacts, type CellChange } from '../services/filing/enter-facts.ts'
import { explainQuery } from '../services/filing/explain-query.ts'
import { exportEach } from '../services/roster/export-all.ts'
import { exportWorkbook, type NamedWorkbook } from '../services/filing/export-workbook.ts'
import { refusedCells } from '../services/filing/refused-cells.ts'
import { filingText } from '../services/filing/filing-text.ts'
import { returnFiling } from '../services/filing/return-filing.ts'
import type { Session } from '../services/workspace/session.ts'
import { signFiling } from '../services/filing/sign-filing.ts'
import { required } from './arguments.ts'
import { columns, onTask, type Command } from './command.ts'
import { changesOf, readFactsFile } from './facts-file.ts'

const setUsage = 'set WORKSPACE --unit CODE [--from FILE.json] [CELL=VALUE …] [--task KEY]'

const set: Command = {
  name: 'set',
  usage: setUsage,
  options: { ...onTask, unit: { type: 'string' }, from: { type: 'string' } },
  takes: Infinity,
  run: async ({ positionals, text, lang: spoken }, setting) => {
    const session = await setting.open(positionals[0])
    const unit = required(text('unit'), setUsage)
    const from = text('from')
    const file = from === undefined ? null : readFactsFile(from)
    const typed = positionals.slice(1).map((one): CellChange => {
      const at = one.indexOf('=')
      return at < 1 ? fail('usage', { what: setUsage }) : { cell: one.slice(0, at), text: one.slice(at + 1) }
    })
    const result = enterFacts(session, unit, [...(file === null ? [] : changesOf(file)), ...typed])
    const refused: { cell: string; value: string; problem: Problem }[] = result.refused.map((one) => ({
      cell: one.cell,
      value: one.text,
      problem: one.problem,
    }))
    for (const [key, said] of Object.entries(file?.explanations ?? {})) {
      const problem = tryExplain(session, unit, key, said)
      if (problem !== null) refused.push({ cell: key, value: said, problem })
    }
    return {
      json: {
        set: result.saved.length,
        refused: refused.map(({ cell, value, problem }) => ({
          cell,
          value,
          code: problem.code,
          message: problemSentence(problem, spoken),
        })),
      },
      text: (lang) =>
        [
          commandLineSentences(lang).saved(result.saved.length),
          ...refused.map(({ cell, problem }) => `${cell}: ${problemSentence(problem, lang)}`),
        ].join('\n'),
      problems: refused.length > 0,
    }
  },
}

function tryExplain(session: Session, unit: UnitCode, key: string, text: string): Problem | null {
  try {
    explainQuery(session, unit, key, text)
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
}

const factsUsage = 'facts WORKSPACE --unit CODE [--task KEY]'

const facts: Command = {
  name: 'facts',
  usage: factsUsage,
  options: { ...onTask, unit: { type: 'string' } },
  run: async ({ positionals, text }, setting) => {
    const session = await setting.open(positionals[0])
    return { json: filingText(session, required(text('unit'), factsUsage)) }
  },
}

const check: Command = {
  name: 'check',
  usage: 'check WORKSPACE [--unit CODE] [--task KEY]',
  options: { ...onTask, unit: { type: 'string' } },
  run: async ({ positionals, text, lang: spoken }, setting) => {
    const session = await setting.open(positionals[0])
    const unit = text('unit')
    const findings = unit === undefined ? checkEverything(session) : checkFiling(session, unit)
    const refused = refusedCells(session, unit)
    const task = taskKey(session.task)
    return {
      json: [
        ...findings.map((one) => ({
          unit: one.unit,
          check: one.check,
          level: one.level,
          cells: one.cells,
          message: findingSentence(session.scheme, one, spoken),
          because: one.because,
          explained: one.explained,
          task,
        })),
        ...refused.map(({ unit, cell, problem }) => ({
          unit,
          check: null,
          code: problem.code,
          level: 'error',
          cells: [cell],
          message: problemSentence(problem, spoken),
          because: '',
          explained: false,
          task,
        })),
      ],
      text: (lang) =>
        findings.length + refused.length === 0
          ? commandLineSentences(lang).checksHold
          : [
              ...findings.map((one) => findingLine(session.scheme, one, lang)),
              ...refused.map(({ unitName, cell, problem }) => `✘ ${unitName} ${cell}: ${problemSentence(problem, lang)}`),
            ].join('\n'),
      problems: refused.length > 0 || findings.some((one) => !one.explained),
    }
  },
}

function findingLine(scheme: Scheme, finding: Finding, lang: LanguageCode): string {
  const mark = finding.level === 'error' ? '✘' : finding.explained ? '✎' : '?'
  return `${mark} ${finding.unitName} ${finding.check} ${finding.cell}: ${findingSentence(scheme, finding, lang)}${finding.because === '' ? '' : ` (${finding.because})`}`
}

const signUsage = 'sign WORKSPACE --unit CODE --filler NAME --head NAME [--statistician NAME] [--phone P] [--date YYYY-MM-DD] [--task KEY]'

const sign: Command = {
  name: 'sign',
  usage: signUsage,
  options: {
    ...onTask,
    unit: { type: 'string' },
    filler: { type: 'string' },
    head: { type: 'string' },
    statistician: { type: 'string' },
    phone: { type: 'string' },
    date: { type: 'string' },
  },
  run: async ({ positionals, text }, setting) => {
    const session = await setting.open(positionals[0])
    const unit = required(text('unit'), signUsage)
    const signOff = {
      head: required(text('head'), signUsage),
      filler: required(text('filler'), signUsage),
      statistician: text('statistician') ?? '',
      phone: text('phone') ?? '',
      reportedOn: dayOf(text('date')),
    }
    const { revision, digest } = signFiling(session, unit, signOff, signOff.filler)
    return {
      json: { unit, revision, digest },
      text: (lang) => commandLineSentences(lang).signed(revision, digest),
    }
  },
}

function dayOf(text: string | undefined): string | null {
  return text === undefined ? null : (parseDate(text) ?? fail('usage', { what: '--date YYYY-MM-DD' }))
}

const exportUsage = 'export WORKSPACE --unit CODE|--all --out PATH [--blank] [--task KEY]'

const exportCommand: Command = {
  name: 'export',
  usage: exportUsage,
  options: { ...onTask, unit: { type: 'string' }, all: { type: 'boolean' }, out: { type: 'string' }, blank: { type: 'boolean' } },
  run: async ({ positionals, text, flag }, setting) => {
    const session = await setting.open(positionals[0])
    const out = required(text('out'), exportUsage)
    if (flag('all') === (text('unit') !== undefined)) fail('usage', { what: exportUsage })
    const written: { file: string; unit: string; sha256: string }[] = []
    const keep = async (book: NamedWorkbook, file: string): Promise<void> => {
      await writeFileAtomic(file, book.bytes)
      written.push({ file, unit: book.unit, sha256: sha256(book.bytes) })
    }
    const form = { blank: flag('blank'), appVersion: setting.machine.version }
    if (flag('all')) {
      for await (const book of exportEach(session, form, async () => {})) await keep(book, join(out, book.name))
    } else {
      const book = await exportWorkbook(session, required(text('unit'), exportUsage), form)
      await keep(book, out.endsWith('.xlsx') && !isFolder(out) ? out : join(out, book.name))
    }
    return { json: { files: written }, text: () => columns(written.map(({ unit, file }) => [unit, file])) }
  },
}

const returnUsage = 'return WORKSPACE --unit CODE --out FILE [--task KEY]'

const returnCommand: Command = {
  name: 'return',
  usage: returnUsage,
  options: { ...onTask, unit: { type: 'string' }, out: { type: 'string' } },
  run: async ({ positionals, text }, setting) => {
    const session = await setting.open(positionals[0])
    const out = required(text('out'), returnUsage)
    const place = (name: string): string => (out.endsWith('.xlsx') && !isFolder(out) ? out : join(out, name))
    // Written before the filing is marked, because a filing that is marked is waited for, and without the file nobody corrects it.
    const { name, unit, bytes, cells } = await returnFiling(
      session,
      required(text('unit'), returnUsage),
      setting.machine.version,
      async (written) => writeFileAtomic(place(written.name), written.bytes),
    )
    const file = place(name)
    return {
      json: { file, unit, cells, sha256: sha256(bytes) },
      text: (lang) => commandLineSentences(lang).commented(file, cells),
    }
  },
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

export const filingCommands: readonly Command[] = [set, facts, check, sign, exportCommand, returnCommand]
