import { remedyOf, wordOf, type MistakenKind, type Remedy } from '../mistaken-files.ts'
import { damageWords } from '../file-damage.ts'
import type { ProblemDetails } from '../../problem.ts'
import type { ProblemSentences } from '../sentences.ts'
import { fileDamage } from './file-damage.ts'

const tooMany: Readonly<Record<ProblemDetails['file-too-many']['what'], string>> = {
  entries: '部件',
  sheets: '工作表',
  cells: '有内容的单元格',
  names: '名称',
  merges: '合并区域',
}

const mistakenKinds: Readonly<Record<MistakenKind, string>> = {
  csv: '文本数据（CSV）',
  text: '纯文本',
  html: '网页，只是名字叫表格',
  xml: 'XML 数据',
  'xml-spreadsheet-2003': 'Excel 2003 的 XML 表格',
  json: 'JSON 数据',
  pdf: 'PDF',
  rtf: 'RTF 文档',
  word: 'Word 文档',
  powerpoint: '演示文稿',
  ods: 'OpenDocument 表格（.ods）',
  xlsb: '二进制工作簿（.xlsb）',
  zip: '压缩包',
  rar: '压缩包',
  '7z': '压缩包',
  gzip: '压缩包',
  image: '图片',
  database: '数据库文件',
}

const whatToDo: Readonly<Record<Remedy, string>> = {
  'save-again': '请用 WPS 或 Excel 打开，另存为 .xlsx 后再接收。',
  unpack: '请先解压，再接收里面的 .xlsx 文件。',
  find: '请找到学校报送的 .xlsx 文件。',
}

