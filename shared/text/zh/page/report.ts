type Kind = 'tag' | 'placeholder' | 'template'
type Place = 'indicator' | 'cell' | 'parameter' | 'evaluation' | 'roster'

export const report = {
  title: '报告',
  ready: (figures: string) => `报告中 ${figures} 处数据都有来源，可以导出`,
  checksFail: (count: string) => `汇总数有 ${count} 处审核未通过`,
  rereading: '数据有变动，正在重新生成报告，完成后才能导出',
  blocked: (count: string) => `还有 ${count} 处没有着落，处理之后才能导出`,
  word: '导出 Word',
  pdf: '导出 PDF',
  pdfMissing: '这台电脑上没有可以生成 PDF 的浏览器，请导出 Word 后另存为 PDF',
  blockedHint: '处理右侧列出的各处之后才能导出',
  preview: '报告预览',
  unresolved: (count: string) => `${count} 处没有着落`,
  unresolvedKind: (kind: Kind) =>
    ({
      tag: '标签取不到数据：方案里没有这一项，或这一项还是空的',
      placeholder: '占位符没有填写',
      template: '模板有误：标签的括号不配对，或文件不完整',
    })[kind],
  around: (text: string) => `……${text}……`,
  howToMend: '请补齐数据，或下载模板在 Word、WPS 中改正后放回。',
  brokenTitle: '模板有误，报告排不出来',
  brokenText: '右侧写明了模板中出错的地方。改正后重新放入，或恢复方案自带的模板。',
  figures: '数据来源',
  figuresHint: '点报告中的数字，看它从哪里来',
  noFigures: '报告中没有取数的地方',
  search: '查找数字或名称',
  place: (place: Place) =>
    ({ indicator: '看指标', cell: '看汇总数的构成', parameter: '看参数', evaluation: '看评价', roster: '看名录' })[place],
  template: '模板',
  builtIn: '方案自带',
  own: '本县模板',
  download: '下载模板',
  replace: '放入本县模板',
  drop: '恢复方案模板',
  dropped: (name: string) => `已不再使用“${name}”。`,
  replaced: (name: string) => `报告现在按“${name}”排。`,
  undo: '撤销',
  templateHint: '.docx 文件；标签如 {指标:名称}、{数:表号.行.列}、{得分:编号}',
  emptyTitle: '这个报表方案还没有报告模板',
  emptyText: '用 Word 或 WPS 写一份 .docx，在要填数的地方写上标签，如 {指标:名称}、{数:表号.行.列}、{总得分}，然后放进来。',
}
