import { existsSync, mkdirSync } from 'node:fs'
import type { Progress } from '../../../shared/api/contract.ts'
import type { DemoCounty, DemoFiling } from '../../../shared/demo/county.ts'
import type { Fact } from '../../../shared/filing/facts.ts'
import { parseTyped } from '../../../shared/filing/parse-value.ts'
import { fail } from '../../../shared/problem.ts'
import type { NamedFile } from '../../machine/files.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import { cellRef, type CellRef } from '../../../shared/words.ts'
import { write } from '../../store/db.ts'
import { replaceFacts } from '../../store/facts.ts'
import { changeFiling, createFiling } from '../../store/filings.ts'
import { putUnits } from '../../store/units.ts'
import { createTask } from '../../store/tasks.ts'
import { writeWorkbook } from '../../workbook/write-form/write-workbook.ts'
import type { Workspace } from '../../store/open.ts'
import type { ReturnReader } from '../../workbook/return.ts'
import { takeWorkspace, type Runtime } from '../workspace/runtime.ts'
import { workbookInput, workbookName } from '../filing/export-workbook.ts'
import { receiveFiles } from '../receive/receive-files.ts'
import { commitBatch, openFiles, startBatch } from '../receive/batches.ts'
import type { OpenBatches } from '../receive/open-batches.ts'
import { enterScore } from '../evaluation/evaluate.ts'
import { findScheme } from '../scheme/schemes.ts'
import { sessionAnew, type Session } from '../workspace/session.ts'
import { makeFilled, openInTurn, workspaceFile, type NewWorkspace } from '../workspace/workspaces.ts'
import { loadDemo } from './demo-counties.ts'

/** The signers in the demo. */
const signers = { head: '演示负责人', statistician: '演示统计员', filler: '演示填表人', phone: '0564-0000000' }

/** The scheme of the demo that opens when no scheme is named. */
export const DEFAULT_DEMO = 'minsheng'

type Report = (progress: Progress) => Promise<void>

/**
 * Makes the demo county of a scheme the open workspace. The first time it is made: the roster, last year's filings, and every unit's
 * return, written as a workbook and received. The open workspace stays open until the demo is whole, because making takes long and may be
 * cancelled. `report` gets the progress and throws when the person cancels; then the demo is deleted.
 */
export async function openDemo(runtime: Runtime, scheme: string, report: Report): Promise<Workspace> {
  return runtime.inTurn('demo', async () => {
    mkdirSync(runtime.paths.workspaces, { recursive: true })
    const path = workspaceFile(runtime.paths.workspaces, `演示县 ${findScheme(scheme, runtime.schemeFolder).scheme.title}`)
    if (existsSync(path)) return openInTurn(runtime, path)
    const { workspace } = await makeDemo(runtime, loadDemo(runtime.schemeFolder, scheme), path, report)
    return takeWorkspace(runtime, workspace)
  })
}

async function makeDemo(runtime: Runtime, county: DemoCounty, path: string, report: Report): Promise<Session> {
  return makeFilled(newDemo(runtime, county, path), runtime.clock, async (made) => {
    const session = fillDemo(made, county)
    // Threads of its own, because the runtime's end when another page opens a workspace.
    const reader = runtime.startReader({ scheme: session.scheme })
    try {
      await receiveDemo(session, reader, demoReturns(session, county, runtime.version), county.filings.length, report)
    } finally {
      void reader.close()
    }
    return session
  })
}

/** Makes the demo county's workspace with its roster, last year's filings and entered scores; no return is received yet. */
export async function prepareDemo(runtime: Runtime, county: DemoCounty, path: string): Promise<Session> {
  return makeFilled(newDemo(runtime, county, path), runtime.clock, async (made) => fillDemo(made, county))
}

function newDemo({ schemeFolder }: Runtime, county: DemoCounty, path: string): NewWorkspace {
  const unit = county.roster.find(({ code }) => code === county.office) ?? fail('unit-unknown', { unit: county.office, nearest: null })
  return { path, role: 'county', scheme: findScheme(county.scheme, schemeFolder), period: county.period, unit, demo: true }
}

function fillDemo(session: Session, county: DemoCounty): Session {
  write(session.workspace.db, (db) => {
    putUnits(db, county.roster)
    if (county.priorPeriod === null) return
    const before = createTask(db, { scheme: session.task.scheme, version: session.task.version, period: county.priorPeriod })
    for (const filing of county.prior) {
      const { id } = createFiling(db, before.id, filing.unit)
      replaceFacts(db, id, demoFacts(session, filing))
      changeFiling(db, id, { status: 'received', revision: 1, ...signers, reportedOn: null })
    }
  })
  for (const [item, { points, reason }] of Object.entries(county.scores)) enterScore(session, item, points, reason, signers.filler)
  return sessionAnew(session)
}

/** Yields every unit's return as a workbook. */
export async function* demoReturns(session: Session, county: DemoCounty, appVersion: string): AsyncGenerator<NamedFile> {
  const units = new Map(county.roster.map((unit) => [unit.code, unit]))
  const prior = new Map(county.prior.map((filing) => [filing.unit, filing]))
  for (const filing of county.filings) {
    const unit = units.get(filing.unit)
    if (unit === undefined) continue
    const before = prior.get(filing.unit)
    const reportedOn = filing.reportedOn ?? county.reportedOn
    const signOff = { ...signers, reportedOn }
    const handover = {
      facts: demoFacts(session, filing),
      explanations: new Map(Object.entries(filing.explanations)),
      signOff,
      revision: 1,
      changedAt: `${reportedOn}T08:00:00.000Z`,
    }
    const input = workbookInput(session, unit, handover, before === undefined ? null : demoFacts(session, before), {
      blank: false,
      appVersion,
    })
    yield { name: workbookName(input), bytes: new Uint8Array(await writeWorkbook(input)) }
  }
}

/** Receives returns in one batch, like a folder of files. */
export async function receiveDemo(
  session: Session,
  reader: ReturnReader,
  returns: AsyncIterable<NamedFile>,
  total: number,
  report: Report,
): Promise<void> {
  const openBatches: OpenBatches = new Map()
  const { batch } = startBatch(session, openBatches)
  const pending = openFiles(session, openBatches, batch)
  let done = 0
  for await (const file of returns) {
    await receiveFiles(session, reader, pending, [file], async () => {}, null)
    done += 1
    await report({ done, total, at: file.name })
  }
  await commitBatch(session, openBatches, batch, { also: [], without: [] })
}

/** A demo filing's facts; throws when a figure does not fit its cell, because the demo data is wrong. */
function demoFacts(session: Session, filing: DemoFiling): Map<CellRef, Fact> {
  const facts = new Map<CellRef, Fact>()
  const put = (ref: CellRef, text: string): void => {
    const cell = cellOf(session.scheme, ref) ?? fail('cell-unknown', { cell: ref, nearest: null })
    const parsed = parseTyped(text, cell)
    if (!parsed.ok) throw new Error(`the demo's ${ref} = ${text} does not fit: ${parsed.problem.code}`)
    if (parsed.fact !== null) facts.set(ref, parsed.fact)
  }
  for (const [ref, text] of Object.entries(filing.facts)) put(ref, text)
  for (const [table, lines] of Object.entries(filing.lists)) {
    lines.forEach((line, index) => Object.entries(line).forEach(([column, text]) => put(cellRef(table, index + 1, column), text)))
  }
  return facts
}
