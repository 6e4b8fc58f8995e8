import { groupings, type Grouping } from '../../shared/consolidation/grouping.ts'
import { moneyUnits, type MoneyUnit } from '../../shared/consolidation/money.ts'
import { endingOf, filePattern } from '../../shared/file-endings.ts'
import { fail } from '../../shared/problem.ts'
import { groupTitle } from '../../shared/text/group-title.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import { taskKey } from '../../shared/words.ts'
import { evaluateCounty } from '../services/evaluation/evaluate.ts'
import { pdfOf } from '../services/printing.ts'
import { consolidate, indicatorsBy, totalsOf } from '../services/totals/consolidate.ts'
import { lineageOf } from '../services/totals/lineage.ts'
import { summaryCsv } from '../services/totals/summary-csv.ts'
import { bookOfSummary, pageOfSummary, readSummary } from '../services/totals/summary.ts'
import { required, type CommandInput } from './arguments.ts'
import { columns, onTask, type Command } from './command.ts'
import { endingOfOut, writeOut, type Writers } from './write-out.ts'

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
  usage: `consolidate WORKSPACE [--by ${groupings.join('|')}] [--out ${filePattern(totalsEndings)}] [--money ${moneyUnits.join('|')}] [--task KEY]`,
  options: { ...onTask, by: { type: 'string' }, out: { type: 'string' }, money: { type: 'string' } },
  run: async (given, setting) => {
    const session = await setting.open(given.positionals[0])
    const by = groupingOf(given)
    const out = given.text('out')
    const ending = out === undefined ? null : endingOfOut(out, totalsEndings, `--out ${filePattern(totalsEndings)}`)
    const money = moneyOf(given, out)
    const held = out === undefined ? null : readSummary(session, { by, money })
    const groups = held === null ? consolidate(session, by) : held.levels.map(totalsOf)
    if (out !== undefined && ending !== null && held !== null) {
      const writers: Writers<(typeof totalsEndings)[number]> = {
        xlsx: () => bookOfSummary(held.summary),
        pdf: () => pdfOf((fonts) => pageOfSummary(held.summary, fonts), setting.printing),
        csv: () => summaryCsv(session, groups),
      }
      await writeOut(out, ending, writers)
    }
    return {
      json: { scheme: session.scheme.id, period: session.task.period, groups, ...(out === undefined ? {} : { file: out }) },
      text: (lang) =>
        [
          ...groups.map((group) => `${groupTitle(group.title, lang)}  ${group.units.filed}/${group.units.expected}`),
          ...(out === undefined ? [] : [commandLineSentences(lang).written(out)]),
        ].join('\n'),
    }
  },
}

const indicators: Command = {
  name: 'indicators',
  usage: 'indicators WORKSPACE [--by …] [--task KEY]',
  options: { ...onTask, by: { type: 'string' } },
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

const lineageUsage = 'lineage WORKSPACE CELL [--by …] [--group KEY] [--task KEY]'

const lineage: Command = {
  name: 'lineage',
  usage: lineageUsage,
  options: { ...onTask, by: { type: 'string' }, group: { type: 'string' } },
  takes: 2,
  run: async (given, setting) => {
    const session = await setting.open(given.positionals[0])
    const rows = await lineageOf(
      session,
      setting.runtime.reader(session),
      required(given.positionals[1], lineageUsage),
      groupingOf(given),
      given.text('group'),
    )
    const task = taskKey(session.task)
    return {
      json: rows.map(({ unit, name, value, file, sheet, cell, at, by }) => ({ unit, name, value, file, sheet, cell, at, by, task })),
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
  usage: 'evaluate WORKSPACE [--task KEY]',
  options: onTask,
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

export const totalsCommands: readonly Command[] = [consolidateCommand, indicators, lineage, evaluate]
