import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { consolidationApi } from '../../../shared/api/consolidation.ts'
import type { Answer } from '../../../shared/api/contract.ts'
import { groupingDefinitions, groupings, type Grouping } from '../../../shared/consolidation/grouping.ts'
import type { Indicator } from '../../../shared/scheme/scheme.ts'
import { groupTitle } from '../../../shared/text/group-title.ts'
import { useQuery } from '../../api/use-query.ts'
import { Waiting } from '../../frame/shell.tsx'
import { useScheme } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { Formula } from '../../ui/formula.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { compareBars, type Bar } from './compare-bars.ts'
import { MetMark } from '../evaluate/met-mark.tsx'
import { targetText } from '../../ui/target-text.ts'

type Value = Answer<typeof consolidationApi.indicators>[number]['indicators'][string]

/** The groupings to compare: all but the whole county, whose figure stands above. */
const comparisons = groupings.flatMap((by) => {
  const words = groupingDefinitions[by].comparison
  return words === null ? [] : [{ by, words }]
})

/** One indicator: its figure and formula, and a bar for each township, kind, class or unit with the target as a line. */
export function IndicatorCompare({ indicator, county }: { indicator: Indicator; county: Value | null }) {
  const t = useText('evaluate')
  const { lang } = useLanguage()
  const scheme = useScheme()
  const [by, setBy] = useState<Grouping>('township')
  const [byValue, setByValue] = useState(true)
  const groups = useQuery(consolidationApi.indicators, { query: { by } })
  const compared = useMemo(
    () => (groups.data === undefined ? null : compareBars(groups.data, indicator.code, indicator.target, byValue)),
    [groups.data, indicator, byValue],
  )
  return (
    <section className="card indicator-compare" aria-label={t.compare}>
      <div className="row">
        <h2 className="grow">{indicator.code}</h2>
        <span className="compare-value figure">{county?.shown ?? '—'}</span>
        <span className="secondary">{indicator.unit}</span>
        <MetMark met={county?.met ?? null} hasTarget={indicator.target !== null} />
      </div>
      <p className="secondary">
        {indicator.target !== null && `${t.targetLine(targetText(indicator.target?.source))}　`}
        {indicator.higher === 'better' ? t.higher : indicator.higher === 'worse' ? t.lower : ''}
      </p>
      <p className="secondary small compare-formula">
        {t.formula} <Formula scheme={scheme} bound={indicator.bound} source={indicator.source} at={null} />
      </p>
      {indicator.note !== '' && <p className="small">{indicator.note}</p>}
      <div className="row">
        <Segmented
          aria-label={t.compare}
          value={by}
          options={comparisons.map(({ by: value, words }) => ({ value, label: words[lang] }))}
          onChange={setBy}
        />
        <span className="grow" />
        <Segmented
          aria-label={t.order}
          value={byValue ? 'value' : 'roster'}
          options={[
            { value: 'value', label: t.sortByValue },
            { value: 'roster', label: t.sortByRoster },
          ]}
          onChange={(next) => setByValue(next === 'value')}
        />
      </div>
      <FailureNotice failure={groups.failure} retry={groups.reload} />
      {compared === null && groups.failure === null && <Waiting />}
      {compared !== null && compared.bars.every(({ from }) => from === null) && <p className="secondary">{t.noCompare}</p>}
      <ul className="bars">
        {compared?.bars.map((bar) => (
          <BarLine key={bar.key} bar={bar} target={compared.target} zero={compared.zero} />
        ))}
      </ul>
    </section>
  )
}

function BarLine({ bar, target, zero }: { bar: Bar; target: number | null; zero: number }) {
  const title = groupTitle(bar.title, useLanguage().language)
  return (
    <li>
      <span className="bar-title" title={title}>
        {title}
      </span>
      <span className="bar-field" aria-hidden="true">
        {bar.from !== null && (
          <span className={bar.met === false ? 'bar bar-unmet' : 'bar'} style={{ left: `${bar.from}%`, width: `${bar.to - bar.from}%` }} />
        )}
        {zero > 0 && <span className="bar-zero" style={{ left: `${zero}%` }} />}
        {target !== null && <span className="bar-target" style={{ left: `${target}%` }} />}
      </span>
      <span className="figure bar-value">{bar.shown}</span>
      <span className={bar.met === false ? 'bar-met unmet' : 'bar-met met'}>{bar.met === null ? '' : bar.met ? '✓' : '✗'}</span>
    </li>
  )
}
