import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { consolidate as totals } from '../../electron/services/totals/consolidate.ts'
import { exportWorkbook, workbookInput } from '../../electron/services/filing/export-workbook.ts'
import { commitBatch, openFiles, startBatch } from '../../electron/services/receive/batches.ts'
import type { OpenBatches } from '../../electron/services/receive/open-batches.ts'
import { receiveFiles } from '../../electron/services/receive/receive-files.ts'
import { loadScheme } from '../../electron/services/scheme/schemes.ts'
import { summaryCsv } from '../../electron/services/totals/summary-csv.ts'
import { summaryWorkbook } from '../../electron/services/totals/summary.ts'
import { makeWorkspace } from '../../electron/services/workspace/workspaces.ts'
import { putUnits } from '../../electron/store/units.ts'
import { read, write } from '../../electron/store/db.ts'
import { readFacts } from '../../electron/store/facts.ts'
import { findFiling } from '../../electron/store/filings.ts'
import { startReturnReader } from '../../electron/workbook/return-reader.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'

/** A county with one received return whose list holds the given texts, and the county's exports of them. */
export async function consolidate(
  folder: string,
  texts: readonly string[],
): Promise<{ received: string[]; summary: Uint8Array; exported: Uint8Array; csv: string; close: () => void }> {
  const scheme = loadScheme(readFileSync(new URL('../../shared/schemes/minsheng.yaml', import.meta.url), 'utf8'), 'minsheng.yaml')
  const office = { code: '341524', name: '=2+5+cmd', kind: '教育局', township: '@某镇', class: '', parent: '' }
  const session = await makeWorkspace(
    { path: join(folder, 'county.xiaotong'), role: 'county', scheme, period: '2021', unit: office },
    () => new Date('2021-12-10T04:00:00Z'),
  )
  const reader = startReturnReader({ scheme: session.scheme })
  try {
    write(session.workspace.db, (db) => putUnits(db, [office]))
    const facts = new Map(texts.map((text, index) => [`MS04.${index + 1}.项目`, text]))
    const signOff = { head: '=head', statistician: '', filler: '+filler', phone: '', reportedOn: '2021-12-09' }
    const input = workbookInput(
      session,
      office,
      { facts, explanations: new Map(), signOff, revision: 1, changedAt: '2021-12-09T08:00:00Z' },
      null,
      { blank: false, appVersion: '0.1.0' },
    )
    const openBatches: OpenBatches = new Map()
    const { batch } = startBatch(session, openBatches)
    await receiveFiles(
      session,
      reader,
      openFiles(session, openBatches, batch),
      [{ name: 'return.xlsx', bytes: new Uint8Array(await writeWorkbook(input)) }],
      async () => {},
      null,
    )
    await commitBatch(session, openBatches, batch, { also: [], without: [] })
    const held = read(session.workspace.db, (db) => readFacts(db, findFiling(db, session.task.id, office.code)?.id ?? 0))
    return {
      received: texts.map((_text, index) => String(held.get(`MS04.${index + 1}.项目`))),
      summary: await summaryWorkbook(session, { by: 'township' }),
      exported: (await exportWorkbook(session, office.code, { blank: false, appVersion: '0.1.0' })).bytes,
      csv: summaryCsv(session, totals(session, 'township')),
      close: () => session.workspace.close(),
    }
  } finally {
    await reader.close()
  }
}
