import type { TenThousandths } from '../../../shared/decimal/decimal.ts'
import type { Facts } from '../../../shared/filing/facts.ts'
import type { Scheme, Table } from '../../../shared/scheme/scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import type { CellRef } from '../../../shared/words.ts'
import type { OwnValue } from '../../../shared/period/local-values.ts'
import type { SignField } from '../manifest.ts'

/** A filing to be written as a workbook, with everything on the sheets: the writer has no clock and no store. */
export type WorkbookInput = {
  scheme: Scheme
  schemeDigest: string
  /** As spelled in the manifest and the file name, `2021`. */
  period: string
  unit: Unit
  /** The tables the unit files, in the scheme's order. */
  tables: readonly Table[]
  facts: Facts
  /** Texts that do not fit their cells, as typed; they stand in the cells until corrected. */
  refused?: ReadonlyMap<CellRef, string>
  /** Explanations by `CHECK@CELL`. */
  explanations: ReadonlyMap<string, string>
  signOff: Readonly<Record<SignField, string | null>>
  revision: number
  /** Time of the sign-off or of the last change of the filing, never of the export; UTC, ISO 8601. */
  changedAt: string
  appVersion: string
  /** SHA-256 over canonicalFacts, hexadecimal. */
  factsDigest: string
  /** The data of the same unit one period before; null when there is none. */
  prior: { facts: Facts; parameters: ReadonlyMap<string, TenThousandths> } | null
  /** The parameters in force in the period. */
  parameters: ReadonlyMap<string, TenThousandths>
  /** The unit whose workspace writes the workbook; left out when not needed. */
  issuer?: Pick<Unit, 'code' | 'name'>
  /** The values in `parameters` that the issuer set itself, with their start and source. */
  ownValues?: readonly OwnValue[]
  /** True for a workbook to fill in, false for one that carries a filing. */
  blank: boolean
  /** True for unsigned content. */
  draft?: boolean
  /** The comments of a return file 退回修改单, by cell. */
  comments?: ReadonlyMap<CellRef, string>
}
