import { createHash } from 'node:crypto'
import { utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { NOT_APPLICABLE } from '../../../../shared/filing/facts.ts'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import { openWorkbook } from './open-workbook.ts'
import { returned } from '../read-return/returned.ts'
import { approvedScheme, count, sampleInput } from './sample.ts'

const filled = {
  'A1.01.1': count(120),
  'A1.02.1': count(30),
  'A1.01.2': count(0),
  'A1.02.2': count(0),
  'A1.01.3': NOT_APPLICABLE,
  'A1.04.1': 123_400,
  'A1.06.1': '=HYPERLINK("http://x","y")',
  'A1.07.1': '食堂',
  'A1.08.1': '2021-09-01',
  'B-1.1.项目': '国培计划',
  'B-1.1.人次': count(30),
  'B-1.1.天数': count(5),
  'B-1.2.项目': '+校本研修',
  'B-1.2.人次': count(200),
  'B-1.2.天数': count(31),
}

describe('a filing written as a workbook', () => {
  it('has the cover, a sheet a table, the checks, and a manifest that nobody stumbles on', async () => {
    const { book } = await openWorkbook(sampleInput(filled))
    expect(book.SheetNames).toEqual(['封面', 'A1 在校生', 'B-1 培训', '审核', '_xt'])
    expect(book.Workbook?.Sheets?.map((sheet) => sheet.Hidden)).toEqual([0, 0, 0, 0, 2])
  })

  it('carries every figure as a number, 不适用 as /, a date as a date, and 0 as 0', async () => {
    const opened = await openWorkbook(sampleInput(filled))
    expect(opened.cell('A1.01.1')).toMatchObject({ t: 'n', v: 120 })
    expect(opened.cell('A1.01.2')).toMatchObject({ t: 'n', v: 0 })
    expect(opened.cell('A1.04.1')).toMatchObject({ t: 'n', v: 12.34, z: '0.00' })
    expect(opened.cell('A1.01.3')).toMatchObject({ t: 's', v: '/' })
    expect(opened.cell('A1.07.1')).toMatchObject({ t: 's', v: '食堂' })
    expect(opened.cell('A1.08.1')).toMatchObject({ t: 'n', v: 44440, w: '2021-09-01' })
    expect(opened.cell('A1.02.2')?.v).toBe(0)
    expect(opened.cell('A1.04.2')?.v).toBeUndefined()
    expect(opened.cell('B-1.2.人次')).toMatchObject({ t: 'n', v: 200 })
  })

  it('writes text that begins like a formula as text', async () => {
    const opened = await openWorkbook(sampleInput(filled))
    for (const [ref, text] of [
      ['A1.06.1', '=HYPERLINK("http://x","y")'],
      ['B-1.2.项目', '+校本研修'],
    ] as const) {
      expect(opened.cell(ref)).toMatchObject({ t: 's', v: text, z: '@' })
      expect(opened.cell(ref)?.f).toBeUndefined()
    }
  })

  it('stands the cells under their codes, as the form prints', async () => {
    const { at } = await openWorkbook(sampleInput(filled))
    expect(at('A1 在校生', 'A1')?.v).toBe('在校生与经费')
    expect(at('A1 在校生', 'A2')?.v).toBe('填报单位：梅山镇中心小学')
    expect(['A5', 'C5', 'D5', 'E5'].map((address) => at('A1 在校生', address)?.v)).toEqual(['项目', '代码', '上学期', '下学期'])
    expect(['A7', 'C7', 'D7', 'E7', 'F7'].map((address) => at('A1 在校生', address)?.v)).toEqual(['甲', '乙', '1', '2', '3'])
    expect(['A8', 'B8', 'C8', 'D8'].map((address) => at('A1 在校生', address)?.v)).toEqual(['学生', '小学', '01', 120])
    expect(at('A1 在校生', 'F9')?.v).toBe('×')
    expect(at('B-1 培训', 'B8')?.v).toBe('+校本研修')
  })

  it('has the lines of a statutory form above its head where the scheme gives them, and is read all the same', async () => {
    const opened = await openWorkbook(sampleInput(filled, { scheme: approvedScheme() }))
    const { at, book } = opened
    const lead = utils
      .sheet_to_json<string[]>(book.Sheets['A1 在校生'] ?? {}, { header: 1, range: 'A2:F7' })
      .map((row) => row.filter(Boolean))
    expect(lead).toEqual([
      ['表号：A1'],
      ['制定机关：样例县教育局'],
      ['批准机关：国家统计局'],
      ['填报单位：梅山镇中心小学', '批准文号：国统制〔2024〕12 号'],
      ['单位代码：2134000001', '有效期至：2027 年 1 月 31 日'],
      ['报告期：2021 年度', '计量单位：人、万元'],
    ])
    expect(at('A1 在校生', 'C10')?.v).toBe('乙')
    expect(at('封面', 'A9')?.v).toBe('批准机关：国家统计局　　批准文号：国统制〔2024〕12 号　　有效期至：2027 年 1 月 31 日')
    const read = returned(opened.bytes, approvedScheme())
    expect(read.problems).toEqual([])
    expect(read.structureChanged).toBe(false)
    expect(read.facts).toEqual(filled)
  })

  it('says in the manifest whose it is, and what every defined name stands for', async () => {
    const opened = await openWorkbook(sampleInput(filled))
    const said = Object.fromEntries(opened.manifest)
    expect(said).toMatchObject({
      format: 'xiaotong-workbook/1',
      scheme: 'yangli',
      version: '2021.1',
      period: '2021',
      'unit-code': '2134000001',
      'unit-name': '梅山镇中心小学',
      revision: '2',
      'changed-at': '2021-12-10T02:03:04Z',
      'app-version': '0.1.0',
      'facts-digest': 'f0'.repeat(32),
      'scheme-digest': 'd1'.repeat(32),
      blank: 'no',
      'unit:kind': '小学',
      'parameter:定额': '650',
    })
    expect(Object.fromEntries(opened.names)).toMatchObject({ XT_A1_01_1: 'A1.01.1', XT_B_1_1_人次: 'B-1.1.人次' })
    const names = new Set(opened.book.Workbook?.Names?.map((name) => name.Name))
    const inputs = [...opened.names.keys()].filter((key) => key.startsWith('XT_'))
    expect(inputs.filter((name) => !names.has(name))).toEqual([])
    expect(inputs.filter((name) => opened.names.get(name)?.startsWith('A1.'))).toHaveLength(6 * 3 - 1)
    expect(inputs.filter((name) => opened.names.get(name)?.startsWith('B-1.'))).toHaveLength(30 * 3)
  })

  it('offers thirty empty lines in a list, and always some below the last', async () => {
    const lines = Object.fromEntries(Array.from({ length: 47 }, (_, index) => [`B-1.${index + 1}.人次`, count(1)]))
    const { names, cell } = await openWorkbook(sampleInput(lines))
    expect([...names.values()].filter((ref) => /^B-1\.\d+\.人次$/.test(ref))).toHaveLength(60)
    expect(cell('B-1.47.人次')?.v).toBe(1)
    expect(cell('B-1.48.人次')?.v).toBeUndefined()
  })

  it('signs on the cover and repeats it under every table', async () => {
    const { named, at } = await openWorkbook(sampleInput(filled))
    expect(named('XTSIGN_head')?.v).toBe('张三')
    expect(named('XTSIGN_statistician')?.v).toBeUndefined()
    expect(named('XTSIGN_reportedOn')).toMatchObject({ t: 'n', w: '2021-12-10' })
    const line = Array.from({ length: 30 }, (_, index) => at('A1 在校生', `A${index + 15}`)).find((cell) =>
      String(cell?.v).startsWith('单位负责人'),
    )
    expect(line?.v).toBe('单位负责人：张三　　统计负责人：　　填表人：李四　　联系电话：0564-1234567　　报出日期：2021-12-10')
  })

  it('shows what fails and keeps what was explained', async () => {
    const facts = { ...filled, 'A1.01.1': count(1200), 'A1.01.2': count(5), 'A1.01.3': count(9) }
    const opened = await openWorkbook(sampleInput(facts, { explanations: new Map([['B-2@B-1.2.人次', '两校合并，一次培训全部教师']]) }))
    const rows = Array.from({ length: 40 }, (_, index) =>
      ['A', 'D', 'F'].map((column) => opened.at('审核', `${column}${index + 5}`)?.v),
    ).filter(([id]) => id !== undefined)
    expect(rows.filter(([, , mark]) => mark === '✘').map(([id]) => id)).toEqual(['A1-1', 'A1-3', 'A1-2', 'B-1', 'B-2'])
    expect(opened.at('审核', 'A3')?.v).toBe('强制性未通过 3 条，核实性待说明 1 条')
    const why = [...opened.names].find(([, stands]) => stands === 'why:B-2@B-1.2.人次')?.[0] ?? ''
    expect(opened.named(why)?.v).toBe('两校合并，一次培训全部教师')
  })

  it('asks for required cells, in a list only on lines that hold something', async () => {
    const marks = async (facts: Record<string, number | string>): Promise<unknown> => {
      const { at } = await openWorkbook(sampleInput(facts))
      expect([at('审核', 'A5')?.v, at('审核', 'C5')?.v, at('审核', 'E5')?.v]).toEqual([
        '必填',
        'B-1',
        '填写的每一行都要填：培训项目。没有这一项的填“/”。',
      ])
      return at('审核', 'F5')?.v
    }
    expect(await marks({})).toBe('✔')
    expect(await marks({ 'B-1.2.项目': '国培', 'B-1.2.人次': count(3) })).toBe('✔')
    expect(await marks({ 'B-1.1.项目': '国培', 'B-1.2.人次': count(3) })).toBe('✘')
  })

  it('keeps text that does not fit its cell as it was typed', async () => {
    const { cell } = await openWorkbook(sampleInput({}, { refused: new Map([['A1.01.1', '约三百']]) }))
    expect(cell('A1.01.1')).toMatchObject({ t: 's', v: '约三百' })
  })

  it('leaves out checks whose condition the unit does not meet', async () => {
    const { xml } = await openWorkbook(sampleInput(filled))
    const middle = sampleInput(filled)
    const other = await openWorkbook({ ...middle, unit: { ...middle.unit, kind: '初中' } })
    expect(xml('审核').match(/<row /g)?.length).toBe((other.xml('审核').match(/<row /g)?.length ?? 0) - 1)
  })

  it('guards with a sheet protection without password, inputs open, the rest closed', async () => {
    const opened = await openWorkbook(sampleInput(filled))
    for (const sheet of ['封面', 'A1 在校生', 'B-1 培训', '审核']) {
      expect(opened.xml(sheet)).toMatch(/<sheetProtection [^>]*sheet="1"/)
      expect(opened.xml(sheet)).not.toMatch(/hashValue|password=/)
    }
    const styles = opened.parts.get('xl/styles.xml') ?? ''
    const unlocked = (address: string): boolean => {
      const style = Number(new RegExp(`<c r="${address}" s="(\\d+)"`).exec(opened.xml('A1 在校生'))?.[1])
      const formats = (/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '').split('<xf ').slice(1)
      return /locked="0"/.test(formats[style] ?? '')
    }
    expect(['D8', 'D10', 'F9', 'A8'].map(unlocked)).toEqual([true, false, false, false])
  })

  it('is the same file, byte for byte, whenever it is written', async () => {
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    const first = digest(await writeWorkbook(sampleInput(filled)))
    await writeWorkbook(sampleInput({ 'A1.01.1': count(7) }))
    expect(digest(await writeWorkbook(sampleInput(filled)))).toBe(first)
    expect(digest(await writeWorkbook(sampleInput({ ...filled, 'A1.01.1': count(121) })))).not.toBe(first)
  })

  it('carries nothing from one school into the next', async () => {
    await writeWorkbook(sampleInput(filled, { explanations: new Map([['A1-2@A1.03.1', '两校合并']]) }))
    const input = sampleInput({ 'A1.01.1': count(7) })
    const opened = await openWorkbook({
      ...input,
      unit: { ...input.unit, code: '2134000002', name: '另一所小学' },
      signOff: { head: null, statistician: null, filler: null, phone: null, reportedOn: null },
    })
    const everything = [...opened.parts.values()].join('')
    for (const word of ['梅山镇中心小学', '2134000001', '国培计划', '张三', '两校合并']) expect(everything).not.toContain(word)
    expect(opened.manifest.get('unit-name')).toBe('另一所小学')
    expect(opened.cell('A1.02.1')?.v).toBeUndefined()
  })

  it('puts comments on the offending cells of a return file', async () => {
    const plain = await writeWorkbook(sampleInput(filled))
    const opened = await openWorkbook(sampleInput(filled, { comments: new Map([['A1.01.1', '应为 112，请核对学籍系统']]) }))
    expect(opened.cell('A1.01.1')?.c?.map((comment) => comment.t)).toEqual(['应为 112，请核对学籍系统'])
    expect(opened.cell('A1.02.1')?.c).toBeUndefined()
    const [note = ''] = [...opened.parts].filter(([name]) => name.includes('vmlDrawing')).map(([, xml]) => xml)
    const [left = 0, , top = 0, , right = 0, , bottom = 0] = (/<x:Anchor>([^<]+)</.exec(note)?.[1] ?? '').split(', ').map(Number)
    expect([right - left, bottom - top], 'room for two findings').toEqual([5, 10])
    expect(opened.parts.get('xl/comments2.xml')).toContain('<author>校统</author>')
    expect(await writeWorkbook(sampleInput(filled))).toEqual(plain)
  })
})
