import { readReturn } from '../../electron/workbook/read-return/read-return.ts'
import { writeWorkbook } from '../../electron/workbook/write-form/write-workbook.ts'
import { readXlsx } from '../../electron/workbook/xlsx/read-xlsx.ts'
import { collectGarbage, inflateEverything } from './measuring.ts'
import { demoInputs, loadDemoCounty, loadMinsheng } from '../../test/builders/demo-returns.ts'

/**
 * Measures the reading of a county's returns to checked facts, beside the floor (every entry inflated) and the plain scan of all cells
 * (docs/performance.md: Goals): `node build/bench/read-return.ts [rounds]`. The contenders take turns of 25 files, so that other
 * load affects all of them alike. The result is the median over the files of each file's best round, because the best round has the least
 * other load.
 */
type Contender = { name: string; read: (bytes: Buffer) => number }

const rounds = Number(process.argv[2] ?? 12)
/** The number of files in an contender's turn. */
const turn = 25

const scheme = loadMinsheng()
const inputs = demoInputs(scheme, loadDemoCounty())
const files: { bytes: Buffer; facts: number }[] = []
for (const input of inputs) files.push({ bytes: Buffer.from(await writeWorkbook(input)), facts: input.facts.size })

function scanEveryCell(bytes: Buffer): number {
  return readXlsx(bytes).sheets.reduce((cells, sheet) => cells + sheet.cells.length, 0)
}

function readFacts(bytes: Buffer): number {
  const read = readReturn(bytes, scheme)
  if (read.outcome !== 'read' || read.problems.length > 0) throw new Error(JSON.stringify(read).slice(0, 300))
  return read.content.facts.cells.length + read.content.facts.others.length
}

const contenders: Contender[] = [
  { name: 'floor: inflate every entry', read: inflateEverything },
  { name: 'plain scan of every cell (readXlsx)', read: scanEveryCell },
  { name: 'readReturn: checked facts', read: readFacts },
]
const best = new Map(contenders.map((contender) => [contender.name, files.map(() => Infinity)]))
for (let round = 0; round < rounds; round += 1) {
  for (let from = 0; from < files.length; from += turn) {
    for (const contender of contenders) {
      collectGarbage()
      const times = best.get(contender.name)!
      for (const [index, { bytes, facts }] of files.slice(from, from + turn).entries()) {
        const start = performance.now()
        const found = contender.read(bytes)
        times[from + index] = Math.min(times[from + index]!, performance.now() - start)
        if (contender.read === readFacts && found !== facts) throw new Error(`${found} facts instead of ${facts}`)
      }
    }
  }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const result = new Map([...best].map(([name, values]) => [name, median(values)]))
const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length / 1024
const facts = files.reduce((sum, file) => sum + file.facts, 0) / files.length
console.log(
  `${files.length} returns of the demo county, on average ${size.toFixed(1)} KB with ${facts.toFixed(0)} facts; Node ${process.version}, best of ${rounds} rounds`,
)
const floor = result.get(contenders[0]!.name)!
for (const [name, ms] of result)
  console.log(`${name.padEnd(40)} ${ms.toFixed(3).padStart(8)} ms  ${(ms / floor).toFixed(2).padStart(6)} × floor`)
const ours = result.get('readReturn: checked facts')!
const goal = 2 * floor + 0.3
console.log(`goal ≤ 2 × floor + 0.3 ms = ${goal.toFixed(3)} ms: readReturn ${ours.toFixed(3)} ms, ${ours <= goal ? 'reached' : 'MISSED'}`)