/** Every problem as a sentence in Chinese: the event, the place, the remedy. */
export const problems: ProblemSentences = {
  // A value that does not fit its cell (docs/design/workbook.md: Values)
  'not-a-number': ({ found, whole }) => `“${found}”不是数字。请填${whole ? '整数' : '数字'}；不适用的填“/”。`,
  'not-whole': ({ found }) => `“${found}”不是整数。此格只填整数。`,
  'too-many-decimals': ({ found, decimals }) => `“${found}”小数位过多。此格最多 ${decimals} 位小数，请按要求四舍五入后填写。`,
  'below-minimum': ({ found, minimum }) => `${found} 小于允许的最小值 ${minimum}。请核对。`,
  'above-maximum': ({ found, maximum }) => `${found} 大于允许的最大值 ${maximum}。请核对。`,
  'too-large': ({ found, maximum }) => `${found} 超出系统能保存的范围（绝对值不超过 ${maximum}）。请核对单位，例如该填万元的是否填成了元。`,
  'wrong-unit': ({ found, unit }) => `“${found}”的单位与此格不符，此格的单位是${unit || '（无单位）'}。请换算后只填数字。`,
  'not-a-choice': ({ found, choices }) => `“${found}”不在可选项中。请选：${choices.join('、')}；不适用的填“/”。`,
  'not-a-date': ({ found }) => `“${found}”不是日期，或分不清年月日。请按 2021-09-01 的样子填写。`,
  'text-too-long': ({ length, maximum }) => `文字共 ${length} 字，超过 ${maximum} 字。请缩短。`,
  'formula-without-value': () => '此格是公式，但文件里没有算出的结果。请用 WPS 或 Excel 打开，按 F9 重算并保存后再交；或直接填结果。',
  'refused-before': ({ found }) => `“${found}”填入时不合本格要求，没有保存。请核对后重新填写。`,
  'error-value': ({ found }) => `此格是错误值 ${found}，公式算不出来。请改填数字；不适用的填“/”。`,
  // A cell, table or check that cannot be filled
  'cell-unknown': ({ cell, nearest }) => `没有单元格 ${cell}。${nearest === null ? '' : `是不是 ${nearest}？`}`,
  'cell-computed': ({ cell }) => `${cell} 由系统计算，不能填写。请改它所依据的数。`,
  'cell-blocked': ({ cell }) => `${cell} 在表上是 ×，不填数。`,
  'table-not-filed': ({ unit, table }) => `单位 ${unit} 不填报表 ${table}。请核对单位类型。`,
  'check-unknown': ({ check }) => `没有审核关系 ${check}，说明未保存。`,
  'explanation-boilerplate': ({ text }) => `“${text}”没有说明原因。请写明具体原因，例如人员、政策或口径有什么变化。`,
  // A filing
  'sign-off-refused': ({ errors, unexplained, refused }) => {
    const left = [
      errors > 0 ? `${errors} 处错误` : '',
      unexplained > 0 ? `${unexplained} 处需要说明` : '',
      refused > 0 ? `${refused} 格填得不对` : '',
    ]
    return `还不能签报：${left.filter((one) => one !== '').join('，')}。请先在“审核”中处理。`
  },
  'nothing-to-return': ({ unit }) =>
    `${unit}的报表没有须改正的错误、未说明的核实项或填得不对的格，不需要退回。要请学校重报别的内容，请直接与学校联系。`,
  'return-outdated': ({ unit }) => `${unit}的报表在生成退回修改单的时候又有改动，没有退回。请看过现在的报表，再退回一次。`,
  'take-back-outdated': ({ unit }) =>
    `${unit}的报表或本任务的报表方案在读文件的时候又有改动，文件没有导入，已填的都在。请看过现在的报表，再导入一次。`,
  'other-unit-file': ({ found, unit }) =>
    `这个文件是${found === '' ? '别的单位' : `“${found}”`}的，不是${unit}的退回文件。请核对是否拿错了文件。`,
  'nothing-to-file': ({ unit, kind }) => `${unit}（${kind}）在这项任务中没有要填的报表，不需要签报。若单位类型不对，请在名录中更正。`,
  'sign-off-incomplete': ({ field }) => `请填写${field === 'head' ? '单位负责人' : '填表人'}姓名后再签报。`,
  // The report
  'report-unresolved': ({ count, named }) => `报告里还有 ${count} 处没有着落，不能打印：${named.join('；')}。请补齐数据，或在模板中改正。`,
  'report-template-missing': ({ scheme }) => `报表方案 ${scheme} 没有报告模板。请在“报告”中放入本县的 .docx 模板。`,
  'report-template-unreadable': ({ file }) => `“${file}”不是 .docx 文件。请用 Word 或 WPS 另存为 .docx 后再放入。`,
  // Units, roster, periods, schemes
  'unit-unknown': ({ unit, nearest }) => `名录中没有单位 ${unit}。${nearest === null ? '请先在名录中添加。' : `是不是 ${nearest}？`}`,
  'unit-duplicate': ({ row, unit }) => `第 ${row} 行的代码 ${unit} 在前面已经出现。请核对后保留一行。`,
  'unit-incomplete': ({ row, field }) => `第 ${row} 行缺少“${field}”。请补上。`,
  'unit-code-scientific': ({ row, name, found }) =>
    `第 ${row} 行“${name}”的代码是“${found}”，是 Excel 的科学计数，后面的数字已经丢了。请把代码一列设为文本格式，重新填写完整的代码。`,
  'unit-kind-unknown': ({ row, name, found, nearest, known }) =>
    `第 ${row} 行“${name}”的类型“${found}”不认识：本任务没有这类单位要填的表，导入后不算应报单位。${nearest === null ? `本任务的类型有：${known.join('、')}。` : `是不是“${nearest}”？`}`,
  'unit-kind-not-asked': ({ kind, count }) =>
    kind === ''
      ? `有 ${count} 个单位没有写类型：本任务按类型定谁填哪张表，这些单位不算应报单位。请补上类型。`
      : `有 ${count} 个单位的类型是“${kind}”：本任务没有这类单位要填的表，不算应报单位。`,
  'unit-class-unknown': ({ row, name, found }) =>
    `第 ${row} 行“${name}”的城乡分类“${found}”不是城乡分类代码（111、112、121、122、123、210、220）：照写导入，但按城区、镇区、乡村分组时归不进任何一组。`,
  'unit-parent-unknown': ({ row, name, found }) =>
    `第 ${row} 行“${name}”的上级“${found}”不在名录和这个文件里：照写导入，但不知道它归哪个单位管。上级请填单位代码，或名录中的单位名称。`,
  'unit-has-filing': ({ unit }) => `单位 ${unit} 已有报送数据，不能从名录中删除。`,
  'roster-unreadable': ({ file, expected }) => `文件“${file}”里没有找到名录。第一行标题应有：${expected}。`,
  'period-invalid': ({ found, expected }) => `报告期“${found}”写法不对。应写成 ${expected}。`,
  'scheme-unknown': ({ scheme, known }) => `没有报表方案“${scheme}”。现有：${known.join('、')}。`,
  'scheme-invalid': ({ file, count, first }) => `报表方案 ${file} 有 ${count} 处问题，第一处：${first}`,
  'task-missing': () => '这个工作区里没有这项报送任务。请先选择报表方案和报告期。',
  'indicator-unknown': ({ indicator, nearest }) => `没有指标“${indicator}”。${nearest === null ? '' : `是不是“${nearest}”？`}`,
  'item-unknown': ({ item }) => `没有评价项目 ${item}，或它由系统评分。`,
  'reason-missing': ({ item, points }) => `评价项目 ${item} 没有得满分（${points} 分），请写明扣分原因。`,
  // Incoming files
  'file-empty': () => '文件是空的，没有内容。请让学校重新导出并发送。',
  'file-not-workbook': ({ looksLike }) => {
    const kind = wordOf(mistakenKinds, looksLike)
    return `这不是 Excel 工作簿${kind === '' ? '' : `（看起来是${kind}）`}。${whatToDo[remedyOf(looksLike)]}`
  },
  'file-old-xls': () => '这是老格式 .xls。请用 WPS 或 Excel 打开，另存为 .xlsx 后再接收。',
  'file-wps-et': () => '这是 WPS 的 .et 文件。请用 WPS 打开，另存为 .xlsx 后再接收。',
  'file-password': () => '文件加了密码，打不开。请在 WPS 或 Excel 中去掉密码，另存为 .xlsx 后再接收。',
  'file-damaged': ({ why, sheet }) =>
    // A problem kept by an earlier version names no sheet.
    `打不开这个文件：${damageWords(fileDamage, why)}${sheet ? `（在工作表“${sheet}”）` : ''}。请用 WPS 或 Excel 打开后另存为 .xlsx；打不开时请让学校重新导出，用 U 盘拷贝后先“安全弹出”。`,
  'file-too-large': ({ limit }) => `文件超出限制（${limit}）。请确认是本系统导出的报送文件，删去无关的图片和工作表后另存。`,
  'file-too-many': ({ what, limit }) =>
    `文件里的${tooMany[what]}超过 ${limit} 个，不像报送文件。请只保留要报的报表，复制到新的工作簿后另存。`,
  'file-took-too-long': ({ seconds }) => `读这个文件超过 ${seconds} 秒，已停止。它可能不是报送文件；请用 WPS 打开后另存为新的 .xlsx。`,
  'file-too-much-memory': ({ megabytes }) => `读这个文件要用的内存超过 ${megabytes} MB，已停止。请用 WPS 打开，删去无关内容后另存。`,
  'reader-not-started': () =>
    '读取文件的程序没有启动起来，这个文件还没有读，文件本身不一定有问题。请关闭校统后重新打开，再接收一次；仍不行时请重新安装，并把日志交给维护人员。',
  'file-unreachable': ({ why }) => `文件读不到（${why}）。请检查 U 盘或文件夹是否还在。`,
  'not-a-return': () =>
    '这个工作簿不是本任务的报送文件：没有找到报表方案的标题和表头。请核对文件是否选错；自制的表请改用系统导出的空表填写。',
  'scheme-not-here': ({ scheme, version }) =>
    `文件用的是报表方案 ${scheme} ${version}，与本任务不同。请切换任务，或让学校用最新的空表重填。`,
  'other-period': ({ found, expected }) =>
    `文件的报告期是 ${found}，本任务是 ${expected}。请核对是否拿错了文件，或切换到那一期的任务再接收。`,
  'unit-not-found': ({ found }) =>
    `看不出这是名录中哪个单位的文件${found ? `（文件里写的是“${found}”）` : ''}。请核对封面上的单位代码和名称；新单位请先加入名录。`,
  'cell-missing': ({ title, cell }) =>
    `表上找不到“${title}”（${cell}）这一格，可能被删除或改了行号、列号。请用空表重填，或核对后手工补录。`,
  'cell-merged': ({ region, title, cell }) =>
    `${region} 被合并成一格，分不清里面的数属于哪一格，现按“${title}”（${cell}）读取。请取消合并，逐格填写。`,
  'computed-typed-over': ({ title, cell, found, computed }) =>
    `“${title}”（${cell}）应自动计算，文件里却是固定的数 ${found}；按报来的数据${computed === '' ? '算不出数' : `应为 ${computed}`}，汇总以此为准。请与学校核对：明细错了改明细，合计错了恢复这一格的公式，改好后重报；签字的纸表也要与之一致。`,
  'no-place': ({ found }) => `“${found}”在方案里没有对应的位置，未接收。该报的请填到表内相应的格，多加的行列请删去。`,
  'sheet-missing': ({ title, table }) => `缺少工作表“${title}”（${table}），或认不出它的行列。请让学校补上这张表，或用空表重填。`,
  'sheet-twice': ({ title, table, read, other }) =>
    `有两张工作表都像“${title}”（${table}）而内容不同：“${read}”和“${other}”。现读的是“${read}”。请与学校核对，删去不要的一张后重报。`,
  'unit-disagrees': ({ cover, inside }) =>
    `封面上写的是“${cover}”，而文件是为“${inside}”导出的，可能是拿别校的文件改的。请核对；用错的应让学校用自己的空表重填。`,
  'only-words-differ': () =>
    '数字与已有的完全相同，不同的只是说明、填得不对的格或签报信息（负责人、填表人、电话、日期）。请对照原文件，需要的接收。',
  'problems-left-out': ({ count }) => `另有 ${count} 处问题没有列出。请先处理已列出的，或让学校用空表重填。`,
  // Batches
  'batch-unknown': ({ batch, task }) =>
    task === undefined
      ? `没有第 ${batch} 批接收记录。`
      : `第 ${batch} 批接收记录属于任务 ${task}，不属于这项任务。请换到那项任务（命令行加 --task ${task}）。`,
  'batch-closed': ({ batch }) => `第 ${batch} 批已经处理过，或正在接收，不能再改。还有文件要收，请另收一批。`,
  'batch-superseded': ({ batch, unit }) =>
    `第 ${batch} 批不能撤销：其中单位 ${unit} 的数据在那之后又有改动。请先撤销后来的批次，或把后来改的数改回去。`,
  'batch-outdated': ({ unit }) =>
    `单位 ${unit} 的数据或名录信息在核对文件之后又有改动，这一批没有接收。已按现在的情况重新核对，请再看一遍后接收。`,
  'batch-scheme-changed': ({ batch }) =>
    `第 ${batch} 批的文件是按报表方案原来的版本读的，本任务后来换成了新版本，原来读的不能用，这一批没有接收。请放弃这一批，把文件重新收一遍。`,
  'batch-nothing': () => '这一批里没有可以接收的文件。',
  // Workspaces and the machine
  'workspace-missing': ({ path }) => `找不到工作区 ${path}。请检查文件是否被移动或改名。`,
  'workspace-exists': ({ path }) => `${path} 已经存在。请换一个名字，或直接打开它。`,
  'workspace-locked': ({ path }) => `工作区 ${path} 正被另一个窗口或程序使用。请先关闭那一个。`,
  'workspace-damaged': ({ path, found }) => `工作区 ${path} 的检查没有通过（${found}）。没有删除任何内容；请从备份恢复。`,
  'workspace-from-future': ({ path, version, known }) =>
    `工作区 ${path} 是用更新的版本建立的（${version}，本机只认得 ${known}）。请升级校统后再打开。`,
  'not-a-workspace': ({ path }) => `${path} 不是校统的工作区。`,
  'workspace-changed': ({ open }) =>
    open === null
      ? '这个页面所用的工作区已在别处关闭，刚才的操作没有完成，还没保存的内容留在页面上。请重新打开这个工作区。'
      : `另一个页面打开了工作区“${open}”，本页面的工作区已关闭；刚才的操作没有完成，还没保存的内容留在页面上。请重新打开本页面的工作区。`,
  'task-unknown': ({ task, known = [] }) =>
    `这个工作区里没有任务“${task}”：写法可能不对或已经过时，或者这项任务属于别的工作区。请换一个任务${known.length > 0 ? `：${known.join('、')}` : ''}。`,
  'disk-full': ({ path }) => `磁盘已满，${path} 没有写完。请腾出空间后重试；已显示为“已保存”的内容都在。`,
  'not-writable': ({ path }) => `${path} 不能写入。请检查是否只读，或换一个文件夹。`,
  'pdf-unavailable': ({ why }) => `这台电脑上生成不了 PDF（${why}）。请用“打印预览”，在浏览器中另存为 PDF。`,
  // Requests and commands
  usage: ({ what }) => what,
  'invalid-request': ({ where, what }) => `请求的内容不对：${where} ${what}`,
  'not-found': ({ what }) => `没有找到 ${what}。`,
  forbidden: () => '请从校统的窗口或启动时显示的地址进入。',
  busy: ({ what }) => `正在${what}，请等它完成后再试。`,
  cancelled: () => '已取消，没有改动任何数据。',
  unexpected: ({ reference }) =>
    `程序遇到没有料到的情况，已记入日志（编号 ${reference}）。数据没有受影响；请重试，仍不行时把日志交给维护人员。`,
}
