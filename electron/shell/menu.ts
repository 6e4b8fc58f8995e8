import { languages, type LanguageCode } from '../../shared/text/languages.ts'

/** A menu entry as data: `role` names Electron's action, `act` names ours. */
export type MenuEntry =
  | { separator: true }
  | { label: string; role: string; accelerator?: string }
  | { label: string; act: 'print' | 'data-folder' | 'about'; accelerator?: string }
export type Menu = { label: string; entries: MenuEntry[] }[]

const line: MenuEntry = { separator: true }

/** The menus 文件 编辑 查看 帮助 in the person's language. */
export function menuFor(lang: LanguageCode): Menu {
  const words = languages[lang].sentences.window.menu
  return [
    {
      label: words.file,
      entries: [
        { label: words.print, act: 'print', accelerator: 'CmdOrCtrl+P' },
        { label: words.folder, act: 'data-folder' },
        line,
        { label: words.quit, role: 'quit' },
      ],
    },
    {
      label: words.edit,
      entries: [
        { label: words.undo, role: 'undo' },
        { label: words.redo, role: 'redo' },
        line,
        { label: words.cut, role: 'cut' },
        { label: words.copy, role: 'copy' },
        { label: words.paste, role: 'paste' },
        { label: words.all, role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      entries: [
        { label: words.reload, role: 'reload' },
        line,
        { label: words.larger, role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
        { label: words.smaller, role: 'zoomOut' },
        { label: words.actual, role: 'resetZoom' },
        line,
        { label: words.full, role: 'togglefullscreen' },
      ],
    },
    { label: words.help, entries: [{ label: words.about, act: 'about' }] },
  ]
}
