import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CorpusComparison, CorpusJob, CorpusResult } from './workbook/corpus/corpus-worker.ts'
import { listFiles } from './workbook/corpus/list-files.ts'
import type { CorpusReading } from './workbook/corpus/reading.ts'
import { refusalSentences } from './workbook/corpus/sentences.ts'
import type { ReadingPool } from './workbook/threads/pool.ts'
import { createReadingPool } from './workbook/threads/pool.ts'
import type { ReadingRefusalCode } from './workbook/threads/refusal.ts'
import { ReadingRefusal } from './workbook/threads/refusal.ts'

/**
 * `npm run -s corpus -- DIR [--json]`: reads every file of a folder with our reader, then each readable file with a second reader.
 * Exit 0 when both readers agree on every file or our reader refuses the file by name; 1 when a file differs or breaks our reader;
 * 2 for a wrong call.
 */
type FileReport = {
  file: string
  reading: CorpusReading | { outcome: 'stopped'; code: ReadingRefusalCode; why: string }
  comparison: CorpusComparison | { outcome: 'second-reader-stopped'; code: ReadingRefusalCode } | null
}

const differencesShown = 5

async function report(pool: ReadingPool<CorpusJob, CorpusResult>, folder: string, file: string): Promise<FileReport> {
  const bytes = readFileSync(join(folder, file))
  const read = await pool.run({ task: 'read', bytes }).catch(refusalOnly)
  if (read instanceof ReadingRefusal)
    return { file, reading: { outcome: 'stopped', code: read.code, why: String(read.cause ?? '') }, comparison: null }
  if (read.task !== 'read' || read.reading.outcome === 'refused')
    return { file, reading: (read as { reading: CorpusReading }).reading, comparison: null }
  const compared = await pool.run({ task: 'compare', bytes }).catch(refusalOnly)
  if (compared instanceof ReadingRefusal)
    return { file, reading: read.reading, comparison: { outcome: 'second-reader-stopped', code: compared.code } }
  return { file, reading: read.reading, comparison: compared.task === 'compare' ? compared.comparison : null }
}

function refusalOnly(error: unknown): ReadingRefusal {
  if (error instanceof ReadingRefusal) return error
  throw error
}

/** True when both readers agree, our reader refuses the file by name, or no comparison exists. */
function isFine({ reading, comparison }: FileReport): boolean {
  if (reading.outcome === 'stopped') return reading.code !== 'reading-failed' && reading.code !== 'cannot-start'
  return comparison?.outcome !== 'compared' || comparison.differences.length === 0
}

function describe(found: FileReport): string {
  const { file, reading, comparison } = found
  const mark = isFine(found) ? '✔' : '✘'
  if (reading.outcome === 'stopped')
    return `${mark} ${file}\n    拒绝 ${reading.code}：${refusalSentences[reading.code].zh} / ${refusalSentences[reading.code].en} ${reading.why}`
  const cost = `${reading.ms.toFixed(1)} ms，内存峰值 ${reading.peakMb.toFixed(0)} MB`
  if (reading.outcome === 'refused') {
    const sentence = refusalSentences[reading.code]
    return `${mark} ${file}\n    拒绝 ${reading.code}：${sentence.zh} / ${sentence.en}\n    ${JSON.stringify(reading.details)}，${cost}`
  }
  const counts = `${reading.sheets} 张工作表，${reading.cells} 个有内容的单元格，${reading.names} 个名称，数字合计 ${reading.sum}，${cost}`
  return `${mark} ${file}\n    读到 ${counts}\n    ${describeComparison(comparison)}`
}

function describeComparison(comparison: FileReport['comparison']): string {
  switch (comparison?.outcome) {
    case 'compared': {
      if (comparison.differences.length === 0) return `与第二个读取器一致：${comparison.same} 格 / same as the second reader`
      const shown = comparison.differences
        .slice(0, differencesShown)
        .map((line) => `\n      ${line}`)
        .join('')
      return `与第二个读取器不同：${comparison.differences.length} 处 / differs from the second reader${shown}`
    }
    case 'cannot-open':
      return `第二个读取器打不开 / the second reader cannot open it: ${comparison.why}`
    case 'second-reader-stopped':
      return `第二个读取器被停止 / the second reader was stopped: ${comparison.code}`
    case 'no-second-reader':
    case undefined:
      return '没有第二个读取器可比 / no second reader to compare with'
  }
}

async function main(): Promise<number> {
  const asJson = process.argv.includes('--json')
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error('用法 / usage: npm run -s corpus -- DIR [--json]')
    return 2
  }
  const pool = createReadingPool<CorpusJob, CorpusResult>({
    workerUrl: new URL('./workbook/corpus/corpus-worker.ts', import.meta.url),
    size: 1,
    timeoutMs: 20_000,
    memoryMb: 512,
  })
  const reports: FileReport[] = []
  for (const file of listFiles(resolve(folder))) {
    const found = await report(pool, resolve(folder), file)
    reports.push(found)
    if (!asJson) console.log(describe(found))
  }
  await pool.close()
  const bad = reports.filter((found) => !isFine(found)).length
  const refused = reports.filter(({ reading }) => reading.outcome !== 'read').length
  if (asJson) console.log(JSON.stringify(reports, null, 2))
  else
    console.log(
      `共 ${reports.length} 个文件：读到 ${reports.length - refused}，拒绝 ${refused}，有问题 ${bad} / ${reports.length} files, ${refused} refused, ${bad} to look at`,
    )
  return bad === 0 ? 0 : 1
}

process.exitCode = await main()
