import { countOf, totalOf, type DemoData } from './data.ts'
import { putCount, putYuan, type DemoFacts } from './facts.ts'
import type { SizedUnit, Stage } from './sizes.ts'
import { splitTotal } from './split.ts'

/** A compulsory stage of a school. MS02 has two columns for primary and two for junior stages. */
type Entry = { code: string; junior: boolean; stage: Stage }

/** The weights of the split: the basic funding in yuan per pupil and year, as in the scheme's parameters for 2021. */
const basis = { primary: 650, junior: 850, boarder: 200, smallest: 100 }
const compulsoryRows: readonly string[] = ['03', '04', '05']

/** Returns MS02 of every compulsory school: public funds by entitlement, textbooks by pupils, living allowances by boarding. */
export function fundingFacts(data: DemoData, units: readonly SizedUnit[]): Map<string, DemoFacts> {
  const schools = units.filter((sized) => sized.stages.some((stage) => compulsoryRows.includes(stage.row)))
  const facts = new Map<string, DemoFacts>(schools.map((sized) => [sized.unit.code, {}]))
  const entries = schools.flatMap((sized) => sized.stages.map((stage) => ({ code: sized.unit.code, junior: stage.row === '05', stage })))
  putPublicFunds(facts, data, schools)
  putTextbooks(facts, data, entries)
  putAllowances(facts, data, entries)
  return facts
}

function putPublicFunds(facts: Map<string, DemoFacts>, data: DemoData, schools: readonly SizedUnit[]): void {
  const yuan = splitTotal(
    totalOf(data, 'MS02.01.6'),
    schools.map((sized) => entitlement(sized.stages)),
    100,
  )
  schools.forEach((sized, index) => {
    const parts = splitTotal(yuan[index] ?? 0, sized.stages.map(stageEntitlement), 100)
    sized.stages.forEach((stage, at) =>
      putYuan(facts.get(sized.unit.code) ?? {}, `MS02.01.${stage.row === '05' ? '4' : '2'}`, parts[at] ?? 0),
    )
  })
}

/** Returns a school's funding in yuan; fewer than 100 pupils count as 100 (docs/design/domain.md: Funding per pupil). */
function entitlement(stages: readonly Stage[]): number {
  const pupils = stages.reduce((all, stage) => all + stage.pupils, 0)
  const boarders = stages.reduce((all, stage) => all + stage.boarders, 0)
  if (pupils < basis.smallest) return basis.smallest * basis.primary + boarders * basis.boarder
  return stages.reduce((all, stage) => all + stageEntitlement(stage), 0)
}

function stageEntitlement(stage: Stage): number {
  return stage.pupils * (stage.row === '05' ? basis.junior : basis.primary) + stage.boarders * basis.boarder
}

function putTextbooks(facts: Map<string, DemoFacts>, data: DemoData, entries: readonly Entry[]): void {
  const yuan = splitTotal(
    totalOf(data, 'MS02.02.6'),
    entries.map((entry) => entry.stage.pupils * (entry.junior ? 19 : 10)),
    10,
  )
  entries.forEach((entry, index) => putPair(facts, entry, '02', entry.stage.pupils, yuan[index] ?? 0))
}

/** Writes the allowances: six of ten boarders, the rest of the published number day pupils; boarders and juniors receive more. */
function putAllowances(facts: Map<string, DemoFacts>, data: DemoData, entries: readonly Entry[]): void {
  const boarders = entries.map((entry) => entry.stage.boarders)
  const dayPupils = entries.map((entry) => entry.stage.pupils - entry.stage.boarders)
  const allBoarders = Math.floor(boarders.reduce((all, one) => all + one, 0) * 0.6)
  const boarding = splitTotal(allBoarders, boarders, 1)
  const day = splitTotal(countOf(data, 'MS02.03.5') - allBoarders, dayPupils, 1)
  const weights = [
    ...entries.map((entry, index) => (boarding[index] ?? 0) * (entry.junior ? 1250 : 1000)),
    ...entries.map((entry, index) => (day[index] ?? 0) * (entry.junior ? 625 : 500)),
  ]
  const yuan = splitTotal(totalOf(data, 'MS02.03.6'), weights, 10)
  entries.forEach((entry, index) => {
    putPair(facts, entry, '04', boarding[index] ?? 0, yuan[index] ?? 0)
    putPair(facts, entry, '05', day[index] ?? 0, yuan[entries.length + index] ?? 0)
  })
}

function putPair(facts: Map<string, DemoFacts>, entry: Entry, row: string, pupils: number, yuan: number): void {
  const own = facts.get(entry.code) ?? {}
  putCount(own, `MS02.${row}.${entry.junior ? '3' : '1'}`, pupils)
  putYuan(own, `MS02.${row}.${entry.junior ? '4' : '2'}`, yuan)
}
