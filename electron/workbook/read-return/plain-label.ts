/** A label in plain characters and without blanks: 「教  师（人）」 is 教师(人). */
export function plainLabel(text: string): string {
  return unusual.test(text) ? text.normalize('NFKC').replace(/\s+/gu, '') : text
}

/** Anything but Chinese characters and printable ASCII without the blank. */
const unusual = /[^\u4e00-\u9fff\x21-\x7e]/

/** A row's or column's code without leading zeros, because programs turn 01 into the number 1. */
export function plainCode(text: string): string {
  const plain = plainLabel(text)
  return /^0+\d/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain
}
