import type { OriginSentences } from '../sentences.ts'

export const origins: OriginSentences = {
  indicator: (formula) => `Indicator ${formula}`,
  parameter: (name, source) => `Parameter ${name}: ${source}`,
  item: (item) => `Item ${item}`,
  plain: {
    evaluation: 'The evaluation',
    'total-score': 'Total score of the evaluation',
    'full-points': 'Full points of the evaluation',
    grade: 'Grade of the evaluation',
    filed: 'Filings received',
    workspace: 'The workspace',
    task: 'The task',
    scheme: 'The scheme',
    ordinal: 'Running number',
  },
}
