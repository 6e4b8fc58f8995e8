/**
 * The keys and names of the very hidden sheet `_xt` (docs/workbook-format.md: The manifest _xt), shared by writer and reader.
 *
 * The sheet is one list of rows from row 1: column A the key, column B the value. Keys never repeat.
 *
 * | key                    | value                                                            |
 * |------------------------|------------------------------------------------------------------|
 * | one of `manifestKeys`  | text                                                             |
 * | `unit:<attribute>`     | an attribute of the filing unit, text                            |
 * | `parameter:<name>`     | the value in force in the period, a number; empty when there is none |
 * | `prior:<cell>`         | the figure one period before, a number or text; empty when blank |
 * | `remark:<cell>`        | in a return file: the collector's remark on the cell, text       |
 * | `names:<n>`            | defined names with their meanings, `NAME=STANDS NAME=STANDS …`   |
 *
 * | defined name | stands for                                              |
 * |--------------|---------------------------------------------------------|
 * | `XT_…`       | an input cell, `MS03.02.1`                              |
 * | `XTSIGN_…`   | a field of the sign-off on 封面, `sign:<field>`         |
 * | `XTWHY_…`    | an explanation on 审核, `why:<check>@<cell>`            |
 *
 * A row of names holds up to 16,000 characters, because a row per name would make up most of the workbook.
 */
export const manifestSheet = '_xt'
export const coverSheet = '封面'
export const checkSheet = '审核'
export const choiceSheet = '_choices'

export const manifestFormat = 'xiaotong-workbook/1'

export const manifestKeys = {
  format: 'format',
  scheme: 'scheme',
  version: 'version',
  schemeDigest: 'scheme-digest',
  period: 'period',
  unitCode: 'unit-code',
  unitName: 'unit-name',
  revision: 'revision',
  /** Time of the sign-off or of the last change of the filing, never of the export; UTC, ISO 8601. */
  changedAt: 'changed-at',
  appVersion: 'app-version',
  /** SHA-256 over canonicalFacts, hexadecimal. */
  factsDigest: 'facts-digest',
  /** `yes` for a workbook to fill in, `no` for one that carries a filing. */
  blank: 'blank',
  /** The unit whose workspace wrote the workbook: the filing unit or its collector. */
  issuerCode: 'issuer-code',
  issuerName: 'issuer-name',
  /** The `parameter:` values that the issuer set itself, JSON `[{"name","from","source"}, …]`; empty when there are none. */
  ownValues: 'own-values',
  /** `yes` for a filing with content that was not signed off at the time of writing; empty otherwise. */
  draft: 'draft',
} as const

export const keyPrefix = { unit: 'unit:', parameter: 'parameter:', prior: 'prior:', remark: 'remark:', names: 'names:' } as const
/** The separators and the length in characters of a row of names; codes contain neither blanks nor `=`. */
export const namesWriting = { between: ' ', means: '=', longest: 16_000 } as const
export const namePrefix = { cell: 'XT_', sign: 'XTSIGN_', why: 'XTWHY_' } as const
export const valuePrefix = { sign: 'sign:', why: 'why:' } as const

/** The sign-off fields of 封面, in the order of the statutory form. */
export const signFields = ['head', 'statistician', 'filler', 'phone', 'reportedOn'] as const
export type SignField = (typeof signFields)[number]

export const signTitles: Readonly<Record<SignField, string>> = {
  head: '单位负责人',
  statistician: '统计负责人',
  filler: '填表人',
  phone: '联系电话',
  reportedOn: '报出日期',
}

/** The mark for 不适用 in a cell of a workbook. */
export const notApplicableMark = '/'
