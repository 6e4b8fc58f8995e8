import { missingCase, type Problem } from '../problem.ts'
import type { Lang } from '../words.ts'
import { fileDamageWords } from './file-damage.ts'

/** A problem as a sentence: what happened, where, what to do (UI.md Words). One place for the page, the command line and reports. */
export function problemSentence(problem: Problem, lang: Lang): string {
  const [zh, en] = sentences(problem)
  return lang === 'zh' ? zh : en
}

type Both = readonly [zh: string, en: string]

// eslint-disable-next-line max-lines-per-function -- a table: one sentence for each code, and the compiler holds it complete
function sentences(p: Problem): Both {
  switch (p.code) {
    case 'not-a-number':
      return [
        `“${p.details.found}”不是数字。请填${p.details.whole ? '整数' : '数字'}；不适用的填“/”。`,
        `“${p.details.found}” is not a number. Enter ${p.details.whole ? 'a whole number' : 'a number'}, or “/” if not applicable.`,
      ]
    case 'not-whole':
      return [
        `“${p.details.found}”不是整数。此格只填整数。`,
        `“${p.details.found}” is not a whole number. This cell takes whole numbers only.`,
      ]
    case 'too-many-decimals':
      return [
        `“${p.details.found}”小数位过多。此格最多 ${p.details.decimals} 位小数，请按要求四舍五入后填写。`,
        `“${p.details.found}” has too many decimals. This cell takes at most ${p.details.decimals}; round it and enter it again.`,
      ]
    case 'below-minimum':
      return [
        `${p.details.found} 小于允许的最小值 ${p.details.minimum}。请核对。`,
        `${p.details.found} is below the least value allowed, ${p.details.minimum}. Please check.`,
      ]
    case 'above-maximum':
      return [
        `${p.details.found} 大于允许的最大值 ${p.details.maximum}。请核对。`,
        `${p.details.found} is above the greatest value allowed, ${p.details.maximum}. Please check.`,
      ]
    case 'too-large':
      return [
        `${p.details.found} 超出系统能保存的范围（绝对值不超过 ${p.details.maximum}）。请核对单位，例如该填万元的是否填成了元。`,
        `${p.details.found} is beyond what can be stored (up to ${p.details.maximum}). Check the unit: 元 where 万元 is asked, for example.`,
      ]
    case 'wrong-unit':
      return [
        `“${p.details.found}”的单位与此格不符，此格的单位是${p.details.unit || '（无单位）'}。请换算后只填数字。`,
        `The unit in “${p.details.found}” is not this cell's (${p.details.unit || 'none'}). Convert it and enter the number only.`,
      ]
    case 'not-a-choice':
      return [
        `“${p.details.found}”不在可选项中。请选：${p.details.choices.join('、')}；不适用的填“/”。`,
        `“${p.details.found}” is not among the choices. Choose one of: ${p.details.choices.join(', ')}; or “/” if not applicable.`,
      ]
    case 'not-a-date':
      return [
        `“${p.details.found}”不是日期，或分不清年月日。请按 2021-09-01 的样子填写。`,
        `“${p.details.found}” is not a date, or it is not clear which number is the day. Write it like 2021-09-01.`,
      ]
    case 'text-too-long':
      return [
        `文字共 ${p.details.length} 字，超过 ${p.details.maximum} 字。请缩短。`,
        `The text has ${p.details.length} characters, more than ${p.details.maximum}. Please shorten it.`,
      ]
    case 'formula-without-value':
      return [
        '此格是公式，但文件里没有算出的结果。请用 WPS 或 Excel 打开，按 F9 重算并保存后再交；或直接填结果。',
        'This cell holds a formula without a computed value. Open the file in WPS or Excel, press F9, save, and hand it in again; or enter the value itself.',
      ]
    case 'error-value':
      return [
        `此格是错误值 ${p.details.found}，公式算不出来。请改填数字；不适用的填“/”。`,
        `This cell holds the error value ${p.details.found}: its formula cannot be worked out. Enter the value itself, or “/” if not applicable.`,
      ]
    case 'cell-unknown':
      return [
        `没有单元格 ${p.details.cell}。${p.details.nearest === null ? '' : `是不是 ${p.details.nearest}？`}`,
        `There is no cell ${p.details.cell}.${p.details.nearest === null ? '' : ` Did you mean ${p.details.nearest}?`}`,
      ]
    case 'cell-computed':
      return [
        `${p.details.cell} 由系统计算，不能填写。请改它所依据的数。`,
        `${p.details.cell} is computed and cannot be entered. Change the figures it is computed from.`,
      ]
    case 'cell-blocked':
      return [`${p.details.cell} 在表上是 ×，不填数。`, `${p.details.cell} is blocked (×) on the form and takes no figure.`]
    case 'table-not-filed':
      return [
        `单位 ${p.details.unit} 不填报表 ${p.details.table}。请核对单位类型。`,
        `Unit ${p.details.unit} does not file table ${p.details.table}. Check the kind of the unit.`,
      ]
    case 'check-unknown':
      return [`没有审核关系 ${p.details.check}，说明未保存。`, `There is no check ${p.details.check}; the explanation was not saved.`]
    case 'explanation-boilerplate':
      return [
        `“${p.details.text}”没有说明原因。请写明具体原因，例如人员、政策或口径有什么变化。`,
        `“${p.details.text}” does not explain anything. Write the actual reason: what changed in people, policy or definition.`,
      ]
    case 'sign-off-refused':
      return [signOffZh(p.details), signOffEn(p.details)]
    case 'nothing-to-return':
      return [
        `${p.details.unit}的报表没有须改正的错误、未说明的核实项或填得不对的格，不需要退回。要请学校重报别的内容，请直接与学校联系。`,
        `The filing of ${p.details.unit} has no errors, unexplained queries or refused texts, so there is nothing to return. If something else is to be reported again, ask the school directly.`,
      ]
    case 'other-unit-file':
      return [
        `这个文件是${p.details.found === '' ? '别的单位' : `“${p.details.found}”`}的，不是${p.details.unit}的退回文件。请核对是否拿错了文件。`,
        `This file belongs to ${p.details.found === '' ? 'another unit' : `“${p.details.found}”`}; it is not a return file of ${p.details.unit}. Check that the right file was chosen.`,
      ]
    case 'nothing-to-file':
      return [
        `${p.details.unit}（${p.details.kind}）在这项任务中没有要填的报表，不需要签报。若单位类型不对，请在名录中更正。`,
        `${p.details.unit} (${p.details.kind}) has no table to fill in for this task, so there is nothing to sign off. If the kind of the unit is wrong, correct it in the roster.`,
      ]
    case 'sign-off-incomplete':
      return [
        `请填写${p.details.field === 'head' ? '单位负责人' : '填表人'}姓名后再签报。`,
        `Enter the name of the ${p.details.field === 'head' ? 'head of the unit' : 'person who filled this in'} before signing off.`,
      ]
    case 'report-unresolved':
      return [
        `报告里还有 ${p.details.count} 处没有着落，不能打印：${p.details.named.join('；')}。请补齐数据，或在模板中改正。`,
        `${p.details.count} places in the report are unresolved, so it cannot be printed: ${p.details.named.join('; ')}. Fill in the data, or correct the template.`,
      ]
    case 'report-template-missing':
      return [
        `报表方案 ${p.details.scheme} 没有报告模板。请在“报告”中放入本县的 .docx 模板。`,
        `The scheme ${p.details.scheme} has no report template. Bring a .docx template of your own under Report.`,
      ]
    case 'report-template-unreadable':
      return [
        `“${p.details.file}”不是 .docx 文件。请用 Word 或 WPS 另存为 .docx 后再放入。`,
        `“${p.details.file}” is not a .docx file. Save it as .docx in Word or WPS first.`,
      ]
    case 'unit-unknown':
      return [
        `名录中没有单位 ${p.details.unit}。${p.details.nearest === null ? '请先在名录中添加。' : `是不是 ${p.details.nearest}？`}`,
        `The roster has no unit ${p.details.unit}. ${p.details.nearest === null ? 'Add it to the roster first.' : `Did you mean ${p.details.nearest}?`}`,
      ]
    case 'unit-duplicate':
      return [
        `第 ${p.details.row} 行的代码 ${p.details.unit} 在前面已经出现。请核对后保留一行。`,
        `Row ${p.details.row}: the code ${p.details.unit} already stands above. Keep one of the two rows.`,
      ]
    case 'unit-incomplete':
      return [
        `第 ${p.details.row} 行缺少“${p.details.field}”。请补上。`,
        `Row ${p.details.row} has no “${p.details.field}”. Please add it.`,
      ]
    case 'unit-code-scientific':
      return [
        `第 ${p.details.row} 行“${p.details.name}”的代码是“${p.details.found}”，是 Excel 的科学计数，后面的数字已经丢了。请把代码一列设为文本格式，重新填写完整的代码。`,
        `Row ${p.details.row} “${p.details.name}”: the code “${p.details.found}” is Excel's scientific notation and has lost its last digits. Format the column of codes as text and enter the whole code again.`,
      ]
    case 'unit-kind-unknown':
      return [
        `第 ${p.details.row} 行“${p.details.name}”的类型“${p.details.found}”不认识：本任务没有这类单位要填的表，导入后不算应报单位。${p.details.nearest === null ? `本任务的类型有：${p.details.known.join('、')}。` : `是不是“${p.details.nearest}”？`}`,
        `Row ${p.details.row} “${p.details.name}”: the kind “${p.details.found}” is not known. This task has no table for it, so the unit will not count as one that is to file. ${p.details.nearest === null ? `The kinds of this task: ${p.details.known.join(', ')}.` : `Is it “${p.details.nearest}”?`}`,
      ]
    case 'unit-kind-not-asked':
      return p.details.kind === ''
        ? [
            `有 ${p.details.count} 个单位没有写类型：本任务按类型定谁填哪张表，这些单位不算应报单位。请补上类型。`,
            `${p.details.count} ${p.details.count === 1 ? 'unit has' : 'units have'} no kind. This task gives out its tables by kind, so they will not count as units that are to file. Please add the kind.`,
          ]
        : [
            `有 ${p.details.count} 个单位的类型是“${p.details.kind}”：本任务没有这类单位要填的表，不算应报单位。`,
            `${p.details.count} ${p.details.count === 1 ? 'unit is' : 'units are'} of the kind “${p.details.kind}”. This task has no table for it, so they will not count as units that are to file.`,
          ]
    case 'unit-class-unknown':
      return [
        `第 ${p.details.row} 行“${p.details.name}”的城乡分类“${p.details.found}”不是城乡分类代码（111、112、121、122、123、210、220）：照写导入，但按城区、镇区、乡村分组时归不进任何一组。`,
        `Row ${p.details.row} “${p.details.name}”: “${p.details.found}” is no code of the urban-rural classification (111, 112, 121, 122, 123, 210, 220). It is imported as it stands, but the unit falls into no group of urban, town and rural.`,
      ]
    case 'unit-parent-unknown':
      return [
        `第 ${p.details.row} 行“${p.details.name}”的上级“${p.details.found}”不在名录和这个文件里：照写导入，但不知道它归哪个单位管。上级请填单位代码，或名录中的单位名称。`,
        `Row ${p.details.row} “${p.details.name}”: the parent “${p.details.found}” is neither on the roster nor in this file. It is imported as it stands, but leads to no unit. Give the parent's code, or its name as on the roster.`,
      ]
    case 'unit-has-filing':
      return [
        `单位 ${p.details.unit} 已有报送数据，不能从名录中删除。`,
        `Unit ${p.details.unit} has a filing and cannot be removed from the roster.`,
      ]
    case 'roster-unreadable':
      return [
        `文件“${p.details.file}”里没有找到名录。第一行标题应有：${p.details.expected}。`,
        `No roster was found in “${p.details.file}”. Its title row should have: ${p.details.expected}.`,
      ]
    case 'period-invalid':
      return [
        `报告期“${p.details.found}”写法不对。应写成 ${p.details.expected}。`,
        `The period “${p.details.found}” is not spelled right. Write it like ${p.details.expected}.`,
      ]
    case 'scheme-unknown':
      return [
        `没有报表方案“${p.details.scheme}”。现有：${p.details.known.join('、')}。`,
        `There is no scheme “${p.details.scheme}”. Known: ${p.details.known.join(', ')}.`,
      ]
    case 'scheme-invalid':
      return [
        `报表方案 ${p.details.file} 有 ${p.details.count} 处问题，第一处：${p.details.first}`,
        `The scheme ${p.details.file} has ${p.details.count} problems; the first: ${p.details.first}`,
      ]
    case 'task-missing':
      return [
        '这个工作区里没有这项报送任务。请先选择报表方案和报告期。',
        'This workspace has no such reporting task. Choose a scheme and a period first.',
      ]
    case 'indicator-unknown':
      return [
        `没有指标“${p.details.indicator}”。${p.details.nearest === null ? '' : `是不是“${p.details.nearest}”？`}`,
        `There is no indicator “${p.details.indicator}”.${p.details.nearest === null ? '' : ` Did you mean “${p.details.nearest}”?`}`,
      ]
    case 'item-unknown':
      return [
        `没有评价项目 ${p.details.item}，或它由系统评分。`,
        `There is no evaluation item ${p.details.item}, or it is scored by formula.`,
      ]
    case 'reason-missing':
      return [
        `评价项目 ${p.details.item} 没有得满分（${p.details.points} 分），请写明扣分原因。`,
        `Item ${p.details.item} scores less than its ${p.details.points} points. Please give the reason.`,
      ]
    case 'file-empty':
      return ['文件是空的，没有内容。请让学校重新导出并发送。', 'The file is empty. Ask the school to export and send it again.']
    case 'file-not-workbook':
      return notWorkbook(p.details.looksLike)
    case 'file-old-xls':
      return [
        '这是老格式 .xls。请用 WPS 或 Excel 打开，另存为 .xlsx 后再接收。',
        'This is the old .xls format. Open it in WPS or Excel, save it as .xlsx, and receive it again.',
      ]
    case 'file-wps-et':
      return [
        '这是 WPS 的 .et 文件。请用 WPS 打开，另存为 .xlsx 后再接收。',
        'This is a WPS .et file. Open it in WPS, save it as .xlsx, and receive it again.',
      ]
    case 'file-password':
      return [
        '文件加了密码，打不开。请在 WPS 或 Excel 中去掉密码，另存为 .xlsx 后再接收。',
        'The file is protected by a password. Remove the password in WPS or Excel, save it as .xlsx, and receive it again.',
      ]
    case 'file-damaged':
      return fileDamaged(p.details)
    case 'file-too-large':
      return [
        `文件超出限制（${p.details.limit}）。请确认是本系统导出的报送文件，删去无关的图片和工作表后另存。`,
        `The file exceeds a limit (${p.details.limit}). Make sure it is a return of this system; remove unrelated pictures and sheets and save it again.`,
      ]
    case 'file-too-many':
      return [
        `文件里的${tooMany[p.details.what][0]}超过 ${p.details.limit} 个，不像报送文件。请只保留要报的报表，复制到新的工作簿后另存。`,
        `The file has more than ${p.details.limit} ${tooMany[p.details.what][1]}, which no return has. Keep only the tables to be filed: copy them to a new workbook and save that.`,
      ]
    case 'file-took-too-long':
      return [
        `读这个文件超过 ${p.details.seconds} 秒，已停止。它可能不是报送文件；请用 WPS 打开后另存为新的 .xlsx。`,
        `Reading this file took more than ${p.details.seconds} seconds and was stopped. It may not be a return; open it in WPS and save it as a new .xlsx.`,
      ]
    case 'file-too-much-memory':
      return [
        `读这个文件要用的内存超过 ${p.details.megabytes} MB，已停止。请用 WPS 打开，删去无关内容后另存。`,
        `Reading this file needs more than ${p.details.megabytes} MB of memory and was stopped. Open it in WPS, remove what does not belong, and save it again.`,
      ]
    case 'reader-not-started':
      return [
        '读取文件的程序没有启动起来，这个文件还没有读，文件本身不一定有问题。请关闭校统后重新打开，再接收一次；仍不行时请重新安装，并把日志交给维护人员。',
        'The part of the program that reads files did not start, so this file has not been read; nothing need be wrong with it. Close Xiaotong, open it again and receive the file once more; if that does not help, install the program again and pass the log on.',
      ]
    case 'file-unreachable':
      return [
        `文件读不到（${p.details.why}）。请检查 U 盘或文件夹是否还在。`,
        `The file cannot be reached (${p.details.why}). Check that the USB stick or folder is still there.`,
      ]
    case 'not-a-return':
      return [
        '这个工作簿不是本任务的报送文件：没有找到报表方案的标题和表头。请核对文件是否选错；自制的表请改用系统导出的空表填写。',
        'This workbook is not a return of this task: no title or header of the scheme was found. Check that the right file was chosen; a home-made table must be entered in the blank form that the program exports.',
      ]
    case 'scheme-not-here':
      return [
        `文件用的是报表方案 ${p.details.scheme} ${p.details.version}，与当前任务不同。请切换任务，或让学校用最新的空表重填。`,
        `The file was made with scheme ${p.details.scheme} ${p.details.version}, not the one of this task. Switch the task, or ask the school to use the current blank form.`,
      ]
    case 'other-period':
      return [
        `文件的报告期是 ${p.details.found}，当前任务是 ${p.details.expected}。请核对是否拿错了文件，或切换到那一期的任务再接收。`,
        `The file is for period ${p.details.found}; this task is for ${p.details.expected}. Check that the right file was chosen, or switch to the task of that period.`,
      ]
    case 'unit-not-found':
      return [
        `看不出这是名录中哪个单位的文件${p.details.found ? `（文件里写的是“${p.details.found}”）` : ''}。请核对封面上的单位代码和名称；新单位请先加入名录。`,
        `It is not clear which unit of the roster this file belongs to${p.details.found ? ` (it says “${p.details.found}”)` : ''}. Check the unit's code and name on the cover; add a new unit to the roster first.`,
      ]
    case 'cell-missing':
      return [
        `表上找不到“${p.details.title}”（${p.details.cell}）这一格，可能被删除或改了行号、列号。请用空表重填，或核对后手工补录。`,
        `The cell “${p.details.title}” (${p.details.cell}) is no longer on the sheet; it may have been deleted, or its row or column code changed. Fill in a blank form again, or add the figure by hand.`,
      ]
    case 'cell-merged':
      return [
        `${p.details.region} 被合并成一格，分不清里面的数属于哪一格，现按“${p.details.title}”（${p.details.cell}）读取。请取消合并，逐格填写。`,
        `${p.details.region} was merged into one cell, and it is not clear to which its content belongs; it was read as “${p.details.title}” (${p.details.cell}). Unmerge it and fill in each cell.`,
      ]
    case 'computed-typed-over':
      return typedOver(p.details)
    case 'no-place':
      return [
        `“${p.details.found}”在方案里没有对应的位置，未接收。该报的请填到表内相应的格，多加的行列请删去。`,
        `“${p.details.found}” has no place in the scheme and was not received. Enter what is to be reported in its cell of the form; remove added rows and columns.`,
      ]
    case 'sheet-missing':
      return [
        `缺少工作表“${p.details.title}”（${p.details.table}），或认不出它的行列。请让学校补上这张表，或用空表重填。`,
        `The sheet “${p.details.title}” (${p.details.table}) is missing, or its rows and columns cannot be recognised. Ask the school to add this table, or to fill in a blank form.`,
      ]
    case 'sheet-twice':
      return [
        `有两张工作表都像“${p.details.title}”（${p.details.table}）而内容不同：“${p.details.read}”和“${p.details.other}”。现读的是“${p.details.read}”。请与学校核对，删去不要的一张后重报。`,
        `Two sheets look like “${p.details.title}” (${p.details.table}) and differ: “${p.details.read}” and “${p.details.other}”. “${p.details.read}” was read. Ask the school which is right; remove the other and hand it in again.`,
      ]
    case 'unit-disagrees':
      return [
        `封面上写的是“${p.details.cover}”，而文件是为“${p.details.inside}”导出的，可能是拿别校的文件改的。请核对；用错的应让学校用自己的空表重填。`,
        `The cover says “${p.details.cover}”, but the file was made for “${p.details.inside}”; it may be another school's file with the name changed. Please check; if so, the school must use its own blank form.`,
      ]
    case 'problems-left-out':
      return [
        `另有 ${p.details.count} 处问题没有列出。请先处理已列出的，或让学校用空表重填。`,
        `${p.details.count} more problems are not listed. Deal with these first, or ask the school to fill in a blank form.`,
      ]
    case 'batch-unknown':
      return [`没有第 ${p.details.batch} 批接收记录。`, `There is no batch ${p.details.batch}.`]
    case 'batch-closed':
      return [`第 ${p.details.batch} 批已经处理过，不能再改。`, `Batch ${p.details.batch} has already been dealt with.`]
    case 'batch-superseded':
      return [
        `第 ${p.details.batch} 批不能撤销：其中单位 ${p.details.unit} 的数据在那之后又有改动。请先撤销后来的批次，或把后来改的数改回去。`,
        `Batch ${p.details.batch} cannot be undone: unit ${p.details.unit} has been changed since. Undo the later batches first, or put back what was changed by hand.`,
      ]
    case 'batch-outdated':
      return [
        `单位 ${p.details.unit} 的数据在核对文件之后又有改动，这一批没有接收。已按现在的数据重新核对，请再看一遍后接收。`,
        `What is held of unit ${p.details.unit} has changed since the files were compared with it; nothing of this batch was taken. They have been compared anew: look through them once more, then take them.`,
      ]
    case 'batch-nothing':
      return ['这一批里没有可以接收的文件。', 'There is nothing in this batch that can be received.']
    case 'workspace-missing':
      return [
        `找不到工作区 ${p.details.path}。请检查文件是否被移动或改名。`,
        `The workspace ${p.details.path} was not found. Check whether the file was moved or renamed.`,
      ]
    case 'workspace-exists':
      return [
        `${p.details.path} 已经存在。请换一个名字，或直接打开它。`,
        `${p.details.path} already exists. Choose another name, or open it.`,
      ]
    case 'workspace-locked':
      return [
        `工作区 ${p.details.path} 正被另一个窗口或程序使用。请先关闭那一个。`,
        `The workspace ${p.details.path} is in use by another window or program. Close that one first.`,
      ]
    case 'workspace-damaged':
      return [
        `工作区 ${p.details.path} 的检查没有通过（${p.details.found}）。没有删除任何内容；请从备份恢复。`,
        `The workspace ${p.details.path} did not pass its check (${p.details.found}). Nothing was deleted; restore it from a backup.`,
      ]
    case 'workspace-from-future':
      return [
        `工作区 ${p.details.path} 是用更新的版本建立的（${p.details.version}，本机只认得 ${p.details.known}）。请升级校统后再打开。`,
        `The workspace ${p.details.path} was made by a newer version (${p.details.version}; this one knows ${p.details.known}). Update Xiaotong to open it.`,
      ]
    case 'not-a-workspace':
      return [`${p.details.path} 不是校统的工作区。`, `${p.details.path} is not a Xiaotong workspace.`]
    case 'no-workspace-open':
      return ['还没有打开工作区。请先选择或新建一个。', 'No workspace is open. Choose or create one first.']
    case 'workspace-changed':
      return p.details.open === null
        ? [
            '这个页面所用的工作区已在别处关闭，刚才的操作没有完成，还没保存的内容留在页面上。请重新打开这个工作区。',
            'The workspace of this page has been closed elsewhere. What you just did was not done; what is not saved yet stays on the page. Open this workspace again.',
          ]
        : [
            `另一个页面打开了工作区“${p.details.open}”，本页面的工作区已关闭；刚才的操作没有完成，还没保存的内容留在页面上。请重新打开本页面的工作区。`,
            `Another page has opened the workspace “${p.details.open}”, which closed the one of this page. What you just did was not done; what is not saved yet stays on the page. Open this page's workspace again.`,
          ]
    case 'task-unknown':
      return [
        `这个工作区里没有任务“${p.details.task}”。请在页面上方换一个任务，或在“工作区”页新增。`,
        `This workspace has no task “${p.details.task}”. Choose another at the top of the page, or add it on the page “Workspace”.`,
      ]
    case 'disk-full':
      return [
        `磁盘已满，${p.details.path} 没有写完。请腾出空间后重试；已显示为“已保存”的内容都在。`,
        `The disk is full; ${p.details.path} was not written completely. Free some space and try again; everything shown as saved is kept.`,
      ]
    case 'not-writable':
      return [
        `${p.details.path} 不能写入。请检查是否只读，或换一个文件夹。`,
        `${p.details.path} cannot be written. Check whether it is read-only, or choose another folder.`,
      ]
    case 'pdf-unavailable':
      return [
        `这台电脑上生成不了 PDF（${p.details.why}）。请用“打印预览”，在浏览器中另存为 PDF。`,
        `A PDF cannot be made on this machine (${p.details.why}). Use the print preview and save it as PDF from the browser.`,
      ]
    case 'usage':
      return [p.details.what, p.details.what]
    case 'invalid-request':
      return [`请求的内容不对：${p.details.where} ${p.details.what}`, `The request is not valid: ${p.details.where} ${p.details.what}`]
    case 'not-found':
      return [`没有找到 ${p.details.what}。`, `${p.details.what} was not found.`]
    case 'forbidden':
      return ['请从校统的窗口或启动时显示的地址进入。', 'Please enter through the Xiaotong window or the address shown at start.']
    case 'busy':
      return [`正在${p.details.what}，请等它完成后再试。`, `${p.details.what} is still running; try again when it is done.`]
    case 'cancelled':
      return ['已取消，没有改动任何数据。', 'Cancelled; no data was changed.']
    case 'unexpected':
      return [
        `程序遇到没有料到的情况，已记入日志（编号 ${p.details.reference}）。数据没有受影响；请重试，仍不行时把日志交给维护人员。`,
        `Something unexpected happened and was logged (reference ${p.details.reference}). Your data is not affected; try again, and pass the log on if it happens again.`,
      ]
    default:
      return missingCase(p)
  }
}

