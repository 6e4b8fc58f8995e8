import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyCounty } from '../builders/county.ts'
import { buildOle } from '../builders/ole-builder.ts'
import { demoReturn, demoUnits } from '../builders/returns.ts'
import { cliJson, programEnv, temporaryFolder } from '../builders/run-cli.ts'
import { buildXlsx } from '../builders/xlsx-builder.ts'
import { buildZip } from '../builders/zip-builder.ts'

/**
 * Promise 4 (docs/design/promises.md): no broken or hostile workbook crashes, hangs or fills the memory; each gets a reason a
 * clerk can act on. The real command receives a folder of them among three good returns.
 * Seen to fail with: a broken entry of a zip let through as an error, limits a hundred times as large, the sniff of old
 * formats taken out, and a receipt that ends at its first unreadable file.
 */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const MiB = 1024 * 1024
const schools = demoUnits('小学').slice(0, 3)
const sheet = { name: 'a', cells: { A1: 1 } }

/** Each file with the codes that are right as its reason. */
const hostile: Record<string, { bytes: Uint8Array; reasons: string[] }> = {
  '空文件.xlsx': { bytes: new Uint8Array(), reasons: ['file-empty'] },
  '其实是文本.xlsx': { bytes: Buffer.from('单位,人数\n梅山小学,320\n'), reasons: ['file-not-workbook'] },
  '其实是网页.xlsx': { bytes: Buffer.from('<html><body><table><tr><td>1</td></tr></table></body></html>'), reasons: ['file-not-workbook'] },
  '其实是图片.xlsx': { bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), reasons: ['file-not-workbook'] },
  '旧版.xls': { bytes: buildOle(['Root Entry', 'Workbook']), reasons: ['file-old-xls'] },
  '加密.xlsx': { bytes: buildOle(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']), reasons: ['file-password'] },
  '另一种表.xlsx': { bytes: buildXlsx({ sheets: [{ name: '课程表', cells: { A1: '星期一', B1: '语文' } }] }), reasons: ['not-a-return'] },
  '断在半路.xlsx': { bytes: buildXlsx({ sheets: [sheet] }).subarray(0, 700), reasons: ['file-damaged'] },
  '没有工作表.xlsx': { bytes: buildXlsx({ sheets: [] }), reasons: ['file-damaged', 'not-a-return'] },
  '压缩炸弹.xlsx': { bytes: bomb(150 * MiB), reasons: ['file-too-large'] },
  '谎报大小.xlsx': { bytes: bomb(100 * MiB, 1000), reasons: ['file-too-large', 'file-damaged'] },
  '外部实体.xlsx': { bytes: withDoctype('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), reasons: ['file-damaged'] },
  '十亿个笑.xlsx': {
    bytes: withDoctype(`<!DOCTYPE a [<!ENTITY a "ha">${'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'.repeat(9)}]>`),
    reasons: ['file-damaged'],
  },
  '百万单元格.xlsx': {
    bytes: buildXlsx({ sheets: [{ name: 'a', dataXml: `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`.repeat(1001) }] }),
    reasons: ['file-too-many'],
  },
  '三百张表.xlsx': {
    bytes: buildXlsx({ sheets: Array.from({ length: 300 }, (_, index) => ({ name: `表${index}` })) }),
    reasons: ['file-too-many'],
  },
  '十万层嵌套.xlsx': {
    bytes: buildXlsx({ sheets: [{ name: 'a', before: '<x>'.repeat(100_000) + '</x>'.repeat(100_000), cells: { A1: 1 } }] }),
    reasons: ['not-a-return', 'file-damaged'],
  },
  '重叠的部件.xlsx': {
    bytes: buildXlsx({
      sheets: [sheet],
      change: (parts) => [
        ...parts,
        { name: 'k', data: Buffer.alloc(MiB) },
        ...Array.from({ length: 30 }, (_, index) => ({ name: `q${index}`, data: Buffer.alloc(MiB), sharesBytesOf: 'k' })),
      ],
    }),
    reasons: ['file-damaged', 'file-too-large'],
  },
  '一份坏了.zip': {
    bytes: buildZip([
      { name: '表/校验不对.xlsx', data: 'abc', crc: 7 },
      { name: '表/说小了.xlsx', data: Buffer.alloc(MiB), claimedSize: 5000 },
    ]),
    reasons: ['file-damaged'],
  },
  '逃出文件夹.zip': { bytes: buildZip([{ name: '../../逃出.xlsx', data: 'x' }]), reasons: ['file-not-workbook', 'file-damaged'] },
  '残缺的包.zip': {
    bytes: buildZip([{ name: 'a.xlsx', data: Buffer.alloc(2000, 1) }]).subarray(0, 60),
    reasons: ['file-damaged', 'file-not-workbook'],
  },
}

function bomb(size: number, claimedSize?: number): Uint8Array {
  return buildXlsx({
    sheets: [sheet],
    change: (parts) =>
      parts.map((part) =>
        part.name.endsWith('sheet1.xml')
          ? { ...part, data: Buffer.alloc(size, 0x20), ...(claimedSize === undefined ? {} : { claimedSize }) }
          : part,
      ),
  })
}

function withDoctype(doctype: string): Uint8Array {
  return buildXlsx({
    sheets: [sheet],
    change: (parts) =>
      parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, data: String(part.data).replace('?>', `?>${doctype}`) } : part)),
  })
}

