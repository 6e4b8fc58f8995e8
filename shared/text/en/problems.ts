import { remedyOf, wordOf, type MistakenKind, type Remedy } from '../mistaken-files.ts'
import { damageWords } from '../file-damage.ts'
import type { ProblemDetails } from '../../problem.ts'
import type { ProblemSentences } from '../sentences.ts'
import { fileDamage } from './file-damage.ts'

const tooMany: Readonly<Record<ProblemDetails['file-too-many']['what'], string>> = {
  entries: 'parts',
  sheets: 'sheets',
  cells: 'cells with content',
  names: 'defined names',
  merges: 'merged regions',
}

const mistakenKinds: Readonly<Record<MistakenKind, string>> = {
  csv: 'text data (CSV)',
  text: 'plain text',
  html: 'a web page that is only named like a workbook',
  xml: 'XML data',
  'xml-spreadsheet-2003': 'an XML spreadsheet of Excel 2003',
  json: 'JSON data',
  pdf: 'a PDF',
  rtf: 'an RTF document',
  word: 'a Word document',
  powerpoint: 'a presentation',
  ods: 'an OpenDocument spreadsheet (.ods)',
  xlsb: 'a binary workbook (.xlsb)',
  zip: 'an archive',
  rar: 'an archive',
  '7z': 'an archive',
  gzip: 'an archive',
  image: 'a picture',
  database: 'a database',
}

const whatToDo: Readonly<Record<Remedy, string>> = {
  'save-again': 'Open it in WPS or Excel, save it as .xlsx, and receive it again.',
  unpack: 'Unpack it first and receive the .xlsx files inside.',
  find: 'Find the .xlsx file the school handed in.',
}

