import { countOf, type DemoData } from './data.ts'
import type { DemoUnit } from './roster.ts'
import { splitTotal } from './split.ts'
import { vary } from './vary.ts'

/** A stage of a school on 1 September: a row of MS00. */
export type Stage = {
  row: '01' | '03' | '04' | '05' | '08' | '10' | '11'
  pupils: number
  girls: number
  boarders: number
  poor: number
  classes: number
  staff: number
  teachers: number
}

/** A unit with its size; `spring` is the number of pupils with meals in the spring term. */
export type SizedUnit = { unit: DemoUnit; stages: readonly Stage[]; spring: number }

type Shape = { classSize: number; teachersPerTenClasses: number; pupilsPerTeacher: number; boardersPercent: number; poorPercent: number }

const shapes: Record<Stage['row'], Shape> = {
  '01': { classSize: 30, teachersPerTenClasses: 20, pupilsPerTeacher: 20, boardersPercent: 0, poorPercent: 18 },
  '03': { classSize: 42, teachersPerTenClasses: 19, pupilsPerTeacher: 19, boardersPercent: 14, poorPercent: 22 },
  '04': { classSize: 13, teachersPerTenClasses: 10, pupilsPerTeacher: 13, boardersPercent: 0, poorPercent: 28 },
  '05': { classSize: 46, teachersPerTenClasses: 32, pupilsPerTeacher: 15, boardersPercent: 62, poorPercent: 24 },
  '08': { classSize: 52, teachersPerTenClasses: 35, pupilsPerTeacher: 15, boardersPercent: 78, poorPercent: 29 },
  '10': { classSize: 50, teachersPerTenClasses: 30, pupilsPerTeacher: 16, boardersPercent: 84, poorPercent: 29 },
  '11': { classSize: 46, teachersPerTenClasses: 26, pupilsPerTeacher: 18, boardersPercent: 80, poorPercent: 29 },
}

/**
 * Gives every unit a plausible size with exactly the published enrolments (nutrition by term, general and vocational senior
 * schools). Nutrition covers every pupil of its schools, as published (覆盖率 100%).
 */
export function sizeUnits(data: DemoData, roster: readonly DemoUnit[]): SizedUnit[] {
  const autumn = splitOver(roster.filter(givesMeals), countOf(data, 'MS03.03.2'), autumnWeight)
  const spring = springPupils(roster, autumn, countOf(data, 'MS03.03.1'))
  const general = splitOver(
    roster.filter((unit) => unit.kind === '高中'),
    countOf(data, 'MS00.07.3'),
    seniorWeight,
  )
  const vocational = splitOver(
    roster.filter((unit) => unit.kind === '中职'),
    countOf(data, 'MS00.11.3'),
    seniorWeight,
  )
  return roster.map((unit) => {
    const pupils = autumn.get(unit.code) ?? general.get(unit.code) ?? vocational.get(unit.code) ?? 0
    return { unit, stages: stagesOf(unit, pupils), spring: spring.get(unit.code) ?? 0 }
  })
}

/** True when a unit takes part in the rural nutrition plan in the autumn term. */
export function givesMeals(unit: DemoUnit): boolean {
  return unit.role === 'central' || unit.role === 'village' || unit.role === 'point' || unit.role === 'junior' || unit.role === 'nine'
}

function springPupils(roster: readonly DemoUnit[], autumn: ReadonlyMap<string, number>, total: number): Map<string, number> {
  const merged = roster.filter((unit) => unit.role === 'merged')
  const pupils = new Map(merged.map((unit) => [unit.code, vary(unit.code, 'spring', 9, 26)]))
  const left = total - [...pupils.values()].reduce((all, one) => all + one, 0)
  const spread = (unit: DemoUnit): number => (unit.role === 'point' ? 22 : 8)
  const weight = (unit: DemoUnit): number => (autumn.get(unit.code) ?? 0) * (100 + vary(unit.code, 'spring', -spread(unit), spread(unit)))
  for (const [code, count] of splitOver(roster.filter(givesMeals), left, weight)) pupils.set(code, count)
  return pupils
}

function autumnWeight(unit: DemoUnit): number {
  switch (unit.role) {
    case 'central':
      return vary(unit.code, 'size', 320, 540)
    case 'village':
      return vary(unit.code, 'size', 104, 215)
    case 'junior':
      return vary(unit.code, 'size', 330, 640)
    case 'nine':
      return vary(unit.code, 'size', 320, 520)
    case 'office':
    case 'kindergarten':
    case 'point':
    case 'merged':
    case 'county-school':
      return vary(unit.code, 'size', 8, 43)
  }
}

function seniorWeight(unit: DemoUnit): number {
  return unit.countySchool?.weight ?? 1
}

function splitOver(units: readonly DemoUnit[], total: number, weight: (unit: DemoUnit) => number): Map<string, number> {
  const parts = splitTotal(total, units.map(weight), 1)
  return new Map(units.map((unit, index) => [unit.code, parts[index] ?? 0]))
}

function stagesOf(unit: DemoUnit, pupils: number): Stage[] {
  switch (unit.role) {
    case 'office':
    case 'merged':
      return []
    case 'kindergarten':
      return [stage(unit, '01', vary(unit.code, 'size', 165, 352))]
    case 'nine': {
      const junior = Math.round((pupils * vary(unit.code, 'junior', 34, 42)) / 100)
      return [stage(unit, '03', pupils - junior), stage(unit, '05', junior)]
    }
    case 'junior':
      return [stage(unit, '05', pupils)]
    case 'point':
      return [stage(unit, '04', pupils)]
    case 'county-school':
      return unit.countySchool === null ? [] : [stage(unit, unit.countySchool.row, unit.countySchool.pupils ?? pupils)]
    case 'central':
    case 'village':
      return [stage(unit, '03', pupils)]
  }
}

function stage(unit: DemoUnit, row: Stage['row'], pupils: number): Stage {
  const shape = shapes[row]
  const classes = Math.max(1, Math.ceil(pupils / shape.classSize))
  const needed = Math.max(Math.ceil((classes * shape.teachersPerTenClasses) / 10), Math.ceil(pupils / shape.pupilsPerTeacher))
  const teachers = row === '04' ? needed : Math.floor((needed * vary(unit.code, `teachers${row}`, 100, 128)) / 100)
  const boards = unit.role === 'village' || unit.countySchool?.row === '03' ? 0 : shape.boardersPercent
  return {
    row,
    pupils,
    girls: Math.floor((pupils * vary(unit.code, `girls${row}`, 45, 50)) / 100),
    boarders: Math.floor((pupils * boards * vary(unit.code, `boarders${row}`, 85, 115)) / 10_000),
    poor: Math.floor((pupils * shape.poorPercent * vary(unit.code, `poor${row}`, 96, 120)) / 10_000),
    classes,
    teachers,
    staff: teachers + (row === '04' ? 0 : Math.ceil((teachers * vary(unit.code, `staff${row}`, 3, 14)) / 100)),
  }
}
