import { consolidationApi } from '../../../shared/api/consolidation.ts'
import { useQuery } from '../../api/use-query.ts'
import { go, hashOf, usePlace } from '../../place/router.ts'
import { Answered, NextStep } from '../../frame/answered.tsx'
import { useScheme } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { Page } from '../../ui/page.tsx'
import { IndicatorCompare } from './indicator-compare.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import '../evaluate/evaluate.css'

/** 指标: the county's indicators against their targets, and a comparison of one across groups. `#/indicators/CODE`. */
export function IndicatorsPage() {
  const t = useText('evaluate')
  const { indicators } = useScheme()
  const { parts } = usePlace()
  const county = useQuery(consolidationApi.indicators, { query: { by: 'county' } })
  const group = county.data?.[0]
  const chosen = indicators.find(({ code }) => code === parts[0]) ?? indicators[0]
  if (chosen === undefined) {
    return (
      <Page title={t.indicators}>
        <NextStep title={t.noIndicatorsTitle} text={t.noIndicatorsText} act={t.toTotals} to="consolidate" />
      </Page>
    )
  }
  const values = Object.values(group?.indicators ?? {})
  const state =
    group === undefined ? undefined : (
      <>
        {t.indicatorState(
          countText(indicators.length),
          countText(values.filter(({ met }) => met === true).length),
          countText(values.filter(({ met }) => met === false).length),
        )}
        {' · '}
        {t.drawnFrom(countText(group.units.filed), countText(group.units.expected))}
      </>
    )
  return (
    <Page full title={t.indicators} state={state}>
      <Answered query={{ ...county, data: group }}>
        {({ indicators: figures }) => (
          <div className="evaluate-body">
            <IndicatorTable
              indicators={indicators}
              values={figures}
              chosen={chosen.code}
              onChoose={(code) => go(hashOf('indicators', [code]), 'replace')}
            />
            <IndicatorCompare indicator={chosen} county={figures[chosen.code] ?? null} />
          </div>
        )}
      </Answered>
    </Page>
  )
}
