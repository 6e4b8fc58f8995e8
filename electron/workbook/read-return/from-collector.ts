import { fromText, toTenThousandths, type TenThousandths } from '../../../shared/decimal/decimal.ts'
import type { OwnValue } from '../../../shared/period/local-values.ts'
import { cellOf } from '../../../shared/scheme/cells.ts'
import type { Scheme } from '../../../shared/scheme/scheme.ts'
import { keyPrefix, manifestKeys } from '../manifest.ts'
import type { FromCollector } from '../return.ts'
import { plainDecimal } from '../xlsx/number-text.ts'
import type { ReturnManifest } from './manifest.ts'

/** Limits above any real return file; a hostile file is cut there. */
const mostRemarks = 5000
const longestRemark = 4000
const longestSource = 200

/**
 * Reads the collector's data from the manifest: remarks on cells, parameters and their sources. Null when the filing unit
 * wrote the workbook itself, or when no issuer is named. Cells and parameters of another scheme are left out.
 */
export function readFromCollector({ unitCode, values }: ReturnManifest, scheme: Scheme): FromCollector | null {
  const issuer = { code: values.get(manifestKeys.issuerCode)?.trim() ?? '', name: values.get(manifestKeys.issuerName)?.trim() ?? '' }
  if (issuer.code === '' || issuer.code === unitCode) return null
  const sent: FromCollector = {
    issuer,
    remarks: [],
    parameters: [],
    ownValues: ownValuesIn(values.get(manifestKeys.ownValues) ?? '', scheme),
  }
  for (const [key, text] of values) {
    if (key.startsWith(keyPrefix.remark)) {
      const cell = key.slice(keyPrefix.remark.length)
      if (text.trim() !== '' && sent.remarks.length < mostRemarks && cellOf(scheme, cell) !== null)
        sent.remarks.push([cell, text.slice(0, longestRemark)])
    } else if (key.startsWith(keyPrefix.parameter)) {
      const name = key.slice(keyPrefix.parameter.length)
      const value = figureIn(text)
      if (value !== null && scheme.parameters.has(name)) sent.parameters.push([name, value])
    }
  }
  return sent
}

function figureIn(text: string): TenThousandths | null {
  const plain = plainDecimal(text.trim())
  const decimal = plain === null ? null : fromText(plain)
  return decimal === null ? null : toTenThousandths(decimal)
}

/** Reads the list of own values; members that the program would not write are left out. */
function ownValuesIn(text: string, scheme: Scheme): OwnValue[] {
  if (text === '') return []
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list)
      ? list
          .filter(isOwnValue)
          .filter(({ name }) => scheme.parameters.has(name))
          .map(({ name, from, source }) => ({ name, from, source: source.slice(0, longestSource) }))
      : []
  } catch {
    return []
  }
}

function isOwnValue(one: unknown): one is OwnValue {
  if (typeof one !== 'object' || one === null) return false
  const { name, from, source } = one as Partial<Record<keyof OwnValue, unknown>>
  return typeof name === 'string' && typeof source === 'string' && typeof from === 'string' && /^\d{4}(-\d{2,4}){0,2}$/.test(from)
}
