import { useEffect, useMemo, useState } from 'react'
import { rosterApi } from '../../shared/api/roster.ts'
import { useQuery } from '../api/use-query.ts'
import { useText } from '../text/language.tsx'
import type { JumpTarget } from './jump-index.ts'
import { navGroupsOf, type PagesInOrder } from '../place/page-names.ts'
import { hashOf } from '../place/router.ts'
import { useScheme } from '../place/workspace-context.tsx'

/** Turns titles into their pinyin initials. */
type Initials = (title: string) => string

/** All targets of the jump dialog; the pinyin dictionary is loaded when the dialog first opens. */
export function useJumpTargets(pages: PagesInOrder): JumpTarget[] {
  const titles = useText('titles')
  const scheme = useScheme()
  const units = useQuery(rosterApi.list, {}).data
  const initials = useInitials()
  return useMemo(() => {
    const target = (kind: JumpTarget['kind'], title: string, code: string, hash: string, other?: string): JumpTarget => {
      const names = other === undefined || other === title ? [title] : [title, other]
      return { kind, title, code, hash, names: names.map((text) => ({ text, initials: initials(text) })) }
    }
    return [
      ...navGroupsOf(pages, scheme).flatMap((group) => group.pages.map((page) => target('page', titles[page], '', hashOf(page)))),
      ...scheme.tables.map((table) => target('table', table.title, table.code, hashOf('fill', [table.code]), table.shortTitle)),
      ...scheme.indicators.map((indicator) => target('indicator', indicator.code, '', hashOf('indicators', [indicator.code]))),
      ...(units ?? []).map((unit) => target('unit', unit.name, unit.code, hashOf('fill', [], { unit: unit.code }))),
    ]
  }, [titles, pages, scheme, units, initials])
}

function useInitials(): Initials {
  const [initials, setInitials] = useState<Initials>(() => () => '')
  useEffect(() => {
    let wanted = true
    void import('pinyin-pro').then(({ pinyin }) => {
      const first: Initials = (title) =>
        pinyin(title, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toLowerCase()
      if (wanted) setInitials(() => first)
    })
    return () => {
      wanted = false
    }
  }, [])
  return initials
}
