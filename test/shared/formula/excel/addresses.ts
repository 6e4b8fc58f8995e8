import type { Addresses } from '../../../../shared/formula/kit/excel-text.ts'

/** Figures a b c … in C1, C2, …; the column 01.1 to 05.1 in D1:D5; c is computed. */
export const addresses: Addresses = {
  cell: (key) => (/^\d/.test(key) ? `$D$${Number(key.slice(0, 2))}` : `$C$${'abcdxytuef'.indexOf(key) + 1}`),
  listColumn: (table, column) =>
    `${table}!$${'类人日'.indexOf(column.charAt(0)) < 0 ? 'A' : 'BCD'.charAt('类人日'.indexOf(column.charAt(0)))}$2:$${'类人日'.indexOf(column.charAt(0)) < 0 ? 'A' : 'BCD'.charAt('类人日'.indexOf(column.charAt(0)))}$9`,
  listCell: (_, column) => `${column}7`,
  prior: (key) => `hidden!$P$${'abcdxytuef'.indexOf(key) + 1}`,
  parameter: () => 'hidden!$Q$1',
  unit: () => 'hidden!$R$1',
  computed: (key) => key === 'c',
}
