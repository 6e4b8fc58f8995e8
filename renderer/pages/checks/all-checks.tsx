import { Button, Input, Segmented } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { consolidationApi } from '../../../shared/api/consolidation.ts'
import type { Finding } from '../../../shared/check/findings.ts'
import { cellTitle } from '../../../shared/scheme/cells.ts'
import { tableOf } from '../../../shared/words.ts'
import { useQuery } from '../../api/use-query.ts'
import { FindingCard } from '../../filing/finding-card.tsx'
import { useOwnExplanations } from '../../filing/use-own-explanations.ts'
import { useFindingSentence } from '../../filing/use-finding-sentence.ts'
import { go, hashOf } from '../../place/router.ts'
import { Unanswered } from '../../frame/answered.tsx'
import { useScheme } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { countText } from '../../ui/figure.tsx'
import { Page } from '../../ui/page.tsx'
import { countFindings, filterFindings, groupFindings, placeOf, type Shown } from './find-findings.ts'

/** The number of findings drawn at first, and added each time. */
const STEP = 100

/** The findings of every unit's filing and of the county's totals, unit by unit. */
export function AllChecks({ switcher }: { switcher: ReactNode }) {
  const t = useText('checks')
  const scheme = useScheme()
  const { current, explainOf } = useOwnExplanations()
  const sentence = useFindingSentence()
  const { data, failure, reload } = useQuery(consolidationApi.checks, {})
  const [shown, setShown] = useState<Shown>('open')
  const [stay, setStay] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const [most, setMost] = useState(STEP)
  const wanted = useDeferredValue(typed)
  const tableTitle = useMemo(() => new Map(scheme.tables.map((table) => [table.code, table.shortTitle])), [scheme])
  const found = useMemo(
    () => (data === undefined ? [] : filterFindings(data, shown, wanted, tableTitle, sentence, stay)),
    [data, shown, wanted, tableTitle, sentence, stay],
  )
  if (data === undefined)
    return (
      <Page title={t.title} action={switcher}>
        <Unanswered failure={failure} reload={reload} />
      </Page>
    )

  const counts = countFindings(data)
  const words = t.state(countText(counts.errors), countText(counts.queries))
  const explainAndStay = (finding: Finding) => {
    const explain = explainOf(finding)
    if (explain === null) return null
    return (text: string) => {
      explain(text)
      // An explained finding stays in the list until another kind is chosen, because somebody is reading it.
      setStay(new Set([...stay, placeOf(finding)]))
    }
  }
  const choose = (kind: Shown) => {
    setStay(new Set())
    setShown(kind)
  }
  const options: { value: Shown; label: string }[] = [
    { value: 'open', label: `${t.open} ${countText(counts.errors + counts.queries)}` },
    { value: 'errors', label: t.errors(countText(counts.errors)) },
    { value: 'queries', label: t.queries(countText(counts.queries)) },
    { value: 'explained', label: t.explained(countText(counts.explained)) },
  ]
  return (
    <Page title={t.title} state={counts.units === 0 ? words : `${words} · ${t.stateUnits(countText(counts.units))}`} action={switcher}>
      {data.length === 0 ? (
        <EmptyPage title={t.cleanTitle}>{t.clean}</EmptyPage>
      ) : (
        <>
          <div className="row">
            <Segmented aria-label={t.show} value={shown} options={options} onChange={choose} />
            <Input.Search
              allowClear
              className="checks-search"
              placeholder={t.filter}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          {found.length === 0 && <p className="secondary">{t.noneMatch}</p>}
          {groupFindings(found.slice(0, most)).map((group) => (
            <FindingsOfUnit
              key={`${group.scope} ${group.unit}`}
              group={group}
              tableTitle={tableTitle}
              current={current}
              explainOf={explainAndStay}
            />
          ))}
          {found.length > most && (
            <div>
              <Button onClick={() => setMost(most + STEP)}>{t.more(countText(Math.min(STEP, found.length - most)))}</Button>
            </div>
          )}
        </>
      )}
    </Page>
  )
}

type FindingsOfUnitProps = {
  group: ReturnType<typeof groupFindings>[number]
  /** The short titles of the tables, by code. */
  tableTitle: ReadonlyMap<string, string>
  /** The finding with its explanation, saved or on its way. */
  current: (finding: Finding) => Finding
  explainOf: (finding: Finding) => ((text: string) => void) | null
}

function FindingsOfUnit({ group: { unit, unitName, scope, findings }, tableTitle, current, explainOf }: FindingsOfUnitProps) {
  const t = useText('checks')
  const scheme = useScheme()
  return (
    <section className="checks-table" aria-label={unitName}>
      <h2>
        {scope === 'county' ? t.countyTotals : unitName} <span className="secondary small">{scope === 'county' ? '' : unit}</span>
      </h2>
      {findings.map((finding) => (
        <FindingCard
          key={finding.key}
          finding={current(finding)}
          place={`${tableTitle.get(tableOf(finding.cell)) ?? ''} · ${cellTitle(scheme, finding.cell)}`}
          onJump={() =>
            go(
              hashOf(scope === 'county' ? 'consolidate' : 'fill', [tableOf(finding.cell)], {
                unit: scope === 'county' ? undefined : unit,
                cell: finding.cell,
              }),
            )
          }
          onExplain={explainOf(finding)}
        />
      ))}
    </section>
  )
}
