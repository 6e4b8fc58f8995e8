import { Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { KeyboardEvent } from 'react'
import type { BatchFile } from '../../../shared/api/batch.ts'
import { useScheme } from '../../frame/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { receive } from '../../text/receive.ts'
import { countText } from '../../ui/figure.tsx'
import { useBox } from '../../ui/use-box.ts'
import type { Decisions } from './decisions.ts'
import { largestEffect } from './differences.ts'
import { DraftMark } from './drafts.tsx'
import { FileAction } from './file-action.tsx'
import { shownVerdict } from './shown-verdict.ts'
import { VerdictMark } from './verdict-chips.tsx'

const HEAD = 34

type FileTableProps = {
  files: readonly BatchFile[]
  open: boolean
  decisions: Decisions
  selected: number | null
  onSelect: (position: number) => void
  onDecide: (file: BatchFile, take: boolean) => void
}

/** The files of a batch, drawn only as far as they are seen. Arrow keys go from file to file. */
export function FileTable({ files, open, decisions, selected, onSelect, onDecide }: FileTableProps) {
  const t = useText(receive)
  const [ref, box] = useBox<HTMLDivElement>()
  const columns: TableColumnsType<BatchFile> = [
    { title: t.file, dataIndex: 'name', width: 134, ellipsis: true, render: (name: string) => <span title={name}>{name.split('/').pop()}</span> },
    { title: t.unit, dataIndex: 'unitName', width: 128, ellipsis: true, render: (name: string | null, file) => name ?? file.unit ?? '—' },
    {
      title: t.verdictTitle,
      dataIndex: 'verdict',
      width: 116,
      render: (_, file) => (
        <span className="verdicts">
          <VerdictMark verdict={shownVerdict(file)} />
          {file.draft && <DraftMark />}
        </span>
      ),
    },
    { title: t.change, key: 'change', width: 150, ellipsis: true, render: (_, file) => <Change file={file} /> },
    { title: t.problems, key: 'problems', width: 108, ellipsis: true, render: (_, file) => <Problems file={file} /> },
    { title: t.action, key: 'action', width: 126, render: (_, file) => <FileAction file={file} open={open} decisions={decisions} onDecide={onDecide} onLook={() => onSelect(file.position)} /> },
  ]
  const width = columns.reduce((sum, column) => sum + Number(column.width ?? 0), 0)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = files.findIndex(({ position }) => position === selected)
    const next = files[Math.max(0, Math.min(files.length - 1, at + step))]
    if (next !== undefined) onSelect(next.position)
  }
  return (
    <div ref={ref} className="receive-table" tabIndex={0} role="region" aria-label={t.file} onKeyDown={onKeyDown}>
      {box.height > 0 && (
        <Table<BatchFile>
          virtual
          size="small"
          rowKey="position"
          columns={columns}
          dataSource={files}
          pagination={false}
          locale={{ emptyText: t.noneShown }}
          scroll={{ x: Math.max(width, box.width - 2), y: box.height - HEAD }}
          rowClassName={(file) => (file.position === selected ? 'row-selected' : '')}
          onRow={(file) => ({ onClick: () => onSelect(file.position), 'aria-selected': file.position === selected })}
        />
      )}
    </div>
  )
}

function Change({ file }: { file: BatchFile }) {
  const t = useText(receive)
  const scheme = useScheme()
  if (file.verdict === 'unreadable' || file.verdict === 'not-on-roster') return <span className="secondary">—</span>
  if (file.verdict === 'identical') return <span className="secondary">{t.changeNone}</span>
  if (file.differences.length === 0) return <>{file.verdict === 'changed-structure' ? t.changePartial(countText(file.facts)) : t.changeNew(countText(file.facts))}</>
  const effect = largestEffect(scheme, file.differences)
  const text = t.changeCells(countText(file.differences.length)) + (effect === null ? '' : `，${effect}`)
  return <span title={text}>{text}</span>
}

function Problems({ file }: { file: BatchFile }) {
  const t = useText(receive)
  if (shownVerdict(file) === 'other-task') return <span className="query-text" title={t.otherTaskShort}>{t.otherTaskShort}</span>
  const parts = [
    ...(file.problems.length > 0 ? [t.problemCount(countText(file.problems.length))] : []),
    ...(file.errors > 0 ? [t.findingErrors(countText(file.errors))] : []),
    ...(file.queries > 0 ? [t.findingQueries(countText(file.queries))] : []),
  ]
  if (parts.length === 0) return null
  const text = parts.join('，')
  return <span className={file.problems.length > 0 || file.errors > 0 ? 'problem-text' : 'query-text'} title={text}>{text}</span>
}
