/**
 * Measures a county of 1,000 schools × 600 cells: exporting, receiving, consolidating, checking, beside exceljs and SheetJS, which only
 * read the same files in the same run (docs/performance.md): `node build/bench/county.ts [schools]`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as SheetJS from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { composeRuntime } from '../../electron/compose/runtime.ts'
import { plainMachine } from '../../electron/loopback/plain-machine.ts'
import { checkEverything } from '../../electron/services/totals/check-county.ts'
import { consolidate, indicatorsBy } from '../../electron/services/totals/consolidate.ts'
import { commitBatch, openFiles, startBatch } from '../../electron/services/receive/batches.ts'
import { receiveFiles } from '../../electron/services/receive/receive-files.ts'
import type { NamedFile } from '../../electron/machine/files.ts'
import { inflateEverything } from './measuring.ts'
import { filledWorkbooks, makeCounty } from './made-county.ts'

const schools = Number(process.argv[2] ?? 1000)
/** The rivals read only every tenth file, because they are slow; their time is multiplied by ten. */
const SAMPLE = 10

const folder = mkdtempSync(join(tmpdir(), 'xiaotong-bench-'))
const runtime = composeRuntime(plainMachine())
const { session, units } = await makeCounty(runtime, folder, schools)

type Measured = { wall: number; cpu: number }
async function measure(work: () => unknown): Promise<Measured> {
  const [from, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { wall: performance.now() - from, cpu: (user + system) / 1000 }
}

const lines: { job: string; measured: Measured; goal: number | null; note: string }[] = []
const files: NamedFile[] = []
const exportTime = await measure(async () => {
  for await (const file of filledWorkbooks(session, units)) files.push(file)
})
lines.push({ job: `export ${schools} filled workbooks`, measured: exportTime, goal: 2 * schools, note: '' })

// The reading threads start before the measurement, because a running program starts them only once.
await Promise.all(files.slice(0, 8).map(({ name, bytes }) => runtime.reader(session).read(name, bytes)))
const rssBefore = process.memoryUsage().rss
let peak = rssBefore
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
const receiveTime = await measure(async () => {
  const { batch } = startBatch(session, runtime.openBatches)
  await receiveFiles(session, runtime.reader(session), openFiles(session, runtime.openBatches, batch), files, async () => {}, files.length)
  await commitBatch(session, runtime.openBatches, batch, { also: [], without: [] })
})
clearInterval(watch)
lines.push({
  job: `receive ${schools} workbooks, committed`,
  measured: receiveTime,
  goal: 1.5 * schools,
  note: `resident memory rose by ${Math.round((peak - rssBefore) / 1e6)} MB above ${Math.round(rssBefore / 1e6)} MB (all files in memory)`,
})

const sampled = files.filter((_, index) => index % SAMPLE === 0)
const times = files.length / sampled.length
const scaled = ({ wall, cpu }: Measured): Measured => ({ wall: wall * times, cpu: cpu * times })
const exceljs = scaled(
  await measure(async () => {
    for (const { bytes } of sampled) await new ExcelJS.Workbook().xlsx.load(bytes.buffer as ArrayBuffer)
  }),
)
const sheetJs = scaled(
  await measure(() => {
    for (const { bytes } of sampled)
      SheetJS.read(bytes, { dense: true, cellStyles: false, cellFormula: false, cellHTML: false, cellText: false })
  }),
)
// The floor covers all files, as receiving does, but in one thread.
const floor = await measure(() => {
  for (const { bytes } of files) inflateEverything(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
})
lines.push({
  job: 'unpacking them and nothing else, one thread',
  measured: floor,
  goal: null,
  note: `receiving takes ${(receiveTime.wall / floor.wall).toFixed(1)} × as long`,
})
lines.push({
  job: 'exceljs, merely reading them',
  measured: exceljs,
  goal: null,
  note: `receiving × ${(exceljs.wall / receiveTime.wall).toFixed(1)}; goal ≥ 6 ×`,
})
lines.push({
  job: 'SheetJS, merely reading them',
  measured: sheetJs,
  goal: null,
  note: `receiving × ${(sheetJs.wall / receiveTime.wall).toFixed(1)}`,
})

consolidate(session, 'county')
lines.push({
  job: 'county totals, all tables',
  measured: await measure(() => consolidate(session, 'county')),
  goal: 0.06 * schools,
  note: '',
})
lines.push({
  job: 'township totals, all tables',
  measured: await measure(() => consolidate(session, 'township')),
  goal: 0.15 * schools,
  note: '',
})
const indicators = await measure(() => indicatorsBy(session, 'county'))
const checks = await measure(() => checkEverything(session))
lines.push({
  job: 'all indicators and checks of all units',
  measured: { wall: indicators.wall + checks.wall, cpu: indicators.cpu + checks.cpu },
  goal: 0.5 * schools,
  note: '',
})

/** The factor between this machine and the machine of the goals, which unpacks such a workbook in 0.33 ms (docs/performance.md). */
const slower = floor.wall / (0.33 * schools)
process.stdout.write(`this machine, while this ran: ${slower.toFixed(1)} × as slow at unpacking as the one the goals were set on\n`)
for (const { job, measured, goal, note } of lines) {
  const beside =
    goal === null
      ? []
      : [
          `goal ${goal.toFixed(0)} ms × ${slower.toFixed(1)} = ${(goal * slower).toFixed(0)} ms: ${measured.wall <= goal * slower ? 'reached' : 'MISSED'}`,
        ]
  process.stdout.write(
    `${job.padEnd(44)} ${measured.wall.toFixed(0).padStart(6)} ms  (processor ${measured.cpu.toFixed(0)} ms)  ${[...beside, note].filter(Boolean).join('; ')}\n`,
  )
}
runtime.close()
rmSync(folder, { recursive: true, force: true })
