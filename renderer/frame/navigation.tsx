import { DownOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../text/language.tsx'
import { recall, remember } from '../ui/remember.ts'
import { digitOfPage, navGroupsOf, type PageName, type PagesInOrder } from '../place/page-names.ts'
import { hashOf, usePlace } from '../place/router.ts'
import type { NavCount } from './use-nav-counts.ts'
import { useScheme, useWorkspace } from '../place/workspace-context.tsx'
import './navigation.css'

/** The pages in their order, each with the icon before its name. */
export type NavigationPages = PagesInOrder & Record<PageName, { icon: ReactNode }>

/** The navigation at the left, which folds to icons. */
export function Navigation({ pages, counts }: { pages: NavigationPages; counts: Partial<Record<PageName, NavCount>> }) {
  const t = useText('frame')
  const titles = useText('titles')
  const { page } = usePlace()
  const [folded, setFolded] = useState(recall('navigation') === 'folded')
  const fold = () => {
    remember('navigation', folded ? 'open' : 'folded')
    setFolded(!folded)
  }
  const { role } = useWorkspace()
  const scheme = useScheme()
  const groups = useMemo(() => navGroupsOf(pages, scheme), [pages, scheme])
  const [asked, setAsked] = useState(recall('collecting') === 'shown')
  // A school sees the pages of the collector only on request or while one of these pages is open.
  const collecting =
    role === 'county' || asked || groups.some((group) => group.id === 'collect' && group.pages.some((item) => item === page))
  const showCollecting = () => {
    remember('collecting', asked ? 'hidden' : 'shown')
    setAsked(!asked)
  }
  const groupTitles = { fill: t.fillGroup, collect: t.collectGroup, workspace: t.workspaceGroup }
  return (
    <nav className={folded ? 'nav nav-folded' : 'nav'} aria-label={t.navigation}>
      {groups.map((group) => (
        <div key={group.id} className="nav-group">
          {group.id === 'collect' && role === 'school' ? (
            <button type="button" className="nav-group-title nav-group-button" aria-expanded={collecting} onClick={showCollecting}>
              {groupTitles[group.id]} {collecting ? <DownOutlined /> : <RightOutlined />}
            </button>
          ) : (
            group.pages.length > 1 && <div className="nav-group-title">{groupTitles[group.id]}</div>
          )}
          {(group.id !== 'collect' || collecting ? group.pages : []).map((item) => (
            <a
              key={item}
              href={hashOf(item)}
              className="nav-item"
              aria-current={item === page ? 'page' : undefined}
              title={hintOf(titles[item], digitOfPage(pages, item))}
            >
              <span className="nav-icon">{pages[item].icon}</span>
              <span className="nav-title">{titles[item]}</span>
              <NavCountMark count={counts[item]} />
            </a>
          ))}
        </div>
      ))}
      <button type="button" className="nav-fold" onClick={fold} aria-expanded={!folded} title={folded ? t.unfold : t.fold}>
        {folded ? <RightOutlined /> : <LeftOutlined />}
        <span className="nav-title">{t.fold}</span>
      </button>
    </nav>
  )
}

function hintOf(title: string, digit: number | null): string {
  return digit === null ? title : `${title} · Alt+${digit}`
}

function NavCountMark({ count }: { count: NavCount | undefined }) {
  const t = useText('frame')
  if (count === undefined) return null
  return (
    <span
      className={count.pressing ? 'nav-count nav-count-pressing' : 'nav-count'}
      title={count.pressing ? t.attention(count.text) : undefined}
    >
      {count.text}
    </span>
  )
}
