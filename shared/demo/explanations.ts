import type { DemoFacts } from './facts.ts'
import { successorOf, type DemoUnit } from './roster.ts'
import type { SizedUnit } from './sizes.ts'
import { vary } from './vary.ts'

/** A unit's explanations by `CHECK@CELL`, one for each query of its filing. */
export type DemoExplanations = Record<string, string>

/** Writes the explanations for a unit's filing; test/shared/demo/county.test.ts compares them with the scheme's queries. */
export function demoExplanation(sized: SizedUnit, now: DemoFacts, before: DemoFacts, roster: readonly DemoUnit[]): DemoExplanations {
  const explanations: DemoExplanations = {}
  if (sized.unit.role === 'merged') explanations['MS00-7@MS00.12.1'] = mergedText(sized, roster)
  else {
    explainTerms(explanations, sized)
    explainYears(explanations, sized, before)
  }
  if (sized.unit.kind === '中职') explainTuition(explanations, sized, now)
  return explanations
}

function mergedText(sized: SizedUnit, roster: readonly DemoUnit[]): string {
  const successor = successorOf(sized.unit, roster)?.name ?? '中心小学'
  const date = `8月${vary(sized.unit.code, 'merged-on', 16, 30)}日`
  const ways = ['由镇村校车线路接送', '低年级由家长陪读，其余寄宿', '离校两公里内步行，较远的统一派车接送']
  return `${date}按布局调整并入${successor}，春学期在籍的${sized.spring}名学生随迁，${ways[vary(sized.unit.code, 'way', 0, 2)]}，教师一并调入。`
}

/** Explains MS03-9: the autumn pupils differ from the spring pupils by more than a fifth. */
function explainTerms(explanations: DemoExplanations, sized: SizedUnit): void {
  const autumn = sized.stages.reduce((all, stage) => all + stage.pupils, 0)
  if (sized.spring === 0 || Math.abs(autumn - sized.spring) * 5 <= sized.spring) return
  explanations['MS03-9@MS03.03.2'] = changeText(sized.unit, '秋学期', sized.spring, autumn)
}

/** Explains MS00-14: the pupils differ from the year before by more than a quarter. */
function explainYears(explanations: DemoExplanations, sized: SizedUnit, before: DemoFacts): void {
  const pupils = sized.stages.reduce((all, stage) => all + stage.pupils, 0)
  const last = sized.stages.reduce((all, stage) => all + Number(before[`MS00.${stage.row}.3`] ?? '0'), 0)
  if (last === 0 || Math.abs(pupils - last) * 4 <= last) return
  explanations['MS00-14@MS00.12.3'] = changeText(sized.unit, '本年', last, pupils)
}

/** Returns a sentence with leavers, newcomers and transfers that add up to the change. */
function changeText(unit: DemoUnit, since: string, from: number, to: number): string {
  const moved = vary(unit.code, `moved-${since}`, 1, 3)
  const few = vary(unit.code, `few-${since}`, 4, 7)
  const leavers = (count: number): string => (unit.role === 'point' ? `三年级学生${count}人升入中心小学` : `毕业年级学生${count}人离校`)
  if (to < from) return `${since}${leavers(from - to + few - moved)}，新招一年级${few}人，另有${moved}人随父母转到外地就读。`
  return `${since}新招一年级${to - from + few - moved}人，${leavers(few)}，另有${moved}人由外出务工地转回。`
}

function explainTuition(explanations: DemoExplanations, sized: SizedUnit, now: DemoFacts): void {
  const [spring = '0', autumn = '0', year = '0'] = ['1', '3', '5'].map((column) => now[`MS05.04.${column}`])
  const pupils = sized.stages.reduce((all, stage) => all + stage.pupils, 0)
  explanations['MS05-4@MS05.04.1'] =
    `免学费按学期申报，全年数由春学期${spring}人、秋学期${autumn}人两份名册相加，学籍系统尚未导出去重名单。`
  explanations['MS05-8@MS05.04.5'] =
    `${year}为两学期名册相加的人次，含7月毕业离校的学生；9月1日在校生${pupils}人中享受免学费的为秋学期${autumn}人。`
}
