/**
 * Width of a text in spreadsheet column units (one digit of the default font): a Chinese character or full-width sign
 * takes two, everything else one. A line break starts a new line; the widest line counts.
 */
export function sheetTextWidth(text: string): number {
  let widest = 0
  for (const line of text.split('\n')) {
    let width = 0
    for (const char of line) width += isWide(char) ? 2 : 1
    if (width > widest) widest = width
  }
  return widest
}

/** The number of lines of a text in a column of that width, wrapped anywhere like Chinese text. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width) - 1)
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(sheetTextWidth(line) / room))
  return lines
}

/** The height in points of a row with this many lines of 10 point text. */
export function linesHeight(lines: number): number {
  return 7 + 13.5 * lines
}

function isWide(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2014 && code <= 0x2026) ||
    (code >= 0x2190 && code <= 0x21ff) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x20000
  )
}
