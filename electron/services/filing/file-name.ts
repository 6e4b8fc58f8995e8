import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'

/** The state of the filing in a file, for the end of its name. */
export type FileState = { revision: number; draft: boolean; blank: boolean }

/** The most characters of a name: with its folders it stays below the limit of Windows. */
const LONGEST = 110
/** The most bytes of a name in UTF-8: with `退回修改单` and the extension it stays below the 255 bytes of Linux, where 汉 takes three. */
const LARGEST = 220
/** The fewest characters to which a title or a name is cut. */
const SHORTEST = 12

/**
 * The name of a unit's file without its extension, 「2134900001 梅岭镇第一小学 教育民生工程统计报表 2021 第 2 版」: the code, so that
 * a folder sorts by code; then the unit's name, the scheme's title, the period and the state:
 *
 * | the file                                   | ends with     |
 * |--------------------------------------------|---------------|
 * | an empty form to fill in                   | 空表          |
 * | not signed off, revision 0                 | 草稿          |
 * | not signed off, a correction of revision 1 | 第 2 版草稿   |
 * | signed off or received, revision 2         | 第 2 版       |
 * | nothing entered yet                        |               |
 */
export function filingFileName(unit: Pick<Unit, 'code' | 'name'>, scheme: Pick<Scheme, 'title'>, period: string, state: FileState): string {
  return fileName(unit.code, unit.name, scheme.title, period, stateOf(state))
}

/** Joins the parts of a file name without characters that Windows forbids. A long name is cut first in `title`, then in `name`. */
export function fileName(code: string, name: string, title: string, period: string, ending: string): string {
  const joined = (middle: string, last: string): string => [plain(code), middle, last, period, ending].filter(Boolean).join(' ')
  const shortTitle = cut(plain(title), (last) => fits(joined(plain(name), last)))
  return joined(
    cut(plain(name), (middle) => fits(joined(middle, shortTitle))),
    shortTitle,
  )
}

function stateOf({ revision, draft, blank }: FileState): string {
  if (blank) return '空表'
  if (draft) return revision > 0 ? `第 ${revision + 1} 版草稿` : '草稿'
  return revision > 0 ? `第 ${revision} 版` : ''
}

function plain(text: string): string {
  return text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function fits(name: string): boolean {
  return name.length <= LONGEST && Buffer.byteLength(name) <= LARGEST
}

/** The longest beginning of a text that fits, but no shorter than SHORTEST. */
function cut(text: string, fitting: (beginning: string) => boolean): string {
  const characters = [...text]
  while (characters.length > SHORTEST && !fitting(characters.join('').trim())) characters.pop()
  return characters.join('').trim()
}
