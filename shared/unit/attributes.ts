import { urbanRuralClasses } from './urban-rural.ts'

/** How an attribute is entered on the page: as text, or out of what is known. */
export type AttributeEntry = 'text' | 'known-kinds' | 'known-values' | 'classes' | 'units'

/** Everything that differs from one attribute of a unit to another. */
type UnitAttributeDefinition = {
  /** Titles that people give the column of a roster file; the first is the product's own. */
  titles: readonly [string, ...string[]]
  /** At most so many characters; one that is needed is never empty. */
  longest: number
  needed: boolean
  /**
   * What a unit has that does not mention the attribute. Absent: every unit mentions it, if only to say that it is empty. Its column in
   * the store has the same name, and this value for units of earlier versions.
   */
  unsaid?: string
  /** What is made of the text in a roster file, NFKC and without blanks at its ends. */
  clean: (text: string) => string
  /** The name of its field and its column on the page. */
  label: { zh: string; en: string }
  /** What a formula in words calls it. */
  inFormula: { zh: string; en: string }
  entry: AttributeEntry
  /** Its column in the roster table, in CSS pixels; null: only the drawer shows it. */
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

/** What the roster knows of each unit: `code`, `name`, `kind` … Formulas ask for it by this name. */
export type UnitAttribute = keyof typeof definitions
/** Attributes that a unit need not mention. */
export type UnsaidAttribute = {
  [A in UnitAttribute]: (typeof definitions)[A] extends { unsaid: string } ? A : never
}[UnitAttribute]

/** The closed list of attributes, each with all that depends on it. */
export const unitAttributeTable: Readonly<Record<UnitAttribute, UnitAttributeDefinition>> = definitions

/** Their names, in the order of the roster's columns. */
export const unitAttributes = Object.keys(definitions) as UnitAttribute[]

/** Without blanks between Chinese characters. */
function closed(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

function classCode(text: string): string {
  const digits = /^\d{3}/.exec(text)?.[0]
  return digits ?? Object.entries(urbanRuralClasses).find(([, name]) => text.includes(name))?.[0] ?? text
}
