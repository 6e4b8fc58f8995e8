import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Problem } from '../../shared/problem.ts'
import { commandLineSentences } from '../../shared/text/command-line.ts'
import type { LanguageCode } from '../../shared/text/languages.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { guessKind } from '../../shared/unit/guess-kind.ts'
import { unitWith } from '../../shared/unit/unit.ts'
import { importRoster, type ImportedRoster } from '../services/roster/keep-roster.ts'
import { backUpInto, restoreFrom, verifyOpen } from '../services/workspace/safety.ts'
import { findScheme } from '../services/scheme/schemes.ts'
import { listRoster } from '../services/roster/filing-status.ts'
import { asCollector, makeFilled } from '../services/workspace/workspaces.ts'
import { takeWorkspace } from '../services/workspace/runtime.ts'
import type { Session } from '../services/workspace/session.ts'
import { required } from './arguments.ts'
import { columns, onTask, type Command, type Setting } from './command.ts'

const initUsage = 'init WORKSPACE --scheme ID|FILE --period P --unit CODE --name NAME [--roster FILE] [--kind K] [--township T] [--class C]'

const init: Command = {
  name: 'init',
  usage: initUsage,
  options: {
    scheme: { type: 'string' },
    period: { type: 'string' },
    unit: { type: 'string' },
    name: { type: 'string' },
    roster: { type: 'string' },
    kind: { type: 'string' },
    township: { type: 'string' },
    class: { type: 'string' },
  },
  run: async ({ positionals, text }, setting) => {
    const [code, name] = [required(text('unit'), initUsage), required(text('name'), initUsage)]
    const unit = unitWith({
      code,
      name,
      kind: text('kind') ?? guessKind(code, name),
      township: text('township') ?? '',
      class: text('class') ?? '',
    })
    const scheme = findScheme(required(text('scheme'), initUsage), setting.runtime.schemeFolder)
    const roster = text('roster')
    const path = required(positionals[0], initUsage)
    const { session, imported } = await makeFilled(
      { path, role: roster === undefined ? 'school' : 'county', scheme, period: required(text('period'), initUsage), unit },
      setting.machine.clock,
      async (made) => (roster === undefined ? { session: made, imported: null } : importFile(made, setting, roster)),
    )
    takeWorkspace(setting.runtime, session.workspace)
    return {
      json: {
        workspace: path,
        unit: code,
        schemes: [scheme.scheme.id],
        ...(imported === null ? {} : { roster: { added: imported.added, changed: imported.changed } }),
      },
      text: (lang) => commandLineSentences(lang).made(path) + rosterProblems(imported, lang),
      problems: (imported?.problems.length ?? 0) > 0,
      notes: rosterNotes(imported),
    }
  },
}

/** Imports a roster file and makes the owner a collector. Returns the import's result and the session after the import. */
async function importFile(session: Session, setting: Setting, file: string): Promise<{ imported: ImportedRoster; session: Session }> {
  const imported = await importRoster(session, setting.runtime.reader(session), basename(file), new Uint8Array(readFileSync(file)), {
    dry: false,
  })
  return { imported, session: asCollector(session) }
}

/** The problems of an import, then the warnings. Only problems cause exit 1, because units with a warning are imported. */
function rosterNotes(imported: ImportedRoster | null): Problem[] {
  return imported === null ? [] : [...imported.problems, ...imported.warnings]
}

function rosterProblems(imported: ImportedRoster | null, lang: LanguageCode): string {
  return rosterNotes(imported)
    .map((one) => `\n${problemSentence(one, lang)}`)
    .join('')
}

const roster: Command = {
  name: 'roster',
  usage: 'roster WORKSPACE [--import FILE.xlsx|csv] [--task KEY]',
  options: { ...onTask, import: { type: 'string' } },
  run: async ({ positionals, text }, setting) => {
    const opened = await setting.open(positionals[0])
    const file = text('import')
    const { imported, session } = file === undefined ? { imported: null, session: opened } : await importFile(opened, setting, file)
    const rows = listRoster(session).map(unitWith)
    return {
      json: rows,
      text: (lang) => columns(rows.map((row) => Object.values(row))) + rosterProblems(imported, lang),
      problems: (imported?.problems.length ?? 0) > 0,
      notes: rosterNotes(imported),
    }
  },
}

const backup: Command = {
  name: 'backup',
  usage: 'backup WORKSPACE [--out FILE]',
  options: { out: { type: 'string' } },
  run: async ({ positionals, text }, setting) => {
    const session = await setting.open(positionals[0])
    const file = await backUpInto(session, text('out'))
    return { json: { ok: true, file }, text: (lang) => commandLineSentences(lang).backedUp(file) }
  },
}

const restore: Command = {
  name: 'restore',
  usage: 'restore WORKSPACE --from FILE',
  options: { from: { type: 'string' } },
  run: async ({ positionals, text }, { machine }) => {
    const usage = 'restore WORKSPACE --from FILE'
    const restored = await restoreFrom(required(positionals[0], usage), required(text('from'), usage), machine.clock)
    return { json: { ok: true, ...restored }, text: (lang) => commandLineSentences(lang).restored(restored.path) }
  },
}

const verify: Command = {
  name: 'verify',
  usage: 'verify WORKSPACE',
  run: async ({ positionals }, setting) => {
    const verification = verifyOpen(await setting.open(positionals[0]))
    return {
      json: verification,
      text: (lang) =>
        verification.ok
          ? commandLineSentences(lang).sound(verification.filings, verification.originals)
          : JSON.stringify(verification.found, null, 1),
      problems: !verification.ok,
    }
  },
}

export const workspaceCommands: readonly Command[] = [init, roster, backup, restore, verify]
