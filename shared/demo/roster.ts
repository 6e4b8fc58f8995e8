import type { Unit } from '../unit/unit.ts'
import type { CountySchool, DemoData, Township } from './data.ts'

/** The role of a unit in the demo county, for its size, its stages and its filing. */
type Role = 'office' | 'kindergarten' | 'central' | 'village' | 'point' | 'merged' | 'junior' | 'nine' | 'county-school'

export type DemoUnit = Unit & { role: Role; countySchool: CountySchool | null }

/** The type digits of a 学校标识码 (docs/design/domain.md: Unit codes): type, province 34, serial. Serials from 900001 are not in use. */
const typeDigits: Record<string, string> = { 幼儿园: '11', 小学: '21', 教学点: '21', 初中: '31', 九年一贯制: '31', 高中: '34', 中职: '36' }
const PROVINCE = '34'
const FIRST_SERIAL = 900_001

/** Returns the demo county's roster 单位名录: the office, the county's own schools, then each township's units, in the data file's order. */
export function demoRoster(data: DemoData): DemoUnit[] {
  let serial = FIRST_SERIAL
  const school = (role: Role, name: string, kind: string, township: string, urbanRural: string, parent: string): DemoUnit => {
    const code = `${typeDigits[kind] ?? '51'}${PROVINCE}${serial}`
    serial += 1
    return { code, name, kind, township, class: urbanRural, parent, role, countySchool: null }
  }
  const seat = data.townships[0]?.name ?? ''
  const office: DemoUnit = {
    code: data.office.code,
    name: data.office.name,
    kind: '教育局',
    township: seat,
    class: '121',
    parent: '',
    role: 'office',
    countySchool: null,
  }
  const countySchools = data['county-schools'].map((one) => ({
    ...school('county-school', one.name, one.kind, seat, '121', office.code),
    countySchool: one,
  }))
  return [office, ...countySchools, ...data.townships.flatMap((township) => townshipUnits(township, office.code, school))]
}

function townshipUnits(
  township: Township,
  office: string,
  school: (role: Role, name: string, kind: string, township: string, urbanRural: string, parent: string) => DemoUnit,
): DemoUnit[] {
  const isTown = township.name.endsWith('镇')
  const centre = isTown ? '121' : '210'
  const fringe = isTown ? '122' : '220'
  const central = school('central', `${township.name}中心小学`, '小学', township.name, centre, office)
  const junior = township.junior ? [school('junior', `${township.name}初级中学`, '初中', township.name, centre, office)] : []
  const nine = township.nine === undefined ? [] : [school('nine', township.nine, '九年一贯制', township.name, fringe, office)]
  return [
    central,
    ...junior,
    ...nine,
    ...township.villages.map((village) => school('village', `${village}小学`, '小学', township.name, '220', central.code)),
    ...township.points.map((village) => school('point', `${village}教学点`, '教学点', township.name, '220', central.code)),
    ...township.merged.map((village) => school('merged', `${village}教学点`, '教学点', township.name, '220', central.code)),
    school('kindergarten', `${township.name}中心幼儿园`, '幼儿园', township.name, centre, office),
  ]
}

/** Returns the school with a merged teaching point's former pupils: its township's central school. */
export function successorOf(unit: DemoUnit, roster: readonly DemoUnit[]): DemoUnit | null {
  return roster.find((one) => one.code === unit.parent) ?? null
}
