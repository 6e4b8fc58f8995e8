import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changeLine } from '../../../../electron/services/filing/change-line.ts'
import { enterFacts } from '../../../../electron/services/filing/enter-facts.ts'
import { loadScheme } from '../../../../electron/services/scheme/schemes.ts'
import { makeWorkspace } from '../../../../electron/services/workspace/workspaces.ts'
import { write } from '../../../../electron/store/db.ts'
import { findFiling } from '../../../../electron/store/filings.ts'
import { replaceRemarks } from '../../../../electron/store/remarks.ts'

const scheme = loadScheme(
  `
scheme: lines
version: '1'
title: 培训
period: year
units: { all: 'kind <> ""' }
tables:
  - code: L
    kind: list
    title: 培训
    filed-by: all
    columns: [{ code: 项目, title: 项目, type: text }, { code: 人次, title: 人次, type: integer }]
`,
  'lines.yaml',
)

test('what the county asks for moves with the line it was written on, and goes with a line that is removed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaotong-lines-'))
  const unit = { code: 'S1', name: '一小', kind: '小学', township: '', class: '', parent: '' }
  const session = await makeWorkspace(
    { path: join(folder, 'w.xiaotong'), role: 'school', scheme, period: '2021', unit },
    () => new Date('2021-12-09T00:00:00Z'),
  )
  onTestFinished(() => {
    session.workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const texts = { 'L.1.项目': '国培', 'L.2.项目': '省培', 'L.3.项目': '县培' }
  enterFacts(
    session,
    'S1',
    Object.entries(texts).map(([cell, text]) => ({ cell, text })),
  )
  write(session.workspace.db, (db) =>
    replaceRemarks(
      db,
      findFiling(db, session.task.id, 'S1')?.id ?? 0,
      new Map([
        ['L.1.项目', '一'],
        ['L.3.人次', '三'],
      ]),
    ),
  )
  expect(changeLine(session, 'S1', 'L', 1, 'insert').remarks).toEqual({ 'L.2.项目': '一', 'L.4.人次': '三' })
  expect(changeLine(session, 'S1', 'L', 2, 'remove')).toMatchObject({
    remarks: { 'L.3.人次': '三' },
    facts: { 'L.2.项目': '省培', 'L.3.项目': '县培' },
  })
})