const tooMany = {
  entries: ['部件', 'parts'],
  sheets: ['工作表', 'sheets'],
  cells: ['有内容的单元格', 'cells with content'],
  names: ['名称', 'defined names'],
  merges: ['合并区域', 'merged regions'],
} as const

/** What people send by mistake, by the reader's word for it: its name, and what to do with it. */
const otherKinds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  csv: ['文本数据（CSV）', 'text data (CSV)'],
  text: ['纯文本', 'plain text'],
  html: ['网页，只是名字叫表格', 'a web page that is only named like a workbook'],
  xml: ['XML 数据', 'XML data'],
  'xml-spreadsheet-2003': ['Excel 2003 的 XML 表格', 'an XML spreadsheet of Excel 2003'],
  json: ['JSON 数据', 'JSON data'],
  pdf: ['PDF', 'a PDF'],
  rtf: ['RTF 文档', 'an RTF document'],
  word: ['Word 文档', 'a Word document'],
  powerpoint: ['演示文稿', 'a presentation'],
  ods: ['OpenDocument 表格（.ods）', 'an OpenDocument spreadsheet (.ods)'],
  xlsb: ['二进制工作簿（.xlsb）', 'a binary workbook (.xlsb)'],
  zip: ['压缩包', 'an archive'],
  rar: ['压缩包', 'an archive'],
  '7z': ['压缩包', 'an archive'],
  gzip: ['压缩包', 'an archive'],
  image: ['图片', 'a picture'],
  database: ['数据库文件', 'a database'],
}
const savedAgain = new Set(['csv', 'html', 'xml-spreadsheet-2003', 'ods', 'xlsb'])
const archives = new Set(['zip', 'rar', '7z', 'gzip'])

