import type { Scheme } from '../../../shared/scheme/scheme.ts'
import type { Unit } from '../../../shared/unit/unit.ts'

/** What of a filing a file holds; says in its name which of several it is. */
export type FileState = { revision: number; draft: boolean; blank: boolean }

/** Names stay well below what Windows takes together with the folders they lie in. */
const LONGEST = 110
/** What a title or a name is not cut below. */
const SHORTEST = 12

/**
 * The name of a unit's file without its ending, 「2134900001 梅岭镇第一小学 教育民生工程统计报表 2021 第 2 版」: the code first, so that
 * a folder of them sorts like the roster; then what a person asks for, and which of several it is:
 *
 * | the file                                  | ends with     |
 * |-------------------------------------------|---------------|
 * | an empty form to fill in                  | 空表          |
 * | not signed off, never handed over         | 草稿          |
 * | not signed off, a correction of revision 1 | 第 2 版草稿  |
 * | signed off or received, revision 2        | 第 2 版       |
 * | a unit that has entered nothing           |               |
 */
export function filingFileName(unit: Pick<Unit, 'code' | 'name'>, scheme: Pick<Scheme, 'title'>, period: string, state: FileState): string {
  return fileName(unit.code, unit.name, scheme.title, period, stateOf(state))
}

/** Parts of a file name joined, with only what Windows takes: the second and the third are cut when it gets too long. */
export function fileName(code: string, name: string, title: string, period: string, ending: string): string {
  const [first, middle, last] = [plain(code), plain(name), plain(title)]
  const length = [first, middle, last, period, ending].join(' ').length
  const shortTitle = cut(last, last.length - Math.max(0, length - LONGEST))
  const shortName = cut(middle, middle.length - Math.max(0, length - (last.length - shortTitle.length) - LONGEST))
  return [first, shortName, shortTitle, period, ending].filter(Boolean).join(' ')
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

function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, Math.max(SHORTEST, length)).trim()
}
