import { variationApi, type VariationView } from '../../../shared/api/variation.ts'
import { useQuery } from '../../api/use-query.ts'
import { hashOf, usePlace } from '../../place/router.ts'
import { Answered, NextStep } from '../../frame/answered.tsx'
import { Waiting } from '../../frame/shell.tsx'
import { useText } from '../../text/language.tsx'
import { figureText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { targetText } from '../../ui/target-text.ts'
import { BalanceRises, type Chosen } from './balance-rises.tsx'
import { BalanceSchools } from './balance-schools.tsx'
import { figurePattern } from './figure-pattern.ts'
import './balance.css'

/** 均衡分析: a coefficient of variation, school by school, and the rises that would bring it within its limit. */
export function BalancePage() {
  const t = useText('balance')
  const asked = usePlace().parts[0]
  const overview = useQuery(variationApi.read, { query: {} })
  const indicators = overview.data?.indicators
  // The first indicator beyond its limit is opened, because it needs work.
  const code = asked ?? (indicators?.find(({ met }) => met === false) ?? indicators?.[0])?.code
  const detail = useQuery(variationApi.read, code === undefined ? null : { query: { indicator: code } })
  const chosen = detail.data?.chosen ?? null
  const state =
    chosen === null ? undefined : (
      <>
        {t.state(chosen.indicator, chosen.shown, targetText(chosen.target))} <Met met={chosen.met} />
      </>
    )
  return (
    <Page full title={t.title} state={state}>
      <FailureNotice failure={overview.failure === null ? detail.failure : null} retry={detail.reload} />
      <Answered
        query={overview}
        empty={{ when: (all) => all.indicators.length === 0, title: t.noneTitle, text: t.noneText, act: t.toIndicators, to: 'indicators' }}
      >
        {(all) => (
          <div className="balance-body">
            <Picker indicators={all.indicators} chosen={code} />
            {detail.data === undefined && detail.failure === null && <Waiting />}
            {detail.data?.chosen === null && <NextStep title={t.emptyTitle} text={t.emptyText} act={t.toReceive} to="receive" />}
            {chosen !== null && (
              <>
                <BalanceSchools key={chosen.indicator} chosen={chosen} />
                <div className="balance-side">
                  <Measures chosen={chosen} />
                  <BalanceRises chosen={chosen} />
                </div>
              </>
            )}
          </div>
        )}
      </Answered>
    </Page>
  )
}

/** Every coefficient of variation of the scheme, with its figure, its limit and the result. */
function Picker({ indicators, chosen }: { indicators: VariationView['indicators']; chosen: string | undefined }) {
  const t = useText('balance')
  return (
    <nav className="balance-picker" aria-label={t.indicators}>
      {indicators.map(({ code, shown, target, met }) => (
        <a key={code} href={hashOf('balance', [code])} aria-current={code === chosen ? 'true' : undefined}>
          <span>{code}</span>
          <span className="row small">
            <span className="figure">{shown}</span>
            <span className="secondary grow">{targetText(target)}</span>
            <Met met={met} />
          </span>
        </a>
      ))}
    </nav>
  )
}

function Measures({ chosen }: { chosen: Chosen }) {
  const t = useText('balance')
  const said = (figure: string) => `${figureText(figure, figurePattern(chosen.unit))} ${chosen.unit}`
  return (
    <section className="card stack balance-measures">
      <div className="row">
        <span className="balance-cv figure">{chosen.shown}</span>
        <span className="secondary">{targetText(chosen.target)}</span>
        <Met met={chosen.met} />
        <span className="grow" />
        <a className="small" href={hashOf('indicators', [chosen.indicator])}>
          {t.toLineage}
        </a>
      </div>
      <dl className="balance-facts">
        <dt title={t.meanHint}>{t.mean}</dt>
        <dd className="figure">{said(chosen.mean)}</dd>
        <dt>{t.deviation}</dt>
        <dd className="figure">{said(chosen.deviation)}</dd>
        <dt>{t.standard}</dt>
        <dd className="figure">{chosen.standard === null ? t.noStandard : said(chosen.standard)}</dd>
      </dl>
      {chosen.note !== '' && <p className="secondary small">{chosen.note}</p>}
    </section>
  )
}

function Met({ met }: { met: boolean | null }) {
  const t = useText('balance')
  return met === null ? null : <span className={met ? 'met' : 'unmet'}>{met ? `✓ ${t.met}` : `✗ ${t.unmet}`}</span>
}
