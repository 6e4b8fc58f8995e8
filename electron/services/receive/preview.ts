import type { BatchFile as BatchFileView } from '../../../shared/api/batch.ts'
import { runChecks } from '../../../shared/check/run-checks.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import { unpackFacts } from '../../../shared/filing/packed.ts'
import { fail, problem, type Problem } from '../../../shared/problem.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { timestamp } from '../../machine/clock.ts'
import { read, write, type ReadableDb } from '../../store/db.ts'
import { keepOriginal } from '../../store/originals.ts'
import { readUnit, listUnits } from '../../store/units.ts'
import type { ReadReturn, ReturnContent } from '../../workbook/return.ts'
import { contentDigest, factsDigest } from '../filing/digests.ts'
import { priorFacts, unitSource, type Session } from '../workspace/session.ts'
import { compareWithHeld, presentHeld, sameHeld } from './comparison.ts'
import { keepFiledTables } from './filed-tables.ts'
import type { OpenBatch, PendingFile } from './open-batches.ts'
import { typedOverProblems } from './typed-over.ts'
import { settleRivals, takenByItself } from '../../../shared/receive/verdicts.ts'

/** A received file with its reading. */
export type Arrived = { name: string; bytes: Uint8Array; reading: ReadReturn }

/**
 * Judges new files, adds them to a batch and keeps their originals; changes no filing. A new file may change the verdict of an earlier
 * one (two conflicting returns of one unit). Fails with `batch-closed` when the batch was closed while the files were read, and with
 * `batch-scheme-changed`.
 */
export function addArrived(session: Session, batch: OpenBatch, arrived: readonly Arrived[]): PendingFile[] {
  const { files } = batch
  if (batch.state !== 'open') fail('batch-closed', { batch: batch.id })
  refuseOtherScheme(session, batch)
  const keptAt = timestamp(session.workspace.clock)
  const added = read(session.workspace.db, (db) => arrived.map((one, index) => judgeFile(session, db, one, files.length + index + 1)))
  write(session.workspace.db, (db) => {
    arrived.forEach(({ name, bytes, reading }) => {
      if (reading.outcome === 'read') keepOriginal(db, { sha256: reading.sha256, name, keptAt, bytes })
    })
  })
  files.push(...added)
  settle(files)
  return added
}

/** Judges files of a batch again by the present roster and filings: all, or only those that `which` chooses. */
export function judgeAgain(session: Session, files: readonly PendingFile[], which: (file: PendingFile) => boolean = () => true): void {
  read(session.workspace.db, (db) => {
    for (const file of files)
      if (which(file) && !isOfOtherScheme(session, file)) Object.assign(file, judgeFile(session, db, file, file.position))
  })
  settle(files)
}

/**
 * True when what a file was compared with is no longer so: its unit's filing, or the tables that its unit files. Nobody has seen then what
 * the file would replace.
 */
export function isOutdated(session: Session, db: ReadableDb, file: PendingFile): boolean {
  const unit = file.unit === null ? null : readUnit(db, file.unit)
  return unit === null || file.tables !== tableCodes(session, unit) || !sameHeld(file.held, presentHeld(session, db, unit.code))
}

/** Fails with `batch-scheme-changed` when a file of the batch was read by another version of the scheme than the task now has. */
export function refuseOtherScheme(session: Session, { id, files }: OpenBatch): void {
  if (files.some((file) => isOfOtherScheme(session, file))) fail('batch-scheme-changed', { batch: id })
}

function isOfOtherScheme(session: Session, { content, scheme }: PendingFile): boolean {
  return content !== null && scheme !== session.schemeDigest
}

function tableCodes({ scheme }: Session, unit: Unit): string {
  return tablesOf(scheme, unit)
    .map(({ code }) => code)
    .join(' ')
}

function settle(files: readonly PendingFile[]): void {
  const rivals = files.flatMap((file) =>
    file.unit === null || file.revision === null
      ? []
      : [{ position: file.position, unit: file.unit, verdict: file.alone, revision: file.revision, digest: file.contentDigest }],
  )
  const settled = settleRivals(rivals)
  for (const file of files) file.verdict = settled.get(file.position) ?? file.alone
}

