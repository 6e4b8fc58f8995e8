import { urbanRuralClasses } from './urban-rural.ts'

/** The entry of an attribute on the page: free text, or a choice of known values. */
export type AttributeEntry = 'text' | 'known-kinds' | 'known-values' | 'classes' | 'units'

type UnitAttributeDefinition = {
  /** The accepted titles of the column in a roster file; the first is the product's own. */
  titles: readonly [string, ...string[]]
  /** The largest number of characters; a `needed` attribute is never empty. */
  longest: number
  needed: boolean
  /**
   * The default for a unit without the attribute. Absent: every unit has the attribute, even if empty. The attribute's column in the
   * store has the same name, and this default for units of earlier versions.
   */
  unsaid?: string
  /** Cleans the text from a roster file; the text is already NFKC and trimmed. */
  clean: (text: string) => string
  /** The name of the attribute's field and column on the page. */
  label: { zh: string; en: string }
  /** The attribute's name in a formula in words. */
  inFormula: { zh: string; en: string }
  entry: AttributeEntry
  /** The attribute's column in the roster table, in CSS pixels; null: shown only in the drawer. */
  column: { width: { zh: number; en: number }; sorted: boolean } | null
}

const asWritten = (text: string): string => text
const definitions = {
  code: {
    titles: ['代码', '单位代码', '学校代码', '学校标识码', '机构代码', 'code'],
    longest: 40,
    needed: true,
    clean: (text) => text.replace(/\s+/g, ''),
    label: { zh: '代码', en: 'Code' },
    inFormula: { zh: '单位代码', en: 'code' },
    entry: 'text',
    column: { width: { zh: 114, en: 114 }, sorted: true },
  },
  name: {
    titles: ['名称', '单位名称', '学校名称', '机构名称', 'name'],
    longest: 120,
    needed: true,
    clean: asWritten,
    label: { zh: '名称', en: 'Name' },
    inFormula: { zh: '单位名称', en: 'name' },
    entry: 'text',
    column: { width: { zh: 190, en: 152 }, sorted: true },
  },
  kind: {
    titles: ['类型', '单位类型', '学校类型', '办学类型', 'kind'],
    longest: 40,
    needed: false,
    clean: closed,
    label: { zh: '类型', en: 'Kind' },
    inFormula: { zh: '单位类型', en: 'kind' },
    entry: 'known-kinds',
    column: { width: { zh: 100, en: 100 }, sorted: false },
  },
  township: {
    titles: ['乡镇', '所在乡镇', '乡镇街道', 'township'],
    longest: 60,
    needed: false,
    clean: closed,
    label: { zh: '乡镇', en: 'Township' },
    inFormula: { zh: '乡镇', en: 'township' },
    entry: 'known-values',
    column: { width: { zh: 106, en: 106 }, sorted: true },
  },
  class: {
    titles: ['城乡分类', '城乡分类代码', 'class'],
    longest: 10,
    needed: false,
    clean: (text) => classCode(closed(text)),
    label: { zh: '城乡分类', en: 'Urban-rural class' },
    inFormula: { zh: '城乡分类', en: 'urban-rural class' },
    entry: 'classes',
    column: { width: { zh: 132, en: 138 }, sorted: false },
  },
  parent: {
    titles: ['上级', '上级单位', '主管单位', '中心校', 'parent'],
    longest: 40,
    needed: false,
    clean: asWritten,
    label: { zh: '上级', en: 'Parent' },
    inFormula: { zh: '上级单位', en: 'parent unit' },
    entry: 'units',
    column: null,
  },
} as const satisfies Record<string, UnitAttributeDefinition>

/** The name of a unit's attribute, also in formulas: `code`, `name`, `kind` … */
export type UnitAttribute = keyof typeof definitions
/** The attributes with a default, which a unit may leave out. */
export type UnsaidAttribute = {
  [A in UnitAttribute]: (typeof definitions)[A] extends { unsaid: string } ? A : never
}[UnitAttribute]

/** The closed list of attributes with their definitions. */
export const unitAttributeTable: Readonly<Record<UnitAttribute, UnitAttributeDefinition>> = definitions

/** The attributes' names, in the order of the roster's columns. */
export const unitAttributes = Object.keys(definitions) as UnitAttribute[]

/** Removes the blanks between Chinese characters. */
function closed(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

function classCode(text: string): string {
  const digits = /^\d{3}/.exec(text)?.[0]
  return digits ?? Object.entries(urbanRuralClasses).find(([, name]) => text.includes(name))?.[0] ?? text
}
