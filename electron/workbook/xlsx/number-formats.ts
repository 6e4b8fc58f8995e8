/**
 * Built-in formats of dates and times. 27–36 and 50–58 are Chinese (yyyy"年"m"月"d"日" and similar); WPS and Chinese Excel
 * write only their numbers.
 */
const builtInDateRanges: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
]

/** True when a built-in number format shows a date or a time (ECMA-376 part 1, 18.8.30). */
export function isBuiltInDateFormat(id: number): boolean {
  return builtInDateRanges.some(([first, last]) => id >= first && id <= last)
}

/**
 * True when a format code shows a date or a time: a date letter that is neither quoted, escaped, padding nor a colour.
 *
 * | code                   | date |
 * |------------------------|------|
 * | `yyyy"年"m"月"`, `[h]:mm` | yes  |
 * | `0"days"`, `0.00E+00`, `[Red]0`, `General`, `\m0` | no |
 */
export function isDateFormatCode(code: string): boolean {
  for (let at = 0; at < code.length; at += 1) {
    const char = code[at]!
    if (char === '"') at = endOr(code, '"', at)
    else if (char === '\\' || char === '_' || char === '*') at += 1
    else if (char === '[') {
      const end = endOr(code, ']', at)
      if (/^\[(h+|m+|s+)\]$/i.test(code.slice(at, end + 1))) return true
      at = end
    } else if (char === 'G' && code.slice(at, at + 7).toLowerCase() === 'general') at += 6
    else if ((char === 'E' || char === 'e') && (code[at + 1] === '+' || code[at + 1] === '-')) at += 1
    else if ('ymdhsegYMDHSE'.includes(char)) return true
    else if ((char === 'A' || char === 'a') && /^(am\/pm|a\/p)/i.test(code.slice(at, at + 5))) return true
    else if ((char === 'B' || char === 'b') && /[12]/.test(code[at + 1] ?? '')) return true
  }
  return false
}

function endOr(code: string, mark: string, at: number): number {
  const end = code.indexOf(mark, at + 1)
  return end < 0 ? code.length : end
}
