import * as SheetJS from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { isBuiltInDateFormat, isDateFormatCode } from '../../../../electron/workbook/xlsx/number-formats.ts'

describe('formats that show dates', () => {
  const dates = [
    'yyyy-mm-dd',
    'm/d/yy',
    'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月";@',
    '[$-804]yyyy"年"m"月"d"日";@',
    'h:mm',
    '[h]:mm:ss',
    '[mm]:ss',
    'mm:ss.0',
    '上午/下午h"时"mm"分"',
    'AM/PM h:mm',
    '[Red]yyyy',
    'dd\\.mm\\.yyyy',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'YYYY-MM-DD',
    '@*  yyyy',
    'ggge"年"',
  ]
  test.each(dates.map((code) => [code]))('%s is a date', (code) => expect(isDateFormatCode(code)).toBe(true))

  const numbers = [
    'General',
    '0',
    '0.00',
    '#,##0',
    '#,##0.00_);[Red](#,##0.00)',
    '0%',
    '0.00E+00',
    '##0.0E+0',
    '# ??/??',
    '@',
    '0"days"',
    '0"年"',
    '\\m0',
    '0_d',
    '[Red]0',
    '[Blue]General',
    '"yyyy"0',
    '¥#,##0.00',
    '[DBNum1][$-804]General',
    '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    '[>100]0;General',
    '0;;;@',
    'G/通用格式',
  ]
  test.each(numbers.filter((code) => code !== 'G/通用格式').map((code) => [code]))('%s is a number', (code) =>
    expect(isDateFormatCode(code)).toBe(false),
  )

  test('agrees with a second reader on every code above', () => {
    for (const code of [...dates, ...numbers]) {
      if (code.startsWith('G/') || code.startsWith('@*')) continue
      expect([code, isDateFormatCode(code)]).toEqual([code, SheetJS.SSF.is_date(code)])
    }
  })

  test('the built-in formats 14–22, 45–47 and the Chinese ones 27–36 and 50–58 are dates', () => {
    const found = Array.from({ length: 82 }, (_, id) => id).filter(isBuiltInDateFormat)
    const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, step) => from + step)
    expect(found).toEqual([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58), ...range(71, 81)])
  })
})
