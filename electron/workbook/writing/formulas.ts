import type { CheckInstance, Scheme } from '../../../shared/scheme/scheme.ts'
import type { ManifestSpots } from './manifest-sheet.ts'
import type { Placement } from './placement.ts'

export type ExcelFormulas = {
  cell(scheme: Scheme, ref: string, row: number): string | null
  check(instance: CheckInstance, row: number | null): string | null
}

export function excelFormulas(_placement: Placement, _spots: ManifestSpots): ExcelFormulas {
  return { cell: () => null, check: () => null }
}