type Received = {
  committed: number
  parked: number
  files: { file: string; verdict: string; problems: { code: string; message: string }[] }[]
}

const files = join(folder, 'returns')
let county = ''

beforeAll(async () => {
  county = await emptyCounty(folder, schools)
  mkdirSync(files)
  for (const [name, { bytes }] of Object.entries(hostile)) writeFileSync(join(files, name), bytes)
  for (const school of schools) writeFileSync(join(files, `${school}.xlsx`), (await demoReturn(school)).bytes)
}, 120_000)

/** Runs a command; returns its output and its largest memory in MiB, from Linux's /proc (0 on other systems). */
async function watched(args: string[]): Promise<{ stdout: string; stderr: string; code: number | null; peak: number }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../electron/cli.ts', import.meta.url)), ...args], {
    env: programEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr, peak] = ['', '', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0))
  }, 20)
  const code = await new Promise<number | null>((done) => child.once('close', done))
  clearInterval(look)
  return { stdout, stderr, code, peak }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

test('every hostile file of a folder gets its reason, the good ones are received, and the memory stays small', async () => {
  const { stdout, stderr, code, peak } = await watched(['receive', county, files, '--json'])
  expect(stderr).toBe('')
  expect(code).toBe(1)
  const received = JSON.parse(stdout) as Received
  const said = new Map(received.files.map((file) => [file.file, file]))
  for (const [name, { reasons }] of Object.entries(hostile)) {
    // A zip counts as a folder: the files in it get the verdicts.
    const file = said.get(name === '一份坏了.zip' ? '校验不对.xlsx' : name) ?? { verdict: 'missing', problems: [] }
    expect([name, file.verdict]).toEqual([name, 'unreadable'])
    expect(reasons, name).toContain(file.problems[0]?.code)
    // The message is a sentence with advice, never a bare code or a stack.
    expect(file.problems[0]?.message, name).toMatch(/请.*。/)
    expect(file.problems[0]?.message, name).not.toMatch(/\bat .*:\d+|Error|undefined|null/)
  }
  expect(received.files.filter((file) => file.verdict === 'new')).toHaveLength(schools.length)
  expect(received.committed).toBe(schools.length)
  if (process.platform === 'linux') {
    expect(peak).toBeGreaterThan(50)
    expect(peak).toBeLessThan(900)
  }
  // The workspace is sound afterwards.
  expect(await cliJson(['status', county])).toMatchObject({ filed: schools.length })
  expect(await cliJson(['verify', county])).toMatchObject({ ok: true })
}, 240_000)
