import { readFileSync } from 'node:fs'
import { mayBeTaken, verdictDefinitions } from '../../shared/receive/verdicts.ts'
import { groupings, type Grouping } from '../../shared/consolidation/grouping.ts'
import { moneyUnits, type MoneyUnit } from '../../shared/consolidation/money.ts'
import { endingOf, filePattern } from '../../shared/file-endings.ts'
import { fail } from '../../shared/problem.ts'
import { groupTitle } from '../../shared/text/group-title.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import type { NamedFile } from '../machine/files.ts'
import { consolidate, indicatorsBy, totalsOf } from '../services/totals/consolidate.ts'
import { evaluateCounty } from '../services/evaluation/evaluate.ts'
import { lineageOf } from '../services/totals/lineage.ts'
import { pdfOf } from '../services/printing.ts'
import { commitBatch, discardBatch, openFiles, startBatch, undoBatch, viewBatch } from '../services/receive/batches.ts'
import { receiveFiles } from '../services/receive/receive-files.ts'
import { filingStatusOf } from '../services/roster/filing-status.ts'
import { summaryCsv } from '../services/totals/summary-csv.ts'
import { bookOfSummary, pageOfSummary, readSummary } from '../services/totals/summary.ts'
import { required, type CommandInput } from './arguments.ts'
import { columns, type Command } from './command.ts'
import { filesUnder } from './files-under.ts'
import { writeOut, type Writers } from './write-out.ts'

const receiveUsage = 'receive WORKSPACE PATH… [--dry-run]'

const receive: Command = {
  name: 'receive',
  usage: receiveUsage,
  says: { zh: '接收报送文件、文件夹或 zip', en: 'receive files, folders, zips' },
  options: { 'dry-run': { type: 'boolean' } },
  takes: Infinity,
  run: async ({ positionals, flag, lang: spoken }, setting) => {
    const session = await setting.open(positionals[0])
    if (positionals.length < 2) fail('usage', { what: receiveUsage })
    const files = filesUnder(positionals.slice(1))
    const { batch } = startBatch(session, setting.runtime.openBatches)
    const pending = openFiles(session, setting.runtime.openBatches, batch)
    await receiveFiles(session, setting.runtime.reader(session), pending, readEach(files), async () => {}, files.length)
    const preview = viewBatch(session, setting.runtime.openBatches, batch)
    // A batch without new content is discarded; a batch with parked files stays, because it keeps their reasons.
    const nothing = preview.files.every((file) => verdictDefinitions[file.verdict].taken === 'not-needed')
    const view =
      flag('dry-run') || nothing
        ? discardAfter(preview, () => discardBatch(session, setting.runtime.openBatches, batch))
        : await commitBatch(session, setting.runtime.openBatches, batch, { also: [], without: [] })
    const results = preview.files.map((file) => ({
      file: file.name,
      sha256: file.sha256,
      verdict: file.verdict,
      unit: file.unit,
      revision: file.revision,
      problems: file.problems.map((one) => ({
        code: one.problem.code,
        sheet: one.sheet,
        cell: one.cell,
        found: one.found,
        expected: one.expected,
        message: problemSentence(one.problem, spoken),
      })),
      differences: file.differences,
    }))
    const parked = results.filter(
      (file) =>
        verdictDefinitions[file.verdict].taken !== 'not-needed' &&
        !preview.files.some((one) => one.taken && one.name === file.file && one.sha256 === file.sha256),
    ).length
    return {
      json: { batch, committed: flag('dry-run') ? 0 : view.committed, parked, files: results },
      text: (lang) =>
        columns(
          preview.files.flatMap((file) => [
            [file.verdict, file.unit ?? '', file.name],
            ...file.problems.map((one) => [
              '',
              [one.sheet, one.cell].filter((part) => part !== null).join('!'),
              problemSentence(one.problem, lang),
            ]),
          ]),
        ),
      problems:
        parked > 0 ||
        results.some((file) => file.problems.length > 0) ||
        preview.files.some((file) => file.errors > 0 && mayBeTaken(file.verdict)),
    }
  },
}

/** Reads each file only on demand, because all files together may not fit in memory. */
function* readEach(files: ReturnType<typeof filesUnder>): Generator<NamedFile> {
  for (const { path, name } of files) yield { name, bytes: new Uint8Array(readFileSync(path)) }
}

/** Discards the batch of a receipt that commits nothing; returns the preview with `committed` 0. */
function discardAfter<View extends { committed: number }>(preview: View, discard: () => unknown): View {
  discard()
  return { ...preview, committed: 0 }
}

const undo: Command = {
  name: 'undo',
  usage: 'undo WORKSPACE BATCH',
  says: { zh: '撤销一批接收', en: 'take a batch back' },
  takes: 2,
  run: async ({ positionals }, setting) => {
    const session = await setting.open(positionals[0])
    const batch = Number(required(positionals[1], 'undo WORKSPACE BATCH'))
    if (!Number.isInteger(batch)) fail('usage', { what: 'undo WORKSPACE BATCH' })
    const undone = undoBatch(session, batch)
    return {
      json: undone,
      text: (lang) =>
        lang === 'zh' ? `第 ${batch} 批已撤销，恢复 ${undone.restored} 份` : `batch ${batch} undone, ${undone.restored} filings restored`,
    }
  },
}

