import { describe, expect, test } from 'vitest'
import { dateWords, formHtml, type FormInput } from '../../../electron/print/form.ts'
import { plainText, printScheme, printValues, school } from './print-scheme.ts'

const scheme = printScheme()

function form(change: Partial<FormInput> = {}): string {
  return formHtml({
    scheme,
    tables: scheme.tables,
    unit: school,
    periodTitle: '2021 年度',
    values: printValues({ 'A1.02.1': '1203', 'A1.02.2': '/', 'A1.02.4': '0', 'L1.1.项目': '国培', 'L1.1.人次': '30', 'A1.01.1': '1203' }),
    explanations: [],
    signOff: { head: '张三', statistician: '李四', filler: '王五', phone: '13800000000', reportedOn: '2021-12-09' },
    digest: '7f3a-91bc',
    revision: 2,
    fontFaces: '',
    ...change,
  })
}

describe('the form that is signed and stamped', () => {
  test('its cover has the title, the period, who signs, and the digest that proves paper = file', () => {
    const text = plainText(form())
    for (const part of [
      '学校基本情况统计报表',
      '2021 年度',
      '填报单位： 梅山镇中心小学',
      '单位负责人： 张三',
      '统计负责人： 李四',
      '填表人： 王五',
      '2021 年 12 月 9 日',
      '（公章）',
      '7f3a-91bc',
      '第 2 版',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('each table has 表号, 制定机关, 填报单位, 计量单位, codes, notes and relations', () => {
    const text = plainText(form())
    for (const part of [
      '表 号： A1',
      '制定机关： 教育部',
      '填报单位：梅山镇中心小学',
      '计量单位：人、元',
      '甲 乙 1 2 3 4',
      '注： 在校学生为',
      '列(3) = (1) + (2)',
      '行(01) = (02) + (03)',
      '(02) ≤ (01)',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('the head says who approved the form, under which number and until when; a form that the county made has no such lines', () => {
    expect(plainText(form())).toContain(
      '表 号： A1 制定机关： 教育部 批准机关： 国家统计局 批准文号： 国统制〔2024〕12 号 有效期至： 2027 年 1 月',
    )
    const ownForm = plainText(form({ scheme: { ...scheme, issuer: '', approvedBy: '', approvalNumber: '', validUntil: null } }))
    expect(ownForm).toContain('表 号： A1')
    for (const label of ['制定机关', '批准机关', '批准文号', '有效期至']) expect(ownForm).not.toContain(label)
  })

  test('a figure prints as it shows on screen; blank, zero, 不适用, × and — stay apart', () => {
    const html = form()
    const row = /一年级<\/th>(.*?)<\/tr>/.exec(html)?.[1] ?? ''
    expect([...row.matchAll(/<td class="(\w+)">([^<]*)</g)].map(([, kind, text]) => `${kind} ${text}`)).toEqual([
      'code 02',
      'figure 1203',
      'mark /',
      'figure —',
      'figure 0',
    ])
    const second = /二年级<\/th>(.*?)<\/tr>/.exec(html)?.[1] ?? ''
    expect(second).toContain('<td class="figure"></td>')
    expect(/住宿费<\/th>(.*?)<\/tr>/.exec(html)?.[1]).toContain('<td class="mark">×</td>')
  })

  test('an unsigned form says that it is a draft', () => {
    expect(plainText(form({ digest: null }))).toContain('未签发，仅供核对')
  })

  test('explained queries are printed as 校验说明表', () => {
    expect(plainText(form())).not.toContain('校验说明表')
    const text = plainText(form({ explanations: [{ check: 'A1-9', cell: 'A1.02.1', message: '较上年减少 31%', text: '撤并一个教学点' }] }))
    for (const part of ['校验说明表', 'A1-9', '较上年减少 31%', '撤并一个教学点']) expect(text).toContain(part)
  })

  test('a list without lines leaves room to write on', () => {
    const html = form({ values: new Map() })
    expect(html.match(/<th class="code">[123]<\/th>/g)).toHaveLength(3)
  })
})

describe('attack: names and texts that would become markup', () => {
  const evil = '<script>alert(1)</script>"\'&</style><img src=x onerror=alert(1)>'

  test('stay text wherever they are printed', () => {
    const html = form({
      unit: { ...school, name: evil, code: evil },
      periodTitle: evil,
      values: new Map([['L1.1.项目', evil]]),
      signOff: { head: evil, statistician: evil, filler: evil, phone: evil, reportedOn: evil },
      explanations: [{ check: evil, cell: evil, message: evil, text: evil }],
      digest: evil,
    })
    expect(html).not.toMatch(/<script|<img/i)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html.match(/<style>/g)).toHaveLength(1)
  })
})

test('a date that is missing leaves room to write one', () => {
  expect(dateWords('2021-09-01')).toBe('2021 年 9 月 1 日')
  expect(dateWords(null)).toBe('　　　年　　月　　日')
})
