/** The common kinds of unit (单位类型) in schemes; a scheme may have others. */
export const commonKinds: readonly string[] = [
  '幼儿园',
  '小学',
  '教学点',
  '初中',
  '九年一贯制',
  '完全中学',
  '十二年一贯制',
  '高中',
  '中职',
  '特殊教育',
  '中心校',
  '教育局',
]
