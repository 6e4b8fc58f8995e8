import type { FileDamage } from '../file-damage.ts'

const cutOff = '文件不完整，可能没有复制完就拔了 U 盘，或没有下载完'
const contentBroken = '文件里有一部分内容坏了，读不出来'
const zipBroken = '文件内部的目录对不上，可能在保存或传送时损坏'
const partMissing = '文件里缺少必要的部分'
const cellWrong = '有单元格的内容或位置写得不合规范'
const notByExcel = '文件的构造不是 WPS 或 Excel 保存出来的样子，为安全起见没有读'
const encoding = '文件里的文字用了认不出的编码'

/** The damage inside a refused workbook, as part of a sentence; `otherwise` for a word that is not on the list. */
export const fileDamage: Readonly<Record<FileDamage | 'otherwise', string>> = {
  'zip-end-missing': cutOff,
  'zip-directory-outside-file': cutOff,
  'zip-entry-outside-file': cutOff,
  'xml-cut-off': cutOff,
  'utf-16-cut-off': cutOff,
  'zip-directory-broken': zipBroken,
  'zip-local-header-broken': zipBroken,
  'zip-local-header-differs': zipBroken,
  'zip-in-several-parts': '文件是分卷压缩的一部分，不是完整的一个文件',
  'zip-method-unknown': '文件用了认不出的压缩方法',
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
  'sheet-part-missing': '有一张工作表的内容不在文件里',
  'shared-string-missing': '单元格里的文字不在文件里',
  'no-sheets': '文件里没有工作表',
  'sheet-without-name': '有一张工作表没有名字',
  'style-number-wrong': '文件里的格式编号不对',
  'cell-attribute-wrong': cellWrong,
  'cell-boolean-wrong': cellWrong,
  'cell-outside-sheet': cellWrong,
  'cell-type-unknown': cellWrong,
  'merge-outside-sheet': '有合并区域超出了工作表',
  'merges-overlap': '有合并区域互相重叠',
  doctype: notByExcel,
  'duplicate-entry': notByExcel,
  'entry-leaves-folder': notByExcel,
  'lying-size': notByExcel,
  'overlapping-entries': notByExcel,
  'target-leaves-file': notByExcel,
  zip64: notByExcel,
  'reading-failed': '读到一半出了意外',
  otherwise: '文件内部的结构不正常',
}
