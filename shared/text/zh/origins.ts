import type { OriginSentences } from '../sentences.ts'

export const origins: OriginSentences = {
  indicator: (formula) => `指标 ${formula}`,
  parameter: (name, source) => `参数 ${name}：${source}`,
  item: (item) => `评价 ${item}`,
  plain: {
    evaluation: '评价',
    'total-score': '评价总得分',
    'full-points': '评价总分',
    grade: '评价等级',
    filed: '报送情况',
    workspace: '工作区',
    task: '任务',
    scheme: '报表方案',
    ordinal: '序号',
  },
}
