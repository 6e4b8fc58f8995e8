import type { TenThousandths } from '../../../shared/decimal/decimal.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import type { Scheme, Table } from '../../../shared/scheme/scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import type { CellRef } from '../../../shared/words.ts'
import type { OwnValue } from '../../../shared/period/local-values.ts'
import type { SignField } from '../manifest.ts'

/** One filing to be written as a workbook. Everything that is on the sheets is here: the writer has no clock and no store. */
export type WorkbookInput = {
  scheme: Scheme
  schemeDigest: string
  /** As the manifest and the file name spell it, `2021`. */
  period: string
  unit: Unit
  /** The tables the unit files, in the scheme's order. */
  tables: readonly Table[]
  facts: Facts
  /** Text that does not fit its cell, as it was typed; it stands in the cell until it is corrected. */
  refused?: ReadonlyMap<CellRef, string>
  /** By `CHECK@CELL`. */
  explanations: ReadonlyMap<string, string>
  signOff: Readonly<Record<SignField, string | null>>
  revision: number
  /** When the filing was signed or last changed, UTC, ISO 8601; never the moment of export. */
  changedAt: string
  appVersion: string
  /** SHA-256 over canonicalFacts, hexadecimal. */
  factsDigest: string
  /** The same unit one period before; null when there is nothing. */
  prior: { facts: Facts; parameters: ReadonlyMap<string, TenThousandths> } | null
  /** In force in the period. */
  parameters: ReadonlyMap<string, TenThousandths>
  /** The unit whose workspace writes it; left out where nobody needs to know. */
  issuer?: Pick<Unit, 'code' | 'name'>
  /** Of `parameters` those that the issuer set itself: since when, on what ground. */
  ownValues?: readonly OwnValue[]
  /** A workbook to fill in rather than one that carries a filing. */
  blank: boolean
  /** It carries content that nobody has signed off. */
  draft?: boolean
  /** A return file 退回修改单: what is wrong, by cell. */
  comments?: ReadonlyMap<CellRef, string>
}
