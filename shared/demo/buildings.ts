import { countOf, totalOf, type DemoData } from './data.ts'
import { putCount, putYuan, type DemoFacts } from './facts.ts'
import type { DemoUnit } from './roster.ts'
import type { SizedUnit } from './sizes.ts'
import { splitTotal } from './split.ts'
import { vary } from './vary.ts'

/** The number of central schools with air conditioners, from the report: 7 个直属学校及下属教学点. */
const SCHOOLS_WITH_AIR_CONDITIONERS = 7

const works = [
  '教学楼屋面防水和外墙维修',
  '学生食堂改造',
  '运动场改建为塑胶跑道',
  '学生宿舍楼扩建',
  '综合楼扩建',
  '厕所改造和校园道路硬化',
  '附属用房改建',
]

/** Returns MS06 of the schools with a project or equipment this year; other schools leave the table empty. */
export function buildingFacts(data: DemoData, units: readonly SizedUnit[]): Map<string, DemoFacts> {
  const facts = new Map<string, DemoFacts>()
  const of = (code: string): DemoFacts => {
    const own = facts.get(code) ?? {}
    facts.set(code, own)
    return own
  }
  putProjects(of, data, units)
  putSmartClassrooms(of, data, units)
  putAirConditioners(of, data, units)
  return facts
}

type FactsOf = (code: string) => DemoFacts

/** Writes one project each into township schools chosen by a hash. */
function putProjects(of: FactsOf, data: DemoData, units: readonly SizedUnit[]): void {
  const projects = countOf(data, 'MS06.01.1')
  const turn = (unit: DemoUnit): number => vary(unit.code, 'project', 0, 99_999)
  const chosen = units
    .map((sized) => sized.unit)
    .filter((unit) => ['central', 'junior', 'nine'].includes(unit.role))
    .sort((a, b) => turn(a) - turn(b) || (a.code < b.code ? -1 : 1))
    .slice(0, projects)
  const yuan = splitTotal(
    totalOf(data, 'MS06.02.1'),
    chosen.map((unit) => vary(unit.code, 'cost', 55, 160)),
    1000,
  )
  const areas = splitTotal(
    totalOf(data, 'MS06.04.1'),
    chosen.map((unit, index) => (yuan[index] ?? 0) * vary(unit.code, 'area', 70, 130)),
    10,
  )
  chosen.forEach((unit, index) => {
    const own = of(unit.code)
    const work = works[vary(unit.code, 'work', 0, works.length - 1)] ?? ''
    putCount(own, 'MS06.01.1', 1)
    putYuan(own, 'MS06.02.1', yuan[index] ?? 0)
    putCount(own, 'MS06.03.1', areas[index] ?? 0)
    own['MS06.05.1'] = `${work}，${areas[index] ?? 0}平方米`
    own['MS06.06.1'] = `2021-${vary(unit.code, 'month', 10, 11)}-${vary(unit.code, 'day', 10, 28)}`
  })
}

/** Splits the classrooms by classes (小学三年级以上): a primary class weighs 4, a junior class 5; teaching points have none. */
function putSmartClassrooms(of: FactsOf, data: DemoData, units: readonly SizedUnit[]): void {
  const schools = units.filter((sized) => ['小学', '初中', '九年一贯制'].includes(sized.unit.kind))
  const weights = schools.map((sized) => sized.stages.reduce((all, stage) => all + stage.classes * (stage.row === '05' ? 5 : 4), 0))
  const rooms = splitTotal(countOf(data, 'MS06.07.1'), weights, 1)
  schools.forEach((sized, index) => {
    const own = of(sized.unit.code)
    putCount(own, 'MS06.07.1', rooms[index] ?? 0)
    putCount(own, 'MS06.07.2', (rooms[index] ?? 0) + vary(sized.unit.code, 'rooms-before', 0, 4))
  })
}

function putAirConditioners(of: FactsOf, data: DemoData, units: readonly SizedUnit[]): void {
  const centrals = units.filter((sized) => sized.unit.role === 'central').slice(0, SCHOOLS_WITH_AIR_CONDITIONERS)
  const codes = new Set(centrals.map((sized) => sized.unit.code))
  const chosen = units.filter((sized) => codes.has(sized.unit.code) || (sized.unit.role === 'point' && codes.has(sized.unit.parent)))
  const sets = splitTotal(
    countOf(data, 'MS06.08.1'),
    chosen.map((sized) => sized.stages.reduce((all, stage) => all + stage.classes, 1)),
    1,
  )
  const yuan = splitTotal(totalOf(data, 'MS06.09.1'), sets, 100)
  chosen.forEach((sized, index) => {
    const own = of(sized.unit.code)
    putCount(own, 'MS06.08.1', sets[index] ?? 0)
    putCount(own, 'MS06.08.2', (sets[index] ?? 0) + vary(sized.unit.code, 'sets-before', 0, 6))
    putYuan(own, 'MS06.09.1', yuan[index] ?? 0)
  })
}
