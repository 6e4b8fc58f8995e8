import { Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { batchApi } from '../../../shared/api/batch.ts'
import type { Answer } from '../../../shared/api/contract.ts'
import { useAction } from '../../api/use-query.ts'
import { hashOf } from '../../place/router.ts'
import { useText } from '../../text/language.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { timeText } from '../../ui/time.ts'

type BatchLine = Answer<typeof batchApi.list>[number]

/** Every batch so far; a received one can be undone. */
export function BatchHistory({ batches }: { batches: readonly BatchLine[] }) {
  const t = useText('receive')
  const undo = useAction(batchApi.undo)
  if (batches.length === 0) return null
  const columns: TableColumnsType<BatchLine> = [
    {
      title: t.batch,
      dataIndex: 'batch',
      width: 110,
      render: (batch: number) => <a href={hashOf('receive', [String(batch)])}>{t.batchNumber(batch)}</a>,
    },
    { title: t.time, dataIndex: 'at', width: 150, className: 'figure', render: (at: string) => timeText(at) },
    { title: t.batchState, dataIndex: 'state', width: 110, render: (state: BatchLine['state']) => t.batchStateWord(state) },
    {
      title: t.taken,
      dataIndex: 'committed',
      width: 90,
      align: 'right',
      className: 'figure',
      render: (count: number, line) => (line.state === 'discarded' ? '' : countText(count)),
    },
    {
      title: t.leftOut,
      dataIndex: 'parked',
      width: 90,
      align: 'right',
      className: 'figure',
      render: (count: number, line) => (line.state === 'discarded' ? '' : countText(count)),
    },
    {
      title: '',
      key: 'undo',
      render: (_, { batch, state }) =>
        state === 'committed' ? (
          <ConfirmButton
            size="small"
            danger
            ask={t.undoAsk(batch)}
            detail={t.undoDetail}
            loading={undo.running}
            onConfirm={() => void undo.run({ params: { batch } })}
          >
            {t.undo}
          </ConfirmButton>
        ) : null,
    },
  ]
  return (
    <section className="batch-history">
      <h2>{t.history}</h2>
      <FailureNotice failure={undo.failure} />
      <Table<BatchLine>
        size="small"
        rowKey="batch"
        columns={columns}
        dataSource={batches}
        pagination={batches.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      />
    </section>
  )
}