const status: Command = {
  name: 'status',
  usage: 'status WORKSPACE',
  says: { zh: '报送情况', en: 'who has filed' },
  run: async ({ positionals }, setting) => {
    const json = filingStatusOf(await setting.open(positionals[0]))
    return {
      json,
      text: (lang) =>
        [
          lang === 'zh' ? `已报 ${json.filed}/${json.expected}` : `filed ${json.filed}/${json.expected}`,
          columns(json.byTownship.map((one) => [one.township, `${one.filed}/${one.expected}`])),
          ...json.missing.map((one) => `${one.code} ${one.name}`),
        ].join('\n'),
    }
  },
}

/** The grouping of --by; the county without --by. Fails with `usage` for an unknown grouping. */
function groupingOf({ text }: CommandInput): Grouping {
  const by = text('by') ?? 'county'
  return (groupings as readonly string[]).includes(by) ? (by as Grouping) : fail('usage', { what: `--by ${groupings.join('|')}` })
}

/** The unit of --money, or undefined without --money. Fails with `usage` unless --out is xlsx or pdf, because JSON and CSV stay exact. */
function moneyOf({ text }: CommandInput, out: string | undefined): MoneyUnit | undefined {
  const said = text('money')
  if (said === undefined) return undefined
  const unit = moneyUnits.find((one) => one === said)
  const ending = endingOf(out ?? '')
  return unit !== undefined && (ending === 'xlsx' || ending === 'pdf')
    ? unit
    : fail('usage', { what: `--out ${filePattern(['xlsx', 'pdf'])} --money ${moneyUnits.join('|')}` })
}

const totalsEndings = ['xlsx', 'pdf', 'csv'] as const

const consolidateCommand: Command = {
  name: 'consolidate',
  usage: `consolidate WORKSPACE [--by ${groupings.join('|')}] [--out ${filePattern(totalsEndings)}] [--money ${moneyUnits.join('|')}]`,
  says: { zh: '汇总', en: "the tables with each group's totals" },
  options: { by: { type: 'string' }, out: { type: 'string' }, money: { type: 'string' } },
  run: async (given, setting) => {
    const session = await setting.open(given.positionals[0])
    const by = groupingOf(given)
    const out = given.text('out')
    const money = moneyOf(given, out)
    const held = out === undefined ? null : readSummary(session, { by, money })
    const groups = held === null ? consolidate(session, by) : held.levels.map(totalsOf)
    if (out !== undefined && held !== null) {
      const writers: Writers<(typeof totalsEndings)[number]> = {
        xlsx: () => bookOfSummary(held.summary),
        pdf: () => pdfOf((fonts) => pageOfSummary(held.summary, fonts), setting.printing),
        csv: () => summaryCsv(session, groups),
      }
      await writeOut(out, writers, `--out ${filePattern(totalsEndings)}`)
    }
    return {
      json: { scheme: session.scheme.id, period: session.task.period, groups, ...(out === undefined ? {} : { file: out }) },
      text: (lang) =>
        [
          ...groups.map((group) => `${groupTitle(group.title, lang)}  ${group.units.filed}/${group.units.expected}`),
          ...(out === undefined ? [] : [lang === 'zh' ? `已写入 ${out}` : `written to ${out}`]),
        ].join('\n'),
    }
  },
}

const indicators: Command = {
  name: 'indicators',
  usage: 'indicators WORKSPACE [--by …]',
  says: { zh: '指标', en: 'computed figures' },
  options: { by: { type: 'string' } },
  run: async (given, setting) => {
    const groups = indicatorsBy(await setting.open(given.positionals[0]), groupingOf(given))
    return {
      json: { groups },
      text: (lang) =>
        groups
          .map(
            (group) =>
              `${groupTitle(group.title, lang)}\n${columns(Object.entries(group.indicators).map(([code, one]) => ['', code, one.shown, one.target ?? '']))}`,
          )
          .join('\n'),
    }
  },
}

const lineage: Command = {
  name: 'lineage',
  usage: 'lineage WORKSPACE CELL [--by …] [--group KEY]',
  says: { zh: '一个汇总数的来源', en: 'where a total comes from' },
  options: { by: { type: 'string' }, group: { type: 'string' } },
  takes: 2,
  run: async (given, setting) => {
    const session = await setting.open(given.positionals[0])
    const rows = await lineageOf(
      session,
      setting.runtime.reader(session),
      required(given.positionals[1], 'lineage WORKSPACE CELL'),
      groupingOf(given),
      given.text('group'),
    )
    return {
      json: rows.map(({ unit, name, value, file, sheet, cell, at, by }) => ({ unit, name, value, file, sheet, cell, at, by })),
      text: () =>
        columns(
          rows.map((row) => [
            row.unit,
            row.name,
            row.value,
            row.file ?? '',
            [row.sheet, row.cell].filter((part) => part !== null).join('!'),
          ]),
        ),
    }
  },
}

const evaluate: Command = {
  name: 'evaluate',
  usage: 'evaluate WORKSPACE',
  says: { zh: '评价得分', en: 'the scored evaluation' },
  run: async ({ positionals }, setting) => {
    const view = evaluateCounty(await setting.open(positionals[0]))
    return {
      json: view,
      text: () =>
        columns([
          ...view.items.map((item) => [item.code, item.title, `${item.score ?? '—'}/${item.points}`, item.reason]),
          ['', '', `${view.score ?? '—'}/${view.full}`, view.grade ?? ''],
        ]),
    }
  },
}

export const countyCommands: readonly Command[] = [receive, undo, status, consolidateCommand, indicators, lineage, evaluate]
