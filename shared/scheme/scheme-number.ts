import { fromText, toTenThousandths, type TenThousandths } from '../decimal/decimal.ts'

/** Returns a decimal of the file in ten-thousandths; null for a malformed one. YAML numbers are exact up to 15 digits. */
export function schemeNumber(value: number | string): TenThousandths | null {
  const decimal = fromText(String(value))
  return decimal === null ? null : toTenThousandths(decimal)
}