function notWorkbook(looksLike: string): Both {
  const [zh, en] = (Object.hasOwn(otherKinds, looksLike) ? otherKinds[looksLike] : undefined) ?? ['', '']
  const todo: Both = savedAgain.has(looksLike)
    ? ['请用 WPS 或 Excel 打开，另存为 .xlsx 后再接收。', 'Open it in WPS or Excel, save it as .xlsx, and receive it again.']
    : archives.has(looksLike)
      ? ['请先解压，再接收里面的 .xlsx 文件。', 'Unpack it first and receive the .xlsx files inside.']
      : ['请找到学校报送的 .xlsx 文件。', 'Find the .xlsx file the school handed in.']
  return [
    `这不是 Excel 工作簿${zh === '' ? '' : `（看起来是${zh}）`}。${todo[0]}`,
    `This is not an Excel workbook${en === '' ? '' : ` (it looks like ${en})`}. ${todo[1]}`,
  ]
}

function fileDamaged({ why, sheet }: { why: string; sheet: string | null }): Both {
  // A problem kept by an earlier version names no sheet.
  const zh = `${fileDamageWords(why, 'zh')}${sheet ? `（在工作表“${sheet}”）` : ''}`
  const en = `${fileDamageWords(why, 'en')}${sheet ? ` (on the sheet “${sheet}”)` : ''}`
  return [
    `打不开这个文件：${zh}。请用 WPS 或 Excel 打开后另存为 .xlsx；打不开时请让学校重新导出，用 U 盘拷贝后先“安全弹出”。`,
    `This file cannot be read: ${en}. Open it in WPS or Excel and save it as .xlsx; if it does not open, ask the school to export it again and to eject the USB stick safely.`,
  ]
}