/** Judges one file by the present roster and filings; keeps nothing. */
export function judgeFile(
  session: Session,
  db: ReadableDb,
  { name, reading }: Pick<Arrived, 'name' | 'reading'>,
  position: number,
): PendingFile {
  if (reading.outcome === 'refused') return unread(session, position, name, reading, reading.problem)
  const misfit = taskMisfit(session, reading.content)
  if (misfit !== null) return unread(session, position, name, reading, misfit)
  const unit = unitOfReturn(db, reading.content)
  const brought = unpackFacts(session.scheme, reading.content.facts)
  const { content, problems: unfiled } =
    unit === null ? { content: reading.content, problems: [] } : keepFiledTables(session.scheme, unit, reading.content, brought)
  const facts = content === reading.content ? brought : unpackFacts(session.scheme, content.facts)
  // The reading thread has computed the digest; it is computed again when tables were removed.
  const digest = content === reading.content ? content.digest : factsDigest(facts)
  const structureChanged = reading.structureChanged || unfiled.length > 0
  const said = contentDigest(
    { facts: digest, refused: new Map(content.refused), explanations: new Map(content.explanations) },
    content.signOff,
  )
  const incoming = { revision: content.revision, digest: said, structureChanged }
  const { onlyWords, ...comparison } = compareWithHeld(session, db, unit?.code ?? null, facts, incoming)
  const { problems: overtyped, ...found } = unit === null ? nothingFound : checkReturn(session, db, unit, facts, content)
  return {
    position,
    name,
    sha256: reading.sha256,
    reading,
    scheme: session.schemeDigest,
    tables: unit === null ? '' : tableCodes(session, unit),
    ...comparison,
    alone: comparison.verdict,
    unit: unit?.code ?? reading.content.unit.code,
    unitName: unit?.name ?? reading.content.unit.name,
    revision: content.revision,
    draft: content.draft,
    content,
    digest,
    contentDigest: said,
    facts: facts.size,
    problems: [
      ...reading.problems,
      ...unfiled,
      ...overtyped,
      ...(unit === null ? [wholeFile(problem('unit-not-found', { found: content.unit.name ?? content.unit.code ?? '' }))] : []),
      ...(onlyWords ? [wholeFile(problem('only-words-differ', {}))] : []),
    ],
    ...found,
  }
}

function unread(session: Session, position: number, name: string, reading: ReadReturn, why: Problem): PendingFile {
  const content = reading.outcome === 'read' ? reading.content : null
  return {
    position,
    name,
    sha256: reading.sha256,
    reading,
    scheme: session.schemeDigest,
    tables: '',
    alone: 'unreadable',
    verdict: 'unreadable',
    held: null,
    unit: content?.unit.code ?? null,
    unitName: content?.unit.name ?? null,
    revision: null,
    draft: false,
    content: null,
    digest: '',
    contentDigest: '',
    facts: 0,
    problems: [wholeFile(why)],
    differences: [],
    errors: 0,
    queries: 0,
    explained: new Map(),
  }
}

function wholeFile(why: Problem): PendingFile['problems'][number] {
  return { sheet: null, cell: null, found: null, expected: null, problem: why }
}

/** The problem of a return for another scheme or period; null when it fits the task. */
function taskMisfit(session: Session, content: ReturnContent): Problem | null {
  if (content.scheme !== session.scheme.id) return problem('scheme-not-here', { scheme: content.scheme, version: content.version })
  if (content.period !== null && content.period !== session.task.period)
    return problem('other-period', { found: content.period, expected: session.task.period })
  return null
}

/** Finds a return's unit by code; without a code by a name that only one unit has, ignoring spaces. Null when not found. */
function unitOfReturn(db: ReadableDb, content: ReturnContent): Unit | null {
  const byCode = content.unit.code === null ? null : readUnit(db, content.unit.code)
  if (byCode !== null || content.unit.code !== null || content.unit.name === null) return byCode
  const bare = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '')
  const wanted = bare(content.unit.name)
  const named = listUnits(db).filter((unit) => bare(unit.name) === wanted)
  return named.length === 1 ? (named[0] ?? null) : null
}

type Found = Pick<PendingFile, 'errors' | 'queries' | 'explained' | 'problems'>
const nothingFound: Found = { errors: 0, queries: 0, explained: new Map(), problems: [] }

/** Runs the checks on a return, and compares its typed-over computed cells with their formulas. */
function checkReturn(session: Session, db: ReadableDb, unit: Unit, facts: Facts, content: ReturnContent): Found {
  const source = unitSource(session, unit, facts, priorFacts(session, db, unit.code))
  const tables = tablesOf(session.scheme, unit)
  const failures = runChecks(session.scheme, 'unit', source, facts, tables)
  const said = new Map(content.explanations)
  const queries = failures.filter((failure) => failure.level === 'query')
  return {
    errors: failures.length - queries.length + content.refused.length,
    queries: queries.filter((failure) => !said.has(failure.key)).length,
    explained: new Map(queries.filter((failure) => said.has(failure.key)).map((failure) => [failure.key, failure.value])),
    problems: typedOverProblems(session.scheme, tables, source, content.typedOver),
  }
}

/** The files of an open batch for the page; a file whose unit is on the roster by now is judged again. */
export function openFileViews(session: Session, { id, state, files }: OpenBatch): BatchFileView[] {
  // A commit takes the files by the verdicts that were seen when it was asked for.
  if (state === 'open') judgeAgain(session, files, ({ verdict }) => verdict === 'not-on-roster')
  const changed = wholeFile(problem('batch-scheme-changed', { batch: id }))
  return files.map((file) => {
    const view = fileView(file)
    return isOfOtherScheme(session, file) ? { ...view, problems: [changed, ...view.problems] } : view
  })
}

/** Converts a file of an open batch for the page and the command line. */
export function fileView(file: PendingFile): BatchFileView {
  return {
    position: file.position,
    name: file.name,
    sha256: file.sha256,
    verdict: file.verdict,
    unit: file.unit,
    unitName: file.unitName,
    revision: file.revision,
    draft: file.draft,
    facts: file.facts,
    problems: file.problems,
    differences: file.differences,
    taken: takenByItself(file.verdict),
    errors: file.errors,
    queries: file.queries,
  }
}
