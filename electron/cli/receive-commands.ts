import { readFileSync } from 'node:fs'
import type { BatchFile } from '../../shared/api/batch.ts'
import { mayBeTaken, verdictDefinitions } from '../../shared/receive/verdicts.ts'
import { fail } from '../../shared/problem.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import type { NamedFile } from '../machine/files.ts'
import { commitBatch, discardBatch, openFiles, startBatch, undoBatch, viewBatch } from '../services/receive/batches.ts'
import { assertBatchOfTask } from '../services/receive/batch-task.ts'
import { receiveFiles } from '../services/receive/receive-files.ts'
import { filingStatusOf } from '../services/roster/filing-status.ts'
import { required } from './arguments.ts'
import { columns, onTask, type Command } from './command.ts'
import { filesUnder } from './files-under.ts'

const receiveUsage = 'receive WORKSPACE PATH… [--dry-run] [--task KEY]'

const receive: Command = {
  name: 'receive',
  usage: receiveUsage,
  options: { ...onTask, 'dry-run': { type: 'boolean' } },
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
      text: (lang) => {
        const said = commandLineSentences(lang)
        if (preview.files.length === 0) return said.noFiles
        const ending = flag('dry-run')
          ? said.previewed(preview.committed, parked)
          : nothing
            ? said.nothingNew
            : said.received(batch, view.committed, parked)
        return `${columns(preview.files.flatMap((file) => fileRows(file, lang)))}\n${ending}`
      },
      problems:
        parked > 0 ||
        results.some((file) => file.problems.length > 0) ||
        preview.files.some((file) => file.errors > 0 && mayBeTaken(file.verdict)),
    }
  },
}

/** A file's rows for people: its verdict, then its problems. */
function fileRows({ verdict, unit, name, problems }: BatchFile, lang: LanguageCode): string[][] {
  const placed = problems.map((one) => [
    '',
    [one.sheet, one.cell].filter((part) => part !== null).join('!'),
    problemSentence(one.problem, lang),
  ])
  return [[verdict, unit ?? '', name], ...placed]
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

const undoUsage = 'undo WORKSPACE BATCH [--task KEY]'

const undo: Command = {
  name: 'undo',
  usage: undoUsage,
  options: onTask,
  takes: 2,
  run: async ({ positionals }, setting) => {
    const session = await setting.open(positionals[0])
    const batch = Number(required(positionals[1], undoUsage))
    if (!Number.isInteger(batch)) fail('usage', { what: undoUsage })
    assertBatchOfTask(session, batch)
    const undone = undoBatch(session, batch)
    return { json: undone, text: (lang) => commandLineSentences(lang).undone(batch, undone.restored) }
  },
}

const status: Command = {
  name: 'status',
  usage: 'status WORKSPACE [--task KEY]',
  options: onTask,
  run: async ({ positionals }, setting) => {
    const json = filingStatusOf(await setting.open(positionals[0]))
    return {
      json,
      text: (lang) =>
        [
          commandLineSentences(lang).filed(json.filed, json.expected),
          columns(json.byTownship.map((one) => [one.township, `${one.filed}/${one.expected}`])),
          ...json.missing.map((one) => `${one.code} ${one.name}`),
        ].join('\n'),
    }
  },
}

export const receiveCommands: readonly Command[] = [receive, undo, status]
