/**
 * Measures the outputs of a county of 1,000 schools × 600 cells: the readings of each filing and the processor time
 * (docs/performance.md): `node build/bench/outputs.ts [schools] [another checkout]`. The services of another checkout make the same
 * outputs in the same run, in turn, on a copy of the workspace; the ratio is the other checkout's time to this checkout's.
 */
import { copyFileSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { composeRuntime } from '../../electron/compose/runtime.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import type { Session } from '../../electron/services/workspace/session.ts'
import type * as ChecksService from '../../electron/services/totals/check-county.ts'
import type * as TotalsService from '../../electron/services/totals/consolidate.ts'
import type * as ScoresService from '../../electron/services/evaluation/evaluate.ts'
import type * as PrintingService from '../../electron/services/printing.ts'
import type * as SummaryService from '../../electron/services/totals/summary.ts'
import type * as WorkspacesService from '../../electron/services/workspace/workspaces.ts'
import type * as ReportService from '../../electron/services/report/write-report.ts'
import { putTemplate } from '../../electron/services/report/write-report.ts'
import { write } from '../../electron/store/db.ts'
import { replaceFacts } from '../../electron/store/facts.ts'
import { changeFiling, createFiling } from '../../electron/store/filings.ts'
import { drawTemplate } from '../report-templates.ts'
import { collectGarbage } from './measuring.ts'
import { benchFacts, benchSchemeAcross } from './county-fixtures.ts'
import { countReadings } from './count-readings.ts'
import { makeCounty } from './made-county.ts'

const ROUNDS = 7
const schools = Number(process.argv[2] ?? 1000)
const other = process.argv[3]
const folder = mkdtempSync(join(tmpdir(), 'xiaotong-bench-'))

/** Makes a county with every school's filing received, closes it and returns its path. */
async function filedCounty(): Promise<string> {
  const runtime = composeRuntime(plainMachine())
  const { session, units } = await makeCounty(runtime, folder, schools, benchSchemeAcross())
  write(session.workspace.db, (db) => {
    for (const [index, unit] of units.entries()) {
      const filing = createFiling(db, session.task.id, unit.code)
      replaceFacts(db, filing.id, benchFacts(index + 1))
      changeFiling(db, filing.id, { status: 'received', revision: 1 })
    }
  })
  const template = await drawTemplate('学生 {数:B1.99.99} 人，差异系数 {指标：差异系数}，得 {得分:1} 分。')
  putTemplate(session, '模板.docx', template)
  runtime.close()
  return session.workspace.path
}

type Output = { name: string; make: (session: Session) => unknown }

/** Loads a service of a checkout by its file's name, in any folder of the services, because the checkouts may have other folders. */
async function loadService(root: string, file: string): Promise<unknown> {
  const [path] = globSync(`electron/services/**/${file}`, { cwd: root })
  if (path === undefined) throw new Error(`${root} has no service ${file}`)
  return import(pathToFileURL(join(root, path)).href)
}

/** The outputs of a checkout's services. Printing ends with the HTML and starts no browser. */
async function outputsOf(root: string): Promise<{ open: (path: string) => Promise<Session>; outputs: Output[] }> {
  const [summary, report, totals, checks, scores, printing, workspaces] = (await Promise.all(
    ['summary.ts', 'write-report.ts', 'consolidate.ts', 'check-county.ts', 'evaluate.ts', 'printing.ts', 'workspaces.ts'].map((file) =>
      loadService(root, file),
    ),
  )) as [
    typeof SummaryService,
    typeof ReportService,
    typeof TotalsService,
    typeof ChecksService,
    typeof ScoresService,
    typeof PrintingService,
    typeof WorkspacesService,
  ]
  const printer = { renderPdf: async (html: string) => new TextEncoder().encode(html), fontsFor: () => '' }
  return {
    open: (path) => workspaces.resumeWorkspace(path, () => new Date()),
    outputs: [
      {
        name: 'summary, the PDF’s pages',
        make: (on) => printing.pdfOf((fonts) => summary.printSummary(on, { by: 'county' }, fonts), printer),
      },
      { name: 'summary, Excel', make: (on) => summary.summaryWorkbook(on, { by: 'county' }) },
      { name: 'report, Word', make: (on) => report.writeReport(on, folder) },
      { name: 'report, looked at', make: (on) => report.viewReport(on, folder) },
      { name: 'evaluation', make: (on) => scores.evaluateCounty(on) },
      { name: 'all checks', make: (on) => checks.checkEverything(on) },
      { name: 'indicators by township', make: (on) => totals.indicatorsBy(on, 'township') },
      { name: 'totals by township', make: (on) => totals.consolidate(on, 'township') },
      { name: 'heads of the units', make: (on) => totals.groupHeads(on, 'unit') },
      { name: 'one unit’s totals', make: (on) => totals.consolidateGroup(on, 'unit', '2134000001') },
    ],
  }
}

/** The largest number of readings of a single filing, for every output. */
async function passesOf(root: string, path: string): Promise<number[]> {
  const counted = countReadings()
  const { open, outputs } = await outputsOf(root)
  const session = await open(path)
  const passes: number[] = []
  for (const { make } of outputs) {
    counted.take()
    await make(session)
    const { filings, others } = counted.take()
    if (others.length > 0) throw new Error(`read apart from filings: ${others.join('\n')}`)
    passes.push(Math.max(0, ...filings.values()))
  }
  counted.stop()
  session.workspace.close()
  return passes
}

const path = await filedCounty()
const roots = [fileURLToPath(new URL('../..', import.meta.url)), ...(other === undefined ? [] : [resolve(other)])]
const contenders = []
for (const [index, root] of roots.entries()) {
  const copy = join(folder, `contender-${index}.xiaotong`)
  copyFileSync(path, copy)
  const passes = await passesOf(root, copy)
  const { open, outputs } = await outputsOf(root)
  contenders.push({ outputs, passes, session: await open(copy), times: outputs.map((): number[] => []) })
}
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index] of contenders[0]?.outputs.entries() ?? []) {
    for (const { outputs, session, times } of contenders) {
      collectGarbage()
      const from = process.cpuUsage()
      await outputs[index]?.make(session)
      const { user, system } = process.cpuUsage(from)
      times[index]?.push((user + system) / 1000)
    }
  }
}
const median = (times: readonly number[] | undefined): number => [...(times ?? [])].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN
for (const [index, { name }] of contenders[0]?.outputs.entries() ?? []) {
  const [mine, theirs] = contenders.map(({ passes, times }) => ({ passes: passes[index] ?? NaN, ms: median(times[index]) }))
  const said = (contender: typeof mine): string => `${contender?.passes} × read, ${(contender?.ms ?? NaN).toFixed(1)} ms`
  process.stdout.write(
    `${name.padEnd(28)} ${said(mine)}${theirs === undefined ? '' : `; the other checkout ${said(theirs)}: ${(theirs.ms / (mine?.ms ?? NaN)).toFixed(1)} ×`}\n`,
  )
}
for (const { session } of contenders) session.workspace.close()
rmSync(folder, { recursive: true, force: true })
