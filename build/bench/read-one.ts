import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import ExcelJS from 'exceljs'
import * as SheetJS from '@e965/xlsx'
import { readXlsx } from '../../electron/workbook/xlsx/read-xlsx.ts'
import { collectGarbage, inflateEverything } from './measuring.ts'
import { buildSchoolWorkbook, schoolWorkbook } from './read-fixtures.ts'

/**
 * Measures the reading of a school workbook, beside the rivals, in one run (docs/performance.md: Goals):
 * `node build/bench/read-one.ts [files] [rounds]`. The contenders take turns of 25 files, so that other load affects all of them alike.
 * The goals are judged by processor time, because other load lengthens the time on the clock, which is printed beside.
 */
type Contender = { name: string; read: (bytes: Buffer) => number | Promise<number> }

const fileCount = Number(process.argv[2] ?? 200)
const rounds = Number(process.argv[3] ?? 3)

/** The number of files that every contender reads before the measurement, so that all code is compiled. */
const warmUp = 50

/** The number of files in an contender's turn. */
const turn = 25

/** Reads all sheets and cells and looks up every defined name; returns the number of cells. */
function readOurs(bytes: Buffer): number {
  const book = readXlsx(bytes)
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet]))
  let cells = 0
  for (const sheet of book.sheets) cells += sheet.cells.length
  let named = 0
  for (const { target } of book.names) if (target && sheets.get(target.sheet)?.at(target.row, target.column)) named += 1
  if (named !== schoolWorkbook.names) throw new Error(`${named} names found instead of ${schoolWorkbook.names}`)
  return cells
}

function readSheetJs(bytes: Buffer): number {
  const book = SheetJS.read(bytes, { dense: true, cellStyles: false, cellFormula: false, cellHTML: false, cellText: false })
  let cells = 0
  for (const name of book.SheetNames) {
    const rows = (book.Sheets[name] as unknown as { '!data'?: unknown[][] })['!data'] ?? []
    for (const row of rows) for (const cell of row ?? []) if (cell) cells += 1
  }
  return cells
}

async function readExceljs(bytes: Buffer): Promise<number> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  let cells = 0
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell(() => {
        cells += 1
      }),
    ),
  )
  return cells
}

/** The processor time of this thread in ms; taken over a whole turn, because the clock's ticks are coarse. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

/** The median processor time of openpyxl per file in ms, measured inside its own process; null when openpyxl is not installed. */
function openpyxlMs(files: readonly Buffer[]): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'read-one-'))
  try {
    files.slice(0, 20).forEach((bytes, index) => writeFileSync(join(folder, `${index}.xlsx`), bytes))
    const script = [
      'import glob,sys,time,openpyxl',
      'ms=[]',
      'for f in glob.glob(sys.argv[1]+"/*.xlsx"):',
      ' t=time.process_time(); b=openpyxl.load_workbook(f,read_only=True,data_only=True)',
      ' n=sum(1 for s in b for r in s.iter_rows(values_only=True) for v in r if v is not None)',
      ' ms.append((time.process_time()-t)*1000)',
      'print(sorted(ms)[len(ms)//2])',
    ].join('\n')
    const run = spawnSync('python3', ['-c', script, folder], { encoding: 'utf8' })
    return run.status === 0 ? Number(run.stdout) : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const files: Buffer[] = []
for (let school = 1; school <= fileCount; school += 1) files.push(await buildSchoolWorkbook(school))
const contenders: Contender[] = [
  { name: 'floor: inflate every entry', read: inflateEverything },
  { name: 'ours', read: readOurs },
  { name: 'SheetJS (@e965/xlsx), dense, values only', read: readSheetJs },
  { name: 'exceljs', read: readExceljs },
]
const spent = new Map(contenders.map((contender) => [contender.name, { cpu: 0, files: 0, wall: [] as number[] }]))
for (const contender of contenders) for (const bytes of files.slice(0, warmUp)) await contender.read(bytes)
for (let round = 0; round < rounds; round += 1) {
  for (let from = 0; from < files.length; from += turn) {
    for (const contender of contenders) {
      collectGarbage()
      const total = spent.get(contender.name)!
      const startCpu = threadMs()
      for (const bytes of files.slice(from, from + turn)) {
        const start = performance.now()
        const cells = await contender.read(bytes)
        total.wall.push(performance.now() - start)
        total.files += 1
        if (contender.name === 'ours' && cells !== schoolWorkbook.values)
          throw new Error(`${cells} values instead of ${schoolWorkbook.values}`)
      }
      total.cpu += threadMs() - startCpu
    }
  }
}

const digest = crc32(Buffer.concat(files)).toString(16)
const size = files.reduce((sum, bytes) => sum + bytes.length, 0) / files.length / 1024
console.log(
  `${fileCount} workbooks of ${size.toFixed(1)} KB, ${schoolWorkbook.sheets} sheets, ${schoolWorkbook.values} values, ${schoolWorkbook.names} names (${digest}); Node ${process.version}, ${rounds} rounds, mean processor time (median on the clock)`,
)
const result = new Map([...spent].map(([name, total]) => [name, total.cpu / total.files]))
const floor = result.get(contenders[0]!.name)!
const ours = result.get('ours')!
const openpyxl = openpyxlMs(files)
const goal = 2 * floor + 0.3
const verdict = (holds: boolean): string => (holds ? 'reached' : 'MISSED')

function line(name: string, cpu: number, wall: number): string {
  return `${name.padEnd(42)} ${cpu.toFixed(3).padStart(8)} ms  ${(cpu / floor).toFixed(1).padStart(6)} × floor  ${(cpu / ours).toFixed(1).padStart(6)} × ours   (${wall.toFixed(3)} ms)`
}

for (const [name, cpu] of result) console.log(line(name, cpu, median(spent.get(name)!.wall)))
console.log(openpyxl === null ? 'openpyxl: not installed for python3, not measured' : line('openpyxl read_only', openpyxl, openpyxl))
console.log(`goal ≤ 2 × floor + 0.3 ms = ${goal.toFixed(3)} ms: ours ${ours.toFixed(3)} ms, ${verdict(ours <= goal)}`)
for (const [rival, factor] of [
  ['SheetJS (@e965/xlsx), dense, values only', 6],
  ['exceljs', 10],
] as const) {
  const ratio = result.get(rival)! / ours
  console.log(`goal ≥ ${factor} × faster than ${rival}: ${ratio.toFixed(1)} ×, ${verdict(ratio >= factor)}`)
}
if (openpyxl !== null) console.log(`goal ≥ 30 × faster than openpyxl: ${(openpyxl / ours).toFixed(1)} ×, ${verdict(openpyxl / ours >= 30)}`)
