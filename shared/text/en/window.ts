import type { WindowSentences } from '../sentences.ts'

export const windowSentences: WindowSentences = {
  menu: {
    file: 'File',
    print: 'Print…',
    folder: 'Open the data folder',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    all: 'Select all',
    view: 'View',
    reload: 'Reload',
    larger: 'Larger',
    smaller: 'Smaller',
    actual: 'Actual size',
    full: 'Full screen',
    help: 'Help',
    about: 'About Xiaotong',
  },
  unsaved: {
    message: 'Some entries are not saved yet.',
    detail: 'They are usually saved within a few seconds.',
    stay: 'Wait',
    leave: 'Close anyway',
  },
}
