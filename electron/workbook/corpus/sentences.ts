import type { ReadingRefusalCode } from '../threads/refusal.ts'
import type { XlsxRefusalCode } from '../xlsx/refusal.ts'

/** The sentences for a clerk on each refusal of a file, with cause and remedy, Chinese first. */
export const refusalSentences: Readonly<Record<XlsxRefusalCode | ReadingRefusalCode, { zh: string; en: string }>> = {
  empty: {
    zh: '文件是空的，可能没有复制完整。请重新拷贝或重新发送。',
    en: 'The file is empty; the copy may have broken off. Copy or send it again.',
  },
  'not-a-workbook': {
    zh: '这不是 Excel 工作簿。请用 WPS 或 Excel 打开原表，另存为 .xlsx。',
    en: 'This is not an Excel workbook. Open the original in WPS or Excel and save it as .xlsx.',
  },
  'old-xls': {
    zh: '这是旧版 Excel 文件（.xls）。请用 WPS 或 Excel 打开，另存为 .xlsx。',
    en: 'This is an old Excel file (.xls). Open it in WPS or Excel and save it as .xlsx.',
  },
  'wps-et': {
    zh: '这是 WPS 表格文件（.et）。请用 WPS 打开，另存为 .xlsx。',
    en: 'This is a WPS spreadsheet (.et). Open it in WPS and save it as .xlsx.',
  },
  password: {
    zh: '文件加了密码。请用 WPS 或 Excel 打开，去掉密码后重新保存。',
    en: 'The file has a password. Open it in WPS or Excel, remove the password and save it again.',
  },
  damaged: {
    zh: '文件已损坏。请用 WPS 或 Excel 打开并重新保存，打不开时请重新发送。',
    en: 'The file is damaged. Open it in WPS or Excel and save it again; if it does not open, send it again.',
  },
  unsafe: {
    zh: '文件的结构不正常，已拒绝读取。请用 WPS 或 Excel 打开，另存为新的 .xlsx。',
    en: 'The file is built in an unusual way and was refused. Open it in WPS or Excel and save it as a new .xlsx.',
  },
  'too-large': {
    zh: '文件太大。请删除图片和多余的工作表后重新保存。',
    en: 'The file is too large. Remove pictures and surplus sheets and save it again.',
  },
  'too-many-entries': {
    zh: '文件里的部件太多。请把数据复制到新的工作簿后保存。',
    en: 'The file has too many parts. Copy the data to a new workbook and save that.',
  },
  'too-many-sheets': {
    zh: '工作表太多。请只保留需要报送的工作表。',
    en: 'There are too many sheets. Keep only the sheets that are to be filed.',
  },
  'too-many-cells': {
    zh: '有内容的单元格太多。请只保留需要报送的数据。',
    en: 'There are too many cells with content. Keep only the data that is to be filed.',
  },
  'too-many-names': {
    zh: '名称或合并区域太多。请把数据复制到新的工作簿后保存。',
    en: 'There are too many names or merged regions. Copy the data to a new workbook and save that.',
  },
  'took-too-long': {
    zh: '读取超时，已停止。请把数据复制到新的工作簿后保存。',
    en: 'Reading took too long and was stopped. Copy the data to a new workbook and save that.',
  },
  'too-much-memory': {
    zh: '读取占用内存过多，已停止。请把数据复制到新的工作簿后保存。',
    en: 'Reading needed too much memory and was stopped. Copy the data to a new workbook and save that.',
  },
  'reading-failed': {
    zh: '读取程序出错。请把这个文件发给软件维护者。',
    en: 'The reader broke on this file. Send the file to the maintainers.',
  },
  'cannot-start': {
    zh: '读取程序没有启动起来，文件还没有读。请重新打开程序后再试。',
    en: 'The reader did not start; the file has not been read. Open the program again and try once more.',
  },
  closed: { zh: '读取已取消。', en: 'Reading was cancelled.' },
}
