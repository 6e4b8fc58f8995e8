/** The media type of each file that the program writes for people, by the ending of the file's name. */
export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  zip: 'application/zip',
} as const

export type FileEnding = keyof typeof mediaTypes

/** The ending of a file's name or path, in small letters; null when the program writes no such files. */
export function endingOf(name: string): FileEnding | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return name.includes('.') && Object.hasOwn(mediaTypes, ending) ? (ending as FileEnding) : null
}

/** The spelling of written files in a command's usage: `FILE.xlsx|pdf`. */
export function filePattern(endings: readonly FileEnding[]): string {
  return `FILE.${endings.join('|')}`
}
