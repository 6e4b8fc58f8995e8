/** 城乡分类 (docs/design/domain.md: Urban-rural class): 111 主城区 112 城乡结合区 121 镇中心区 122 镇乡结合区 123 特殊区域 210 乡中心区 220 村庄. */
export const urbanRuralClasses: Readonly<Record<string, string>> = {
  '111': '主城区',
  '112': '城乡结合区',
  '121': '镇中心区',
  '122': '镇乡结合区',
  '123': '特殊区域',
  '210': '乡中心区',
  '220': '村庄',
}

/** Returns the band of a class code: 城区 11x, 镇区 12x, 乡村 2xx; empty for any other code. */
export function urbanRuralBand(code: string): '城区' | '镇区' | '乡村' | '' {
  if (code.startsWith('11')) return '城区'
  if (code.startsWith('12')) return '镇区'
  return code.startsWith('2') ? '乡村' : ''
}
