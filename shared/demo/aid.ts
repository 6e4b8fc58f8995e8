import { countOf, totalOf, type DemoData } from './data.ts'
import { putCount, putYuan, type DemoFacts } from './facts.ts'
import type { SizedUnit } from './sizes.ts'
import { splitTotal } from './split.ts'

/** The shares of the year's recipients with the item in spring and in autumn, in thousandths. */
type Terms = { spring: number; autumn: number }
const bothTerms: Terms = { spring: 960, autumn: 970 }

/** Returns MS05 of every senior school: the published persons and money of each item split by school and term. */
export function aidFacts(data: DemoData, units: readonly SizedUnit[]): Map<string, DemoFacts> {
  const general = units.filter((sized) => sized.unit.kind === '高中')
  const vocational = units.filter((sized) => sized.unit.kind === '中职')
  const facts = new Map<string, DemoFacts>([...general, ...vocational].map((sized) => [sized.unit.code, {}]))
  for (const row of ['01', '02']) putItem(facts, data, row, general, bothTerms)
  putItem(facts, data, '03', vocational, bothTerms)
  putTuition(facts, data, vocational)
  putScholarship(facts, data, vocational)
  putPoor(facts, data, [...general, ...vocational])
  return facts
}

function putItem(facts: Map<string, DemoFacts>, data: DemoData, row: string, schools: readonly SizedUnit[], terms: Terms): void {
  const persons = splitTotal(countOf(data, `MS05.${row}.5`), schools.map(pupilsOf), 1)
  const yuan = splitTotal(totalOf(data, `MS05.${row}.6`), persons, 100)
  schools.forEach((sized, index) => {
    const own = facts.get(sized.unit.code) ?? {}
    const count = persons[index] ?? 0
    putTerms(own, row, Math.floor((count * terms.spring) / 1000), Math.floor((count * terms.autumn) / 1000), count, yuan[index] ?? 0)
  })
}

/**
 * Writes 中职免学费. The published 5292 exceeds the school's 4283 pupils because it is the sum of both terms' lists. The school's own
 * checks query the figure, and the county's check X-免学费 fails.
 */
function putTuition(facts: Map<string, DemoFacts>, data: DemoData, schools: readonly SizedUnit[]): void {
  const persons = splitTotal(countOf(data, 'MS05.04.5'), schools.map(pupilsOf), 1)
  const yuan = splitTotal(totalOf(data, 'MS05.04.6'), persons, 100)
  schools.forEach((sized, index) => {
    const count = persons[index] ?? 0
    const spring = Math.floor((count * 498) / 1000)
    putTerms(facts.get(sized.unit.code) ?? {}, '04', spring, count - spring, count, yuan[index] ?? 0)
  })
}

function putScholarship(facts: Map<string, DemoFacts>, data: DemoData, schools: readonly SizedUnit[]): void {
  const persons = splitTotal(countOf(data, 'MS05.05.5'), schools.map(pupilsOf), 1)
  const yuan = splitTotal(totalOf(data, 'MS05.05.6'), persons, 100)
  schools.forEach((sized, index) => {
    const own = facts.get(sized.unit.code) ?? {}
    putCount(own, 'MS05.05.3', persons[index] ?? 0)
    putCount(own, 'MS05.05.5', persons[index] ?? 0)
    putYuan(own, 'MS05.05.4', yuan[index] ?? 0)
  })
}

/** Writes the 建档立卡 students: persons split by the schools' poor pupils, money by the schools' money, term by term. */
function putPoor(facts: Map<string, DemoFacts>, data: DemoData, schools: readonly SizedUnit[]): void {
  const money = schools.map((sized) => ({
    spring: yuanOf(facts, sized, ['01', '02', '03', '04'], '2'),
    autumn: yuanOf(facts, sized, ['01', '02', '03', '04', '05'], '4'),
  }))
  const persons = splitTotal(
    countOf(data, 'MS05.07.5'),
    schools.map((sized) => sized.stages.reduce((all, stage) => all + stage.poor, 0)),
    1,
  )
  const yuan = splitTotal(
    totalOf(data, 'MS05.07.6'),
    money.map((one) => one.spring + one.autumn),
    100,
  )
  schools.forEach((sized, index) => {
    const own = facts.get(sized.unit.code) ?? {}
    const count = persons[index] ?? 0
    const [spring = 0, autumn = 0] = splitTotal(yuan[index] ?? 0, [money[index]?.spring ?? 0, money[index]?.autumn ?? 0], 100)
    putCount(own, 'MS05.07.1', Math.floor((count * bothTerms.spring) / 1000))
    putCount(own, 'MS05.07.3', Math.floor((count * bothTerms.autumn) / 1000))
    putCount(own, 'MS05.07.5', count)
    putYuan(own, 'MS05.07.2', spring)
    putYuan(own, 'MS05.07.4', autumn)
  })
}

function putTerms(own: DemoFacts, row: string, spring: number, autumn: number, year: number, yuan: number): void {
  const [springYuan = 0, autumnYuan = 0] = splitTotal(yuan, [spring, autumn], 100)
  putCount(own, `MS05.${row}.1`, spring)
  putYuan(own, `MS05.${row}.2`, springYuan)
  putCount(own, `MS05.${row}.3`, autumn)
  putYuan(own, `MS05.${row}.4`, autumnYuan)
  putCount(own, `MS05.${row}.5`, year)
}

function pupilsOf(sized: SizedUnit): number {
  return sized.stages.reduce((all, stage) => all + stage.pupils, 0)
}

function yuanOf(facts: ReadonlyMap<string, DemoFacts>, sized: SizedUnit, rows: readonly string[], column: string): number {
  const own = facts.get(sized.unit.code) ?? {}
  return rows.reduce((all, row) => all + Math.round(Number(own[`MS05.${row}.${column}`] ?? '0') * 10_000), 0)
}
