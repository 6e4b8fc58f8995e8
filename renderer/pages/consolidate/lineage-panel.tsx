import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { consolidationApi } from '../../../shared/api/consolidation.ts'
import type { Answer } from '../../../shared/api/contract.ts'
import type { Grouping } from '../../../shared/consolidation/grouping.ts'
import { cellOf, cellTitle } from '../../../shared/scheme/cells.ts'
import type { CellRef } from '../../../shared/words.ts'
import { useQuery } from '../../api/use-query.ts'
import { Waiting } from '../../frame/shell.tsx'
import { useScheme } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { countText, figureText } from '../../ui/figure.tsx'
import { Formula } from '../../ui/formula.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { timeText } from '../../ui/time.ts'

type Row = Answer<typeof consolidationApi.lineage>[number]

const FIRST = 100
/** The delay before a lineage is asked for, because held arrow keys pass over many figures. */
const SETTLE_MS = 120

type LineagePanelProps = { cell: CellRef; by: Grouping; group: string; total: string | null; onClose: () => void }

/** 数据来源: the units behind a total, the largest first, with file, cell, time and person. */
export function LineagePanel({ cell, by, group, total, onClose }: LineagePanelProps) {
  const t = useText('consolidate')
  const scheme = useScheme()
  const asked = useSettled(cell)
  const lineage = useQuery(consolidationApi.lineage, { query: { cell: asked, by, group } })
  const [all, setAll] = useState(false)
  const known = cellOf(scheme, cell)
  const show = known === null || known.show === '' ? undefined : known.show
  const rows = asked === cell ? lineage.data : undefined
  const shown = all ? rows : rows?.slice(0, FIRST)
  return (
    <aside className="lineage card" aria-label={t.lineage} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="row lineage-head">
        <h2 className="grow">{cellTitle(scheme, cell)}</h2>
        <Button size="small" type="text" icon={<CloseOutlined />} onClick={onClose} title={t.close} aria-label={t.close} />
      </div>
      <div className="row">
        <span className="lineage-total figure">{total === null ? t.lineageBlank : figureText(total, show)}</span>
        <span className="secondary">{known?.quantity}</span>
        <span className="grow" />
        <span className="secondary small">{cell}</span>
      </div>
      {known?.state === 'computed' && (
        <p className="secondary small lineage-formula">
          = <Formula scheme={scheme} bound={known.formula} source={known.source} at={known} />
        </p>
      )}
      <FailureNotice failure={lineage.failure} retry={lineage.reload} />
      {rows === undefined && lineage.failure === null && <Waiting />}
      {rows !== undefined && <p className="secondary">{rows.length === 0 ? t.lineageNone : t.lineageOf(countText(rows.length))}</p>}
      <ol className="lineage-list">
        {shown?.map((row) => (
          <LineageLine key={row.unit} row={row} show={show} />
        ))}
      </ol>
      {rows !== undefined && shown !== undefined && shown.length < rows.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t.allUnits(countText(rows.length))}
        </Button>
      )}
    </aside>
  )
}

function LineageLine({ row, show }: { row: Row; show: string | undefined }) {
  const t = useText('consolidate')
  const file = row.file === null ? t.entered : (row.file.split('/').pop() ?? '')
  const place = row.sheet === null ? null : `${row.sheet}!${row.cell ?? ''}`
  const when = [place, row.at === '' ? null : timeText(row.at), row.by].filter(Boolean).join(' · ')
  return (
    <li>
      <div className="row lineage-line">
        <span className="grow">
          {row.name} <span className="secondary small">{row.township}</span>
        </span>
        <strong className="figure">{figureText(row.value, show)}</strong>
        <span className="figure secondary lineage-share">{row.share === null ? '' : `${figureText(row.share, '0.0')}%`}</span>
      </div>
      {row.share !== null && (
        <div className="lineage-bar" aria-hidden="true">
          <span style={{ width: `${Math.max(0, Math.min(100, Number(row.share)))}%` }} />
        </div>
      )}
      <div className="secondary small lineage-from" title={row.file ?? undefined}>
        {file}
      </div>
      {when !== '' && <div className="secondary small lineage-from">{when}</div>}
    </li>
  )
}

function useSettled(cell: CellRef): CellRef {
  const [settled, setSettled] = useState(cell)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(cell), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [cell])
  return settled
}