function typedOver({ title, cell, found, computed }: { title: string; cell: string; found: string; computed: string }): Both {
  return [
    `“${title}”（${cell}）应自动计算，文件里却是固定的数 ${found}；按报来的数据${computed === '' ? '算不出数' : `应为 ${computed}`}，汇总以此为准。请与学校核对：明细错了改明细，合计错了恢复这一格的公式，改好后重报；签字的纸表也要与之一致。`,
    `“${title}” (${cell}) is computed, but the file holds the fixed number ${found}; from the figures received it comes to ${computed === '' ? 'no figure' : computed}, and that is what counts. Check with the school: correct the figures it is made of, or restore its formula, and hand it in again; the signed paper must agree.`,
  ]
}

type SignOffDetails = { errors: number; unexplained: number; refused: number }

function signOffZh({ errors, unexplained, refused }: SignOffDetails): string {
  const left = [
    errors > 0 ? `${errors} 处错误` : '',
    unexplained > 0 ? `${unexplained} 处需要说明` : '',
    refused > 0 ? `${refused} 格填得不对` : '',
  ]
  return `还不能签报：${left.filter((one) => one !== '').join('，')}。请先在“审核”中处理。`
}

function signOffEn({ errors, unexplained, refused }: SignOffDetails): string {
  const left = [
    errors > 0 ? `${errors} errors` : '',
    unexplained > 0 ? `${unexplained} queries to explain` : '',
    refused > 0 ? `${refused} cells with refused text` : '',
  ]
  return `Not ready to sign off: ${left.filter((one) => one !== '').join(', ')}. Deal with them under Checks first.`
}
