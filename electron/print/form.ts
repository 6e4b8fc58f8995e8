import type { SignOff } from '../../shared/api/common.ts'
import type { Scheme, Table } from '../../shared/scheme/scheme.ts'
import { dayWords, statutoryHead, unitNoteLine } from '../../shared/text/statutory-head.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import type { CellRef } from '../../shared/words.ts'
import { printDocument } from './document.ts'
import type { PrintValues } from './figures.ts'
import { markup, type Markup } from './markup.ts'
import { printTable } from './printed-table.ts'
import { printedRelations } from './relations.ts'

/** An explained query for 校验说明表; `message` is the check's finding in Chinese. */
type PrintedExplanation = { check: string; cell: CellRef; message: string; text: string }

export type FormInput = {
  scheme: Scheme
  /** The tables this unit files, in the scheme's order. */
  tables: readonly Table[]
  unit: Unit
  /** The period in words: 「2021 年度」. */
  periodTitle: string
  /** Facts and computed figures. */
  values: PrintValues
  explanations: readonly PrintedExplanation[]
  signOff: SignOff
  /** The short digest of the facts; null prints the form as a draft. */
  digest: string | null
  revision: number
  fontFaces: string
}

/**
 * A unit's filing for signature and stamp as a complete HTML document: cover, each table, 校验说明表
 * (docs/design/receiving.md: Check code; docs/design/domain.md: Statutory form).
 */
export function formHtml(input: FormInput): string {
  const { scheme, unit, periodTitle, signOff, digest } = input
  const foot = [
    `单位负责人：${signOff.head}`,
    `统计负责人：${signOff.statistician}`,
    `填表人：${signOff.filler}`,
    `联系电话：${signOff.phone}`,
    `报出日期：${dateWords(signOff.reportedOn)}`,
  ]
  const tables = input.tables.map((table) =>
    printTable({
      table,
      cells: scheme.cells,
      values: input.values,
      head: statutoryHead(scheme, table, 'zh'),
      band: [`填报单位：${unit.name}`, periodTitle, unitNoteLine(table, 'zh')],
      lead: null,
      notes: [
        { heading: '注', lines: table.notes },
        { heading: '审核关系', lines: printedRelations(table, scheme.cells, scheme.checks) },
      ],
      foot,
    }),
  )
  const footer = `${unit.name}（${unit.code}）　${digest === null ? '未签发' : `校验码 ${digest}`}`
  return printDocument(`${unit.name} ${scheme.title}`, footer, input.fontFaces, [cover(input), ...tables, ...explanationSheet(input)])
}

function cover(input: FormInput): Markup {
  const { scheme, unit, signOff, digest } = input
  const fields: [string, string, string?][] = [
    ['填报单位', unit.name, '（公章）'],
    ['单位代码', unit.code],
    ['单位负责人', signOff.head, '（签字）'],
    ['统计负责人', signOff.statistician, '（签字）'],
    ['填表人', signOff.filler, '（签字）'],
    ['联系电话', signOff.phone],
    ['报出日期', dateWords(signOff.reportedOn)],
  ]
  const rows = fields.map(
    ([name, value, hint]) =>
      markup`<tr><th>${name}：</th><td>${value}${hint === undefined ? null : markup` <span class="seal">${hint}</span>`}</td></tr>`,
  )
  const contents = input.tables.map((table) => markup`<tr><td>${table.code}</td><td>${table.title}</td></tr>`)
  const proof =
    digest === null
      ? markup`<div class="draft">未签发，仅供核对</div>`
      : markup`<div class="digest">校验码 <b>${digest}</b>　第 ${input.revision} 版<br>纸质报表与报送文件的校验码相同，则两者数据相同。</div>`
  return markup`<section class="cover"><h1>${scheme.title}</h1><div class="period">${input.periodTitle}</div>
<table class="fields">${rows}</table><table class="contents">${contents}</table>${proof}</section>`
}

function explanationSheet(input: FormInput): Markup[] {
  if (input.explanations.length === 0) return []
  const rows = input.explanations.map(
    (one, index) =>
      markup`<tr><td class="middle">${index + 1}</td><td>${one.check}</td><td>${one.cell}</td><td>${one.message}</td><td>${one.text}</td></tr>`,
  )
  return [
    markup`<section class="upright"><h2>校验说明表</h2><p class="lead">${input.unit.name}　${input.periodTitle}</p>
<table class="plain"><colgroup><col style="width: 11mm"><col style="width: 22mm"><col style="width: 26mm"><col><col style="width: 58mm"></colgroup>
<thead><tr><th>序号</th><th>审核关系</th><th>单元格</th><th>审核结果</th><th>填报单位说明</th></tr></thead><tbody>${rows}</tbody></table></section>`,
  ]
}

/** 2021-09-01 as 2021 年 9 月 1 日; a missing date prints blanks for handwriting. */
export function dateWords(iso: string | null): string {
  return iso === null || !/^\d{4}-\d{2}-\d{2}$/.test(iso) ? '　　　年　　月　　日' : dayWords(iso, 'zh')
}
