import { problem, type Problem } from '../../../shared/problem.ts'
import type { XlsxRefusal } from '../xlsx/refusal.ts'

const MiB = 1024 * 1024

/** The problem for a refused file; its sentence gives the remedy. */
export function refusalProblem({ code, details }: XlsxRefusal): Problem {
  switch (code) {
    case 'empty':
      return problem('file-empty', {})
    case 'not-a-workbook':
      return problem('file-not-workbook', { looksLike: String(details.found ?? '') })
    case 'old-xls':
      return problem('file-old-xls', {})
    case 'wps-et':
      return problem('file-wps-et', {})
    case 'password':
      return problem('file-password', {})
    case 'damaged':
    case 'unsafe':
      return problem('file-damaged', { why: details.reason ?? '', sheet: details.sheet ?? null })
    case 'too-large':
      return details.reason === 'shared-strings'
        ? problem('file-too-many', { what: 'cells', limit: details.allowed ?? 0 })
        : problem('file-too-large', { limit: `${Math.round((details.allowed ?? 0) / MiB)} MB` })
    case 'too-many-entries':
      return problem('file-too-many', { what: 'entries', limit: details.allowed ?? 0 })
    case 'too-many-sheets':
      return problem('file-too-many', { what: 'sheets', limit: details.allowed ?? 0 })
    case 'too-many-cells':
      return problem('file-too-many', { what: 'cells', limit: details.allowed ?? 0 })
    case 'too-many-names':
      return problem('file-too-many', { what: details.reason === 'merges' ? 'merges' : 'names', limit: details.allowed ?? 0 })
  }
}