/** Every problem as a sentence in English: the event, the place, the remedy. */
export const problems: ProblemSentences = {
  // A value that does not fit its cell (docs/design/workbook.md: Values)
  'not-a-number': ({ found, whole }) =>
    `“${found}” is not a number. Enter ${whole ? 'a whole number' : 'a number'}, or “/” if not applicable.`,
  'not-whole': ({ found }) => `“${found}” is not a whole number. This cell takes whole numbers only.`,
  'too-many-decimals': ({ found, decimals }) =>
    `“${found}” has too many decimals. This cell takes at most ${decimals}; round it and enter it again.`,
  'below-minimum': ({ found, minimum }) => `${found} is below the least value allowed, ${minimum}. Please check.`,
  'above-maximum': ({ found, maximum }) => `${found} is above the greatest value allowed, ${maximum}. Please check.`,
  'too-large': ({ found, maximum }) =>
    `${found} is beyond what can be stored (up to ${maximum}). Check the unit: 元 where 万元 is asked, for example.`,
  'wrong-unit': ({ found, unit }) => `The unit in “${found}” is not this cell's (${unit || 'none'}). Convert it and enter the number only.`,
  'not-a-choice': ({ found, choices }) =>
    `“${found}” is not among the choices. Choose one of: ${choices.join(', ')}; or “/” if not applicable.`,
  'not-a-date': ({ found }) => `“${found}” is not a date, or it is not clear which number is the day. Write it like 2021-09-01.`,
  'text-too-long': ({ length, maximum }) => `The text has ${length} characters, more than ${maximum}. Please shorten it.`,
  'formula-without-value': () =>
    'This cell holds a formula without a computed value. Open the file in WPS or Excel, press F9, save, and hand it in again; or enter the value itself.',
  'refused-before': ({ found }) => `“${found}” did not fit this cell when it was entered, and is not saved. Check it and enter it again.`,
  'error-value': ({ found }) =>
    `This cell holds the error value ${found}: its formula cannot be worked out. Enter the value itself, or “/” if not applicable.`,
  // A cell, table or check that cannot be filled
  'cell-unknown': ({ cell, nearest }) => `There is no cell ${cell}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`,
  'cell-computed': ({ cell }) => `${cell} is computed and cannot be entered. Change the figures it is computed from.`,
  'cell-blocked': ({ cell }) => `${cell} is blocked (×) on the form and takes no figure.`,
  'table-not-filed': ({ unit, table }) => `Unit ${unit} does not file table ${table}. Check the kind of the unit.`,
  'check-unknown': ({ check }) => `There is no check ${check}; the explanation was not saved.`,
  'explanation-boilerplate': ({ text }) =>
    `“${text}” does not explain anything. Write the actual reason: what changed in people, policy or definition.`,
  // A filing
  'sign-off-refused': ({ errors, unexplained, refused }) => {
    const left = [
      errors > 0 ? `${errors} errors` : '',
      unexplained > 0 ? `${unexplained} queries to explain` : '',
      refused > 0 ? `${refused} cells with refused text` : '',
    ]
    return `Not ready to sign off: ${left.filter((one) => one !== '').join(', ')}. Deal with them under Checks first.`
  },
  'nothing-to-return': ({ unit }) =>
    `The filing of ${unit} has no errors, unexplained queries or refused texts, so there is nothing to return. If something else is to be reported again, ask the school directly.`,
  'return-outdated': ({ unit }) =>
    `The filing of ${unit} was changed while its return file was being written, so it was not returned. Look at the filing as it is now, then return it again.`,
  'take-back-outdated': ({ unit }) =>
    `The filing of ${unit}, or the scheme of this task, was changed while the file was being read, so the file was not taken; everything entered is kept. Look at the filing as it is now, then take the file again.`,
  'other-unit-file': ({ found, unit }) =>
    `This file belongs to ${found === '' ? 'another unit' : `“${found}”`}; it is not a return file of ${unit}. Check that the right file was chosen.`,
  'nothing-to-file': ({ unit, kind }) =>
    `${unit} (${kind}) has no table to fill in for this task, so there is nothing to sign off. If the kind of the unit is wrong, correct it in the roster.`,
  'sign-off-incomplete': ({ field }) =>
    `Enter the name of the ${field === 'head' ? 'head of the unit' : 'person who filled this in'} before signing off.`,
  // The report
  'report-unresolved': ({ count, named }) =>
    `${count} places in the report are unresolved, so it cannot be printed: ${named.join('; ')}. Fill in the data, or correct the template.`,
  'report-template-missing': ({ scheme }) =>
    `The scheme ${scheme} has no report template. Bring a .docx template of your own under Report.`,
  'report-template-unreadable': ({ file }) => `“${file}” is not a .docx file. Save it as .docx in Word or WPS first.`,
  // Units, roster, periods, schemes
  'unit-unknown': ({ unit, nearest }) =>
    `The roster has no unit ${unit}. ${nearest === null ? 'Add it to the roster first.' : `Did you mean ${nearest}?`}`,
  'unit-duplicate': ({ row, unit }) => `Row ${row}: the code ${unit} already stands above. Keep one of the two rows.`,
  'unit-incomplete': ({ row, field }) => `Row ${row} has no “${field}”. Please add it.`,
  'unit-code-scientific': ({ row, name, found }) =>
    `Row ${row} “${name}”: the code “${found}” is Excel's scientific notation and has lost its last digits. Format the column of codes as text and enter the whole code again.`,
  'unit-kind-unknown': ({ row, name, found, nearest, known }) =>
    `Row ${row} “${name}”: the kind “${found}” is not known. This task has no table for it, so the unit will not count as one that is to file. ${nearest === null ? `The kinds of this task: ${known.join(', ')}.` : `Is it “${nearest}”?`}`,
  'unit-kind-not-asked': ({ kind, count }) =>
    kind === ''
      ? `${count} ${count === 1 ? 'unit has' : 'units have'} no kind. This task gives out its tables by kind, so they will not count as units that are to file. Please add the kind.`
      : `${count} ${count === 1 ? 'unit is' : 'units are'} of the kind “${kind}”. This task has no table for it, so they will not count as units that are to file.`,
  'unit-class-unknown': ({ row, name, found }) =>
    `Row ${row} “${name}”: “${found}” is no code of the urban-rural classification (111, 112, 121, 122, 123, 210, 220). It is imported as it stands, but the unit falls into no group of urban, town and rural.`,
  'unit-parent-unknown': ({ row, name, found }) =>
    `Row ${row} “${name}”: the parent “${found}” is neither on the roster nor in this file. It is imported as it stands, but leads to no unit. Give the parent's code, or its name as on the roster.`,
  'unit-has-filing': ({ unit }) => `Unit ${unit} has a filing and cannot be removed from the roster.`,
  'roster-unreadable': ({ file, expected }) => `No roster was found in “${file}”. Its title row should have: ${expected}.`,
  'period-invalid': ({ found, expected }) => `The period “${found}” is not spelled right. Write it like ${expected}.`,
  'scheme-unknown': ({ scheme, known }) => `There is no scheme “${scheme}”. Known: ${known.join(', ')}.`,
  'scheme-invalid': ({ file, count, first }) => `The scheme ${file} has ${count} problems; the first: ${first}`,
  'task-missing': () => 'This workspace has no such reporting task. Choose a scheme and a period first.',
  'indicator-unknown': ({ indicator, nearest }) =>
    `There is no indicator “${indicator}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`}`,
  'item-unknown': ({ item }) => `There is no evaluation item ${item}, or it is scored by formula.`,
  'reason-missing': ({ item, points }) => `Item ${item} scores less than its ${points} points. Please give the reason.`,
  // Incoming files
  'file-empty': () => 'The file is empty. Ask the school to export and send it again.',
  'file-not-workbook': ({ looksLike }) => {
    const kind = wordOf(mistakenKinds, looksLike)
    return `This is not an Excel workbook${kind === '' ? '' : ` (it looks like ${kind})`}. ${whatToDo[remedyOf(looksLike)]}`
  },
  'file-old-xls': () => 'This is the old .xls format. Open it in WPS or Excel, save it as .xlsx, and receive it again.',
  'file-wps-et': () => 'This is a WPS .et file. Open it in WPS, save it as .xlsx, and receive it again.',
  'file-password': () =>
    'The file is protected by a password. Remove the password in WPS or Excel, save it as .xlsx, and receive it again.',
  'file-damaged': ({ why, sheet }) =>
    // A problem kept by an earlier version names no sheet.
    `This file cannot be read: ${damageWords(fileDamage, why)}${sheet ? ` (on the sheet “${sheet}”)` : ''}. Open it in WPS or Excel and save it as .xlsx; if it does not open, ask the school to export it again and to eject the USB stick safely.`,
  'file-too-large': ({ limit }) =>
    `The file exceeds a limit (${limit}). Make sure it is a return of this system; remove unrelated pictures and sheets and save it again.`,
  'file-too-many': ({ what, limit }) =>
    `The file has more than ${limit} ${tooMany[what]}, which no return has. Keep only the tables to be filed: copy them to a new workbook and save that.`,
  'file-took-too-long': ({ seconds }) =>
    `Reading this file took more than ${seconds} seconds and was stopped. It may not be a return; open it in WPS and save it as a new .xlsx.`,
  'file-too-much-memory': ({ megabytes }) =>
    `Reading this file needs more than ${megabytes} MB of memory and was stopped. Open it in WPS, remove what does not belong, and save it again.`,
  'reader-not-started': () =>
    'The part of the program that reads files did not start, so this file has not been read; nothing need be wrong with it. Close Xiaotong, open it again and receive the file once more; if that does not help, install the program again and pass the log on.',
  'file-unreachable': ({ why }) => `The file cannot be reached (${why}). Check that the USB stick or folder is still there.`,
  'not-a-return': () =>
    'This workbook is not a return of this task: no title or header of the scheme was found. Check that the right file was chosen; a home-made table must be entered in the blank form that the program exports.',
  'scheme-not-here': ({ scheme, version }) =>
    `The file was made with scheme ${scheme} ${version}, not the one of this task. Switch the task, or ask the school to use the current blank form.`,
  'other-period': ({ found, expected }) =>
    `The file is for period ${found}; this task is for ${expected}. Check that the right file was chosen, or switch to the task of that period.`,
  'unit-not-found': ({ found }) =>
    `It is not clear which unit of the roster this file belongs to${found ? ` (it says “${found}”)` : ''}. Check the unit's code and name on the cover; add a new unit to the roster first.`,
  'cell-missing': ({ title, cell }) =>
    `The cell “${title}” (${cell}) is no longer on the sheet; it may have been deleted, or its row or column code changed. Fill in a blank form again, or add the figure by hand.`,
  'cell-merged': ({ region, title, cell }) =>
    `${region} was merged into one cell, and it is not clear to which its content belongs; it was read as “${title}” (${cell}). Unmerge it and fill in each cell.`,
  'computed-typed-over': ({ title, cell, found, computed }) =>
    `“${title}” (${cell}) is computed, but the file holds the fixed number ${found}; from the figures received it comes to ${computed === '' ? 'no figure' : computed}, and that is what counts. Check with the school: correct the figures it is made of, or restore its formula, and hand it in again; the signed paper must agree.`,
  'no-place': ({ found }) =>
    `“${found}” has no place in the scheme and was not received. Enter what is to be reported in its cell of the form; remove added rows and columns.`,
  'sheet-missing': ({ title, table }) =>
    `The sheet “${title}” (${table}) is missing, or its rows and columns cannot be recognised. Ask the school to add this table, or to fill in a blank form.`,
  'sheet-twice': ({ title, table, read, other }) =>
    `Two sheets look like “${title}” (${table}) and differ: “${read}” and “${other}”. “${read}” was read. Ask the school which is right; remove the other and hand it in again.`,
  'unit-disagrees': ({ cover, inside }) =>
    `The cover says “${cover}”, but the file was made for “${inside}”; it may be another school's file with the name changed. Please check; if so, the school must use its own blank form.`,
  'only-words-differ': () =>
    'The figures are those already held; only explanations, texts that do not fit, or the sign-off (names, telephone, date) differ. Look at the file, and receive it if it is wanted.',
  'problems-left-out': ({ count }) =>
    `${count} more problems are not listed. Deal with these first, or ask the school to fill in a blank form.`,
  // Batches
  'batch-unknown': ({ batch, task }) =>
    task === undefined
      ? `There is no batch ${batch}.`
      : `Batch ${batch} belongs to the task ${task}, not to this one. Change to that task (on the command line: --task ${task}).`,
  'batch-closed': ({ batch }) =>
    `Batch ${batch} has already been dealt with, or is being received; it cannot be changed. Receive further files as another batch.`,
  'batch-superseded': ({ batch, unit }) =>
    `Batch ${batch} cannot be undone: unit ${unit} has been changed since. Undo the later batches first, or put back what was changed by hand.`,
  'batch-outdated': ({ unit }) =>
    `Unit ${unit}, or what is held of it, has changed since the files were compared with it; nothing of this batch was taken. They have been compared anew: look through them once more, then take them.`,
  'batch-scheme-changed': ({ batch }) =>
    `The files of batch ${batch} were read by an earlier version of the scheme than this task has now, so nothing of this batch was taken. Give up this batch and receive the files again.`,
  'batch-nothing': () => 'There is nothing in this batch that can be received.',
  // Workspaces and the machine
  'workspace-missing': ({ path }) => `The workspace ${path} was not found. Check whether the file was moved or renamed.`,
  'workspace-exists': ({ path }) => `${path} already exists. Choose another name, or open it.`,
  'workspace-locked': ({ path }) => `The workspace ${path} is in use by another window or program. Close that one first.`,
  'workspace-damaged': ({ path, found }) =>
    `The workspace ${path} did not pass its check (${found}). Nothing was deleted; restore it from a backup.`,
  'workspace-from-future': ({ path, version, known }) =>
    `The workspace ${path} was made by a newer version (${version}; this one knows ${known}). Update Xiaotong to open it.`,
  'not-a-workspace': ({ path }) => `${path} is not a Xiaotong workspace.`,
  'workspace-changed': ({ open }) =>
    open === null
      ? 'The workspace of this page has been closed elsewhere. What you just did was not done; what is not saved yet stays on the page. Open this workspace again.'
      : `Another page has opened the workspace “${open}”, which closed the one of this page. What you just did was not done; what is not saved yet stays on the page. Open this page’s workspace again.`,
  'task-unknown': ({ task, known = [] }) =>
    `This workspace has no task “${task}”: it may be misspelled or out of date, or belong to another workspace. Choose another task${known.length > 0 ? `: ${known.join(', ')}` : ''}.`,
  'disk-full': ({ path }) =>
    `The disk is full; ${path} was not written completely. Free some space and try again; everything shown as saved is kept.`,
  'not-writable': ({ path }) => `${path} cannot be written. Check whether it is read-only, or choose another folder.`,
  'pdf-unavailable': ({ why }) =>
    `A PDF cannot be made on this machine (${why}). Use the print preview and save it as PDF from the browser.`,
  // Requests and commands
  usage: ({ what }) => what,
  'invalid-request': ({ where, what }) => `The request is not valid: ${where} ${what}`,
  'not-found': ({ what }) => `${what} was not found.`,
  forbidden: () => 'Please enter through the Xiaotong window or the address shown at start.',
  busy: ({ what }) => `${what} is still running; try again when it is done.`,
  cancelled: () => 'Cancelled; no data was changed.',
  unexpected: ({ reference }) =>
    `Something unexpected happened and was logged (reference ${reference}). Your data is not affected; try again, and pass the log on if it happens again.`,
}
