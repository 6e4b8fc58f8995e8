import type { Lang } from '../words.ts'

type Both = readonly [zh: string, en: string]

const cutOff: Both = [
  '文件不完整，可能没有复制完就拔了 U 盘，或没有下载完',
  'the file is incomplete: the copy or the download may have broken off',
]
const contentBroken: Both = ['文件里有一部分内容坏了，读不出来', 'a part of the file is broken and cannot be read']
const zipBroken: Both = [
  '文件内部的目录对不上，可能在保存或传送时损坏',
  'the directory inside the file does not agree with its content; it may have been damaged while it was saved or sent',
]
const partMissing: Both = ['文件里缺少必要的部分', 'a necessary part is missing from the file']
const cellWrong: Both = ['有单元格的内容或位置写得不合规范', 'a cell has a content or a place that no workbook has']
const notByExcel: Both = [
  '文件的构造不是 WPS 或 Excel 保存出来的样子，为安全起见没有读',
  'the file is not built the way WPS or Excel saves one, and was not read to be on the safe side',
]
const encoding: Both = ['文件里的文字用了认不出的编码', 'the text in the file is in an encoding that is not known']

/** What is wrong inside a workbook that is refused, by the reader's word for it: a closed list, in words a clerk knows. */
const words = {
  'zip-end-missing': cutOff,
  'zip-directory-outside-file': cutOff,
  'zip-entry-outside-file': cutOff,
  'xml-cut-off': cutOff,
  'utf-16-cut-off': cutOff,
  'zip-directory-broken': zipBroken,
  'zip-local-header-broken': zipBroken,
  'zip-local-header-differs': zipBroken,
  'zip-in-several-parts': ['文件是分卷压缩的一部分，不是完整的一个文件', 'the file is one piece of an archive in several pieces'],
  'zip-method-unknown': ['文件用了认不出的压缩方法', 'the file is compressed in a way that is not known'],
  'crc-wrong': contentBroken,
  'inflate-failed': contentBroken,
  'xml-attribute-broken': contentBroken,
  'xml-entity-broken': contentBroken,
  'xml-entity-unknown': contentBroken,
  'xml-root-wrong': contentBroken,
  'xml-tag-broken': contentBroken,
  'xml-tag-inside-text': contentBroken,
  'xml-tags-crossed': contentBroken,
  'encoding-unknown': encoding,
  'part-missing': partMissing,
  'workbook-part-missing': partMissing,
  'sheet-part-missing': ['有一张工作表的内容不在文件里', 'the content of a sheet is not in the file'],
  'shared-string-missing': ['单元格里的文字不在文件里', 'the text of a cell is not in the file'],
  'no-sheets': ['文件里没有工作表', 'the file has no sheets'],
  'sheet-without-name': ['有一张工作表没有名字', 'a sheet has no name'],
  'style-number-wrong': ['文件里的格式编号不对', 'a number of a cell format in the file is wrong'],
  'cell-attribute-wrong': cellWrong,
  'cell-boolean-wrong': cellWrong,
  'cell-outside-sheet': cellWrong,
  'cell-type-unknown': cellWrong,
  'merge-outside-sheet': ['有合并区域超出了工作表', 'a merged region lies outside its sheet'],
  'merges-overlap': ['有合并区域互相重叠', 'merged regions overlap'],
  doctype: notByExcel,
  'duplicate-entry': notByExcel,
  'entry-leaves-folder': notByExcel,
  'lying-size': notByExcel,
  'overlapping-entries': notByExcel,
  'target-leaves-file': notByExcel,
  zip64: notByExcel,
  'reading-failed': ['读到一半出了意外', 'reading it broke off half-way'],
} as const satisfies Record<string, Both>

/** The reader's words for what is wrong inside a file. */
export type FileDamage = keyof typeof words

/** All of them. */
export const fileDamages = Object.keys(words) as readonly FileDamage[]

const otherwise: Both = ['文件内部的结构不正常', 'the file is built in an unusual way inside']

/** What is wrong inside a file, as part of a sentence; a word that is not on the list (kept by another version) is never shown. */
export function fileDamageWords(damage: string, lang: Lang): string {
  const known: Readonly<Record<string, Both>> = words
  const [zh, en] = (Object.hasOwn(known, damage) ? known[damage] : undefined) ?? otherwise
  return lang === 'zh' ? zh : en
}
