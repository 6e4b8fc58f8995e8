/**
 * The text in { } in a report template. Full-width colons and surrounding blanks are tolerated.
 *
 * | tag                         | value                                                      |
 * |-----------------------------|------------------------------------------------------------|
 * | {指标:公用经费拨付率}       | the indicator as printed                                   |
 * | {数:MS03.03.2}              | the county's total of the cell, as printed                 |
 * | {参数:营养膳食补助标准}     | the parameter in force                                     |
 * | {得分:9} {满分:9} {原因:9}  | score, points and reason of evaluation item 9              |
 * | {总得分} {总分} {等级}      | score, full points and grade of the evaluation             |
 * | {单位} {报告期} {方案}      | the reporting unit, the period, the scheme's title         |
 * | {已报单位数} {应报单位数}   | the number of filed units, of expected units               |
 * | {#行:MS04} … {/行:MS04}     | once for each line of a list table; inside {列:项目} {序号} |
 * | {#有:实际} … {/有:实际}     | inside a line: only with a filled cell in the column        |
 * | {#当:适用=否} … {/当:适用=否} | inside a line: only with exactly this text in the column   |
 * | {#评价} … {/评价}           | once for each top evaluation item; {编号} {标题} {满分} {得分} {原因} |
 * | {#扣分} … {/扣分}           | the same for leaf items below full points                  |
 */
export type Tag =
  | { kind: 'indicator' | 'cell' | 'parameter' | 'score' | 'points' | 'reason' | 'column'; name: string }
  | { kind: 'plain'; name: PlainTag }
  | { kind: 'loop'; over: 'lines'; table: string }
  | { kind: 'loop'; over: 'filled'; column: string }
  | { kind: 'loop'; over: 'equal'; column: string; text: string }
  | { kind: 'loop'; over: 'items' | 'deductions' }

const plainTags = [
  '总得分',
  '总分',
  '等级',
  '单位',
  '报告期',
  '方案',
  '已报单位数',
  '应报单位数',
  '序号',
  '编号',
  '标题',
  '满分',
  '得分',
  '原因',
] as const
type PlainTag = (typeof plainTags)[number]

const named: Readonly<Record<string, Extract<Tag, { name: string }>['kind']>> = {
  指标: 'indicator',
  数: 'cell',
  参数: 'parameter',
  得分: 'score',
  满分: 'points',
  原因: 'reason',
  列: 'column',
}

/** Parses the text between the braces (without # and /); null when the text is not a known tag. */
export function parseTag(text: string): Tag | null {
  const plain = text.normalize('NFKC').trim()
  const colon = plain.indexOf(':')
  if (colon < 0) {
    if (plain === '评价') return { kind: 'loop', over: 'items' }
    if (plain === '扣分') return { kind: 'loop', over: 'deductions' }
    return (plainTags as readonly string[]).includes(plain) ? { kind: 'plain', name: plain as PlainTag } : null
  }
  const [head, name] = [plain.slice(0, colon).trim(), plain.slice(colon + 1).trim()]
  if (name === '') return null
  if (head === '行') return { kind: 'loop', over: 'lines', table: name }
  if (head === '有') return { kind: 'loop', over: 'filled', column: name }
  const equals = name.indexOf('=')
  if (head === '当')
    return equals < 1 ? null : { kind: 'loop', over: 'equal', column: name.slice(0, equals).trim(), text: name.slice(equals + 1).trim() }
  const kind = named[head]
  return kind === undefined || kind === 'plain' ? null : { kind, name }
}
