/** Kinds of unit (单位类型) that schemes commonly tell apart; a scheme may know others. */
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
