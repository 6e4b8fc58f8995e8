const two = (number: number): string => String(number).padStart(2, '0')

/** The text of a scheme with a large grid `L` (totals, a check per column) and a small grid `S`, from which the bench opens `L`. */
export function gridScheme(rows: number, columns: number): string {
  const grid = (code: string, title: string, high: number, wide: number): string => `
  - code: ${code}
    title: ${title}
    filed-by: school
    defaults: { min: 0, max: 99999, quantity: 人 }
    columns:
${Array.from({ length: wide }, (_, column) => `      - { code: '${column + 1}', title: 第${column + 1}栏 }`).join('\n')}
      - { code: '99', title: 合计, formula: 'SUM([.1:${wide}])' }
    rows:
${Array.from({ length: high }, (_, row) => `      - { code: '${two(row + 1)}', title: 第${row + 1}行 }`).join('\n')}
      - { code: '99', title: 总计, subtotal: true, formula: 'SUM([01:${two(high)}])' }`
  return `scheme: bench-grid
version: '1'
title: 大表试验
period: year
units: { school: kind = 小学 }
tables:${grid('L', '大表', rows, columns)}${grid('S', '小表', 3, 3)}
checks:
  - { id: C1, level: error, for: L, each: column, rule: '[02] <= [01]', because: 部分不大于总体 }
`
}
