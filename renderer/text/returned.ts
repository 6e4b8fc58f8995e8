import { counted, words } from './catalogue.ts'

export const returned = words({
  zh: {
    act: '退回修改单',
    ask: (unit: string) => `把“${unit}”的报表退回修改？`,
    detail: '生成带批注的报送文件，发给学校改正；在改好的报表报来之前，仍按现有数据计入汇总。',
    here: '本单位的报表已退回修改：请按“审核”所列逐处改正或说明，改好后重新签报。',
    there: (revision: number) => `第 ${revision} 版已退回修改，等改好的报表报来；在那之前仍按这一版计入汇总。`,
    toChecks: '去审核',
    remark: '县里的意见',
    remarks: (count: string) => `县里的意见 ${count} 条`,
    remarkOf: (text: string) => `县里的意见：${text}`,
    remarksCame: (count: string) => `带来县里的意见 ${count} 条，标在各格上，重新签报后消失。`,
    import: '导入退回的文件',
    importHint: '上级发来的 .xlsx：退回修改单，或空白报送文件。本机已有的数据不会被改动，参数改用上级的。',
    blank: '这是空白报送文件，没有要填入的数据。',
    blankSame: '这是空白报送文件，没有要填入的数据；参数与本机的相同。',
    adopted: (issuer: string, values: string) => `参数改用${issuer}的：${values}。`,
    adoptedValue: (name: string, before: string, value: string, source: string) =>
      `${name} ${before} → ${value}${source === '' ? '' : `（${source}）`}`,
    noValue: '无',
    between: '；',
    undo: '撤销',
    undone: '参数已恢复为原来的值。',
    opened: '已打开更正。须改正和需说明的地方都列在“审核”中。',
    taken: '已按退回的文件填入数据，可以更正了。须改正和需说明的地方都列在“审核”中。',
    differs: (count: string) =>
      `退回的文件与本机的数据有 ${count} 格不同，本机的数据没有改动。请核对哪一份是对的；须改正和需说明的地方都列在“审核”中。`,
  },
  en: {
    act: 'Return for correction',
    ask: (unit) => `Return the filing of ${unit} for correction?`,
    detail:
      'This makes its workbook with comments, to be sent to the school. Until the corrected filing comes in, the present figures count in the totals.',
    here: 'The filing was returned for correction: correct or explain what is listed under Checks, then sign it off again.',
    there: (revision) => `Revision ${revision} was returned for correction; it counts in the totals until the corrected filing comes in.`,
    toChecks: 'To the checks',
    remark: 'Remark from the county',
    remarks: (count) => counted(count, 'remark from the county', 'remarks from the county'),
    remarkOf: (text) => `Remark from the county: ${text}`,
    remarksCame: (count) =>
      `It brought ${counted(count, 'remark from the county', 'remarks from the county')}, marked on the cells until the filing is signed off again.`,
    import: 'Import a returned file',
    importHint:
      'An .xlsx from your collector: a returned file or a blank form. What is held here is not changed; its parameters are adopted.',
    blank: 'This is a blank form; there is nothing to fill in from it.',
    blankSame: 'This is a blank form; there is nothing to fill in from it, and its parameters are those held here.',
    adopted: (issuer, values) => `Parameters of ${issuer} are used now: ${values}.`,
    adoptedValue: (name, before, value, source) => `${name} ${before} → ${value}${source === '' ? '' : ` (${source})`}`,
    noValue: 'none',
    between: '; ',
    undo: 'Undo',
    undone: 'The parameters are what they were.',
    opened: 'Opened for correction. What is to be corrected or explained is listed under Checks.',
    taken: 'The returned file was filled in and can be corrected. What is to be corrected or explained is listed under Checks.',
    differs: (count) =>
      `The returned file differs from what is held here in ${count} ${count === '1' ? 'cell' : 'cells'}; nothing was changed here. Check which is right; what is to be corrected or explained is listed under Checks.`,
  },
})
