import { putCount, type DemoFacts } from './facts.ts'
import type { SizedUnit, Stage } from './sizes.ts'

/** Returns MS00 of one unit. A merged teaching point files 0 schools and leaves the rest blank because nothing was left on 1 September. */
export function baseFacts(sized: SizedUnit): DemoFacts {
  const facts: DemoFacts = {}
  if (sized.unit.role === 'merged') putCount(facts, 'MS00.04.1', 0)
  for (const stage of sized.stages) putStage(facts, stage, countsAsSchool(sized, stage))
  return facts
}

/** True for the stage that counts the school. A nine-year school is one school, counted in the junior row (note of MS00). */
function countsAsSchool(sized: SizedUnit, stage: Stage): boolean {
  return sized.unit.role !== 'nine' || stage.row === '05'
}

function putStage(facts: DemoFacts, stage: Stage, counts: boolean): void {
  const put = (column: string, count: number): void => putCount(facts, `MS00.${stage.row}.${column}`, count)
  put('1', counts ? 1 : 0)
  put('2', stage.classes)
  put('3', stage.pupils)
  put('4', stage.girls)
  if (stage.row !== '01') put('5', stage.boarders)
  put('6', stage.poor)
  put('7', stage.staff)
  put('8', stage.teachers)
}
