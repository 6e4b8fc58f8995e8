import { fromText, toTenThousandths, type TenThousandths } from '../decimal/decimal.ts'

/** A decimal of the file in ten-thousandths; numbers of YAML arrive as they were spelled, up to 15 digits. */
export function schemeNumber(value: number | string): TenThousandths | null {
  const decimal = fromText(String(value))
  return decimal === null ? null : toTenThousandths(decimal)
}
