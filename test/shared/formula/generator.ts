import type { Contents } from './world.ts'

/** Random numbers from a seed (mulberry32), so that a failure can be repeated. */
export type Random = { below(n: number): number; pick<T>(items: readonly T[]): T }

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { below: (n) => Math.floor(next() * n), pick: (items) => items[Math.floor(next() * items.length)]! }
}

const NUMBERS = ['0', '1', '2', '3', '7', '10', '0.5', '1.005', '2.675', '100', '12.25', '0.1', '650', '30%', '1000']
const CELLS = ['a', 'b', 'c', 'd', 'x', 'y', '01.1', '02.1']
const VECTORS = ['[*.1]', '[01:03.1]', '[BJ.人数]', '[PX.人次]', '[03:05.1]']
const TEXTS = ['国培', '省培', '市培', 'Abc', 'aBC', '']
const TESTS = ['">=50"', '"<50"', '"<>56"', '45', '"30"', '[a]', '">="&[b]']

/** A formula of the given type over the cells of WORLD; always well typed. */
export function randomFormula(random: Random, type: 'number' | 'boolean' | 'text' | 'date', depth: number): string {
  const inner = (of: typeof type): string => randomFormula(random, of, depth - 1)
  const leaf = depth <= 0
  if (type === 'number') {
    const n = leaf ? random.below(8) : random.below(28)
    if (n < 2) return random.pick(NUMBERS)
    if (n < 7) return `[${random.pick(CELLS)}]`
    if (n === 7) return random.pick(['PRIOR([a])', 'PARAM("班额上限")', 'GROWTH([b])', 'PRIOR([x])'])
    if (n < 15) return `(${inner('number')} ${random.pick(['+', '-', '*', '/'])} ${inner('number')})`
    if (n === 15) return `-${inner('number')}`
    if (n === 16) return `(${inner('number')})%`
    if (n === 17) return `${random.pick(['ROUND', 'ROUNDUP', 'ROUNDDOWN'])}(${inner('number')}, ${random.pick(['0', '1', '2', '-1'])})`
    if (n === 18) return `${random.pick(['ABS', 'INT'])}(${inner('number')})`
    if (n === 19) return `MOD(${inner('number')}, ${random.pick(['3', '7', '0.1', '-2', '[b]'])})`
    if (n < 22)
      return `${random.pick(['SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT'])}(${random.pick(VECTORS)}${random.below(2) === 0 ? '' : `, ${inner('number')}`})`
    if (n < 24) return `IF(${inner('boolean')}, ${inner('number')}, ${random.below(5) === 0 ? '""' : inner('number')})`
    if (n === 24) return `NZ(${inner('number')}${random.below(2) === 0 ? '' : `, ${inner('number')}`})`
    if (n === 25)
      return random.pick([
        `COUNTIF([BJ.人数], ${random.pick(TESTS)})`,
        `COUNTIF([*.1], ${random.pick(TESTS)})`,
        `SUMIF([*.1], ${random.pick(TESTS)}, [*.1])`,
      ])
    if (n === 26) return `SUMIF([PX.类别], ${random.pick(['"国培"', '"<>国培"', '"*培"', '[t]', '"?"'])}, [PX.人次])`
    return random.pick([
      `LEN(${inner('text')})`,
      `YEAR(${inner('date')})`,
      `IFS(${inner('boolean')}, ${inner('number')}, ${inner('boolean')}, ${inner('number')})`,
    ])
  }
  if (type === 'boolean') {
    const n = leaf ? random.below(6) : random.below(12)
    if (n < 4) return `(${inner('number')} ${random.pick(['=', '<>', '<', '<=', '>', '>='])} ${inner('number')})`
    if (n === 4) return `ISBLANK(${random.pick(['[a]', '[b]', '[c]', '[d]', '[t]', '[*.1]', '[PX.类别]', '[t:u]', '[e]'])})`
    if (n === 5) return `(${inner('text')} ${random.pick(['=', '<>'])} ${inner('text')})`
    if (n === 6) return `(${inner('date')} ${random.pick(['=', '<', '>='])} ${inner('date')})`
    if (n === 7) return `NOT(${inner('boolean')})`
    if (n < 10) return `${random.pick(['AND', 'OR'])}(${inner('boolean')}, ${inner('boolean')})`
    if (n === 10) return random.pick(['[t] in [国培, 省培]', `CONTAINS(${inner('text')}, "培")`])
    return `(UNIT("kind") = ${inner('text')})`
  }
  if (type === 'date') {
    if (random.below(2) === 0 || leaf) return random.pick(['[e]', '[f]', 'DATE(2021, 9, 1)', 'DATE(2020, 2, 29)'])
    return random.pick([
      `DATE(2021, ${random.pick(['13', '2', '0', '[b]'])}, ${random.pick(['1', '31', '0'])})`,
      `IF(${inner('boolean')}, [e], [f])`,
    ])
  }
  if (leaf || random.below(2) === 0) return random.pick(['[t]', '[u]', 'UNIT("township")', ...TEXTS.map((text) => `"${text}"`)])
  return random.pick([
    `(${inner('text')} & ${inner('text')})`,
    `(${inner('text')} & ${random.pick(['[a]', '[x]', '[e]'])})`,
    `IF(${inner('boolean')}, ${inner('text')}, ${inner('text')})`,
    `NZ([t], ${inner('text')})`,
  ])
}

const FIGURES = [
  null,
  null,
  '0',
  '1',
  '2',
  '3',
  '5',
  '12.5',
  '0.1',
  '0.2',
  '0.3',
  '45',
  '56',
  '66',
  '1.005',
  '2.675',
  '-3',
  '1234.5678',
  '0.0001',
]
const DAYS = [null, '2021-09-01', '2020-02-29', '2019-12-31']

/** Contents for every cell of WORLD, blanks among them. */
export function randomContents(random: Random): Contents {
  const figures = (): Record<string, string | null> =>
    Object.fromEntries(['a', 'b', 'c', 'd', 'x', 'y', '01.1', '02.1', '03.1', '04.1', '05.1'].map((key) => [key, random.pick(FIGURES)]))
  const empty = random.below(6) === 0
  const cells = empty
    ? {}
    : { ...figures(), t: random.pick([null, ...TEXTS]), u: random.pick([null, ...TEXTS]), e: random.pick(DAYS), f: random.pick(DAYS) }
  const rows = random.below(4)
  const column = (items: readonly (string | null)[]) => Array.from({ length: rows }, () => random.pick(items))
  return {
    cells,
    rows: {
      PX: { 类别: column([null, '国培', '省培', '国培班', '培']), 人次: column(FIGURES), 日期: column(DAYS) },
      BJ: { 人数: column(FIGURES) },
    },
    ...(random.below(3) === 0 ? {} : { prior: { cells: figures() } }),
    parameters: random.below(3) === 0 ? {} : { 班额上限: '55' },
    unit: random.below(4) === 0 ? {} : { kind: '小学', township: '板桥镇', class: '210' },
  }
}
