/** The kind by the first two digits of a 学校标识码 (docs/design/domain.md: Unit codes). */
const byCode: Readonly<Record<string, string>> = {
  '11': '幼儿园',
  '21': '小学',
  '31': '初中',
  '34': '高中',
  '36': '中职',
  '51': '特殊教育',
}
const byName: readonly (readonly [RegExp, string])[] = [
  [/教育(和体育|体育)?局|教育委员会|教委$/, '教育局'],
  [/幼儿园|幼教/, '幼儿园'],
  [/教学点/, '教学点'],
  [/九年一贯|九年制/, '九年一贯制'],
  [/职业|中专|技工|职教/, '中职'],
  [/高级中学|高中|第[一二三四五六七八九十]+中学|完全中学/, '高中'],
  [/小学|完小/, '小学'],
  [/初级中学|初中|中学/, '初中'],
]

/** Guesses a unit's kind from its name, else from its 10-digit code; empty without a guess. The user may correct the guess. */
export function guessKind(code: string, name: string): string {
  const named = byName.find(([pattern]) => pattern.test(name))?.[1]
  return named ?? (/^\d{10}$/.test(code) ? (byCode[code.slice(0, 2)] ?? '') : '')
}
