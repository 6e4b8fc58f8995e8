import type { Words } from '../words.ts'

/**
 * The way of taking a file with a verdict: `by-itself` by every commit; `when-decided` by a person's decision on the differences;
 * `not-needed` never, because the file brings nothing new; `never`, because the file cannot be taken.
 */
type VerdictTaken = 'by-itself' | 'when-decided' | 'not-needed' | 'never'

/** A verdict's shown words; `tone` is the verdict's colour. */
export type VerdictWords = { tone: 'fresh' | 'correction' | 'plain' | 'amber' | 'red'; label: Words; meaning: Words }
type VerdictDefinition = VerdictWords & { taken: VerdictTaken }

/** Every verdict on a received file, in display order (docs/design/receiving.md: Verdicts). */
const definitions = {
  new: {
    taken: 'by-itself',
    tone: 'fresh',
    label: { zh: '新报', en: 'New' },
    meaning: { zh: '该单位第一次报送。', en: "This unit's first return." },
  },
  identical: {
    taken: 'not-needed',
    tone: 'plain',
    label: { zh: '重复', en: 'Identical' },
    meaning: { zh: '与已接收的数据完全相同，不需要再接收。', en: 'The same as what is held. There is nothing to receive.' },
  },
  newer: {
    taken: 'by-itself',
    tone: 'correction',
    label: { zh: '更正', en: 'Correction' },
    meaning: {
      zh: '该单位的新版本，将替换已接收的数据，差异见下。',
      en: 'A later revision of this unit. It replaces what is held; the differences are below.',
    },
  },
  conflict: {
    taken: 'when-decided',
    tone: 'red',
    label: { zh: '冲突', en: 'Conflict' },
    meaning: {
      zh: '与已有数据版本号相同而内容不同。请与单位核实以哪一份为准；确认后可以单独接收这一份。',
      en: 'Same revision as what is held, with other content. Ask the unit which one stands; you can then receive this one by itself.',
    },
  },
  older: {
    taken: 'when-decided',
    tone: 'amber',
    label: { zh: '旧版本', en: 'Older' },
    meaning: {
      zh: '比已接收的版本旧。一般不用接收；确需退回旧版本的，可以单独接收这一份。',
      en: 'Older than what is held. Usually not wanted; you can receive it by itself if you mean to go back.',
    },
  },
  'not-on-roster': {
    taken: 'never',
    tone: 'amber',
    label: { zh: '非本县', en: 'Not on roster' },
    meaning: {
      zh: '名录里没有这个单位。若确属本县，请先在“名录”中新增，再重新接收。',
      en: 'The roster has no such unit. If it does belong here, add it under Roster and receive the file again.',
    },
  },
  'changed-structure': {
    taken: 'when-decided',
    tone: 'amber',
    label: { zh: '改表', en: 'Changed form' },
    meaning: {
      zh: '表格被改动，有的单元格找不到位置，见下。可让单位用空白报送文件重填，或核对后接收能读出的部分。',
      en: 'The form was altered and some cells have no place; see below. Ask the unit to fill in a blank workbook, or check and receive what could be read.',
    },
  },
  unreadable: {
    taken: 'never',
    tone: 'red',
    label: { zh: '打不开', en: 'Unreadable' },
    meaning: {
      zh: '文件读不出来，原因和办法见下。',
      en: 'The file could not be read. The reason and what to do are below.',
    },
  },
} as const satisfies Record<string, VerdictDefinition>

export type Verdict = keyof typeof definitions
export const verdictDefinitions: Readonly<Record<Verdict, VerdictDefinition>> = definitions
export const verdicts = Object.keys(definitions) as readonly Verdict[]

/**
 * The incoming return and the unit's held filing, compared for a verdict. `digest`: over everything it says, words too. `draft`: the held
 * filing has values entered here, not received; `returned`: the held filing was sent back for correction.
 */
export type Incoming = { readable: boolean; onRoster: boolean; structureChanged: boolean; revision: number; digest: string }
export type HeldReturn = { revision: number; digest: string; draft: boolean; returned: boolean }

/**
 * Returns the verdict on one file (docs/design/receiving.md: Verdicts), by the first row that fits:
 *
 * | file                                            | verdict           |
 * |-------------------------------------------------|-------------------|
 * | cannot be read, or is for another task          | unreadable        |
 * | unit is not on the roster                       | not-on-roster     |
 * | same content as held, revision not higher       | identical         |
 * | cells are missing from its sheets               | changed-structure |
 * | nothing held                                    | new               |
 * | held has values entered here, not in a return   | conflict          |
 * | higher revision than held                       | newer             |
 * | same revision, held was sent back               | newer             |
 * | same revision, other content                    | conflict          |
 * | lower revision than held                        | older             |
 */
export function judge(incoming: Incoming, held: HeldReturn | null): Verdict {
  if (!incoming.readable) return 'unreadable'
  if (!incoming.onRoster) return 'not-on-roster'
  if (held !== null && held.digest === incoming.digest && incoming.revision <= held.revision) return 'identical'
  if (incoming.structureChanged) return 'changed-structure'
  if (held === null) return 'new'
  if (held.draft) return 'conflict'
  if (incoming.revision > held.revision) return 'newer'
  if (incoming.revision < held.revision) return 'older'
  // A return file corrected in WPS or Excel keeps its revision.
  return held.returned ? 'newer' : 'conflict'
}

/** True when a commit takes a file with the verdict without a person's decision. */
export function takenByItself(verdict: Verdict): boolean {
  return verdictDefinitions[verdict].taken === 'by-itself'
}

/** True when a file with the verdict is taken only by a person's decision on the differences. */
export function takenWhenDecided(verdict: Verdict): boolean {
  return verdictDefinitions[verdict].taken === 'when-decided'
}

/** True when a commit may take a file with the verdict, by itself or by a person's decision. */
export function mayBeTaken(verdict: Verdict): boolean {
  return takenByItself(verdict) || takenWhenDecided(verdict)
}

export type Rival = { position: number; unit: string; verdict: Verdict; revision: number; digest: string }

/**
 * Settles several files of one batch for the same unit and returns the changed verdicts by position. Identical copies count once. The
 * highest revision is taken; lower revisions are `older`. Two contents of the highest revision are a conflict, and no file is taken
 * (docs/design/promises.md: Promise 5).
 */
export function settleRivals(files: readonly Rival[]): Map<number, Verdict> {
  const changed = new Map<number, Verdict>()
  const byUnit = new Map<string, Rival[]>()
  for (const file of files) {
    if (!takenByItself(file.verdict)) continue
    byUnit.set(file.unit, [...(byUnit.get(file.unit) ?? []), file])
  }
  for (const rivals of byUnit.values()) {
    if (rivals.length < 2) continue
    const highest = Math.max(...rivals.map((rival) => rival.revision))
    const top = rivals.filter((rival) => rival.revision === highest)
    const disagree = new Set(top.map((rival) => rival.digest)).size > 1
    rivals.forEach((rival) => {
      if (rival.revision < highest) changed.set(rival.position, 'older')
      else if (disagree) changed.set(rival.position, 'conflict')
      else if (rival !== top[0]) changed.set(rival.position, 'identical')
    })
  }
  return changed
}
