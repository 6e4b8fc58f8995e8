import { languages, type LanguageCode } from '../../shared/text/languages.ts'
import type { Words } from '../../shared/words.ts'

/** A menu entry as data: `role` names Electron's action, `act` names ours. */
export type MenuEntry =
  | { separator: true }
  | { label: string; role: string; accelerator?: string }
  | { label: string; act: 'print' | 'data-folder' | 'about'; accelerator?: string }
export type Menu = { label: string; entries: MenuEntry[] }[]

const say = (zh: string, en: string): Words => ({ zh, en })

const WORDS = {
  file: say('文件', 'File'),
  print: say('打印…', 'Print…'),
  folder: say('打开数据文件夹', 'Open the data folder'),
  quit: say('退出', 'Quit'),
  edit: say('编辑', 'Edit'),
  undo: say('撤销', 'Undo'),
  redo: say('重做', 'Redo'),
  cut: say('剪切', 'Cut'),
  copy: say('复制', 'Copy'),
  paste: say('粘贴', 'Paste'),
  all: say('全选', 'Select all'),
  view: say('查看', 'View'),
  reload: say('重新载入', 'Reload'),
  larger: say('放大', 'Larger'),
  smaller: say('缩小', 'Smaller'),
  actual: say('实际大小', 'Actual size'),
  full: say('全屏', 'Full screen'),
  help: say('帮助', 'Help'),
  about: say('关于校统', 'About Xiaotong'),
}

const line: MenuEntry = { separator: true }

/** The menus 文件 编辑 查看 帮助 in the person's language. */
export function menuFor(lang: LanguageCode): Menu {
  const of = (words: Words): string => words[languages[lang].base]
  return [
    {
      label: of(WORDS.file),
      entries: [
        { label: of(WORDS.print), act: 'print', accelerator: 'CmdOrCtrl+P' },
        { label: of(WORDS.folder), act: 'data-folder' },
        line,
        { label: of(WORDS.quit), role: 'quit' },
      ],
    },
    {
      label: of(WORDS.edit),
      entries: [
        { label: of(WORDS.undo), role: 'undo' },
        { label: of(WORDS.redo), role: 'redo' },
        line,
        { label: of(WORDS.cut), role: 'cut' },
        { label: of(WORDS.copy), role: 'copy' },
        { label: of(WORDS.paste), role: 'paste' },
        { label: of(WORDS.all), role: 'selectAll' },
      ],
    },
    {
      label: of(WORDS.view),
      entries: [
        { label: of(WORDS.reload), role: 'reload' },
        line,
        { label: of(WORDS.larger), role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
        { label: of(WORDS.smaller), role: 'zoomOut' },
        { label: of(WORDS.actual), role: 'resetZoom' },
        line,
        { label: of(WORDS.full), role: 'togglefullscreen' },
      ],
    },
    { label: of(WORDS.help), entries: [{ label: of(WORDS.about), act: 'about' }] },
  ]
}
