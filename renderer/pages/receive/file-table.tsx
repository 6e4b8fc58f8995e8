import type { TableColumnsType } from 'antd'
import type { KeyboardEvent } from 'react'
import type { BatchFile, BatchView } from '../../../shared/api/batch.ts'
import { verdictDefinitions } from '../../../shared/receive/verdicts.ts'
import { useScheme } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { needsDecision, type Decisions } from './decisions.ts'
import { largestEffect } from './differences.ts'
import { DraftMark } from './drafts.tsx'
import { FileAction } from './file-action.tsx'
import { shownVerdict } from './shown-verdict.ts'
import { VerdictMark } from './verdict-chips.tsx'

/** The width of the action column, which its words need; the change column has the rest. */
const actionWidth = { zh: 126, en: 164 } as const

type FileTableProps = {
  files: readonly BatchFile[]
  state: BatchView['state']
  /** The positions of the files with a newer return of their unit in the same batch. */
  outdone: ReadonlySet<number>
  decisions: Decisions
  selected: number | null
  onSelect: (position: number) => void
  onDecide: (file: BatchFile, act: 'take' | 'leave') => void
}

/** The files of a batch. Arrow keys go from file to file. */
export function FileTable({ files, state, outdone, decisions, selected, onSelect, onDecide }: FileTableProps) {
  const t = useText('receive')
  const { lang } = useLanguage()
  const columns: TableColumnsType<BatchFile> = [
    {
      title: t.file,
      dataIndex: 'name',
      width: 120,
      ellipsis: true,
      render: (name: string) => <span title={name}>{name.split('/').pop()}</span>,
    },
    { title: t.unit, dataIndex: 'unitName', width: 124, ellipsis: true, render: (name: string | null, file) => name ?? file.unit ?? '—' },
    {
      title: t.verdictTitle,
      dataIndex: 'verdict',
      width: 114,
      render: (_, file) => (
        <span className="verdicts">
          <VerdictMark verdict={shownVerdict(file)} />
          {file.draft && (file.taken || needsDecision(file)) && <DraftMark />}
        </span>
      ),
    },
    { title: t.change, key: 'change', width: 302 - actionWidth[lang], render: (_, file) => <Change file={file} /> },
    { title: t.problems, key: 'problems', width: 108, ellipsis: true, render: (_, file) => <Problems file={file} /> },
    {
      title: t.action,
      key: 'action',
      width: actionWidth[lang],
      render: (_, file) => (
        <FileAction
          file={file}
          state={state}
          newerBeside={outdone.has(file.position)}
          decisions={decisions}
          onDecide={onDecide}
          onLook={() => onSelect(file.position)}
        />
      ),
    },
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = files.findIndex(({ position }) => position === selected)
    const next = files[Math.max(0, Math.min(files.length - 1, at + step))]
    if (next !== undefined) onSelect(next.position)
  }
  return (
    <LongTable<BatchFile>
      className="receive-table"
      tabIndex={0}
      role="region"
      aria-label={t.file}
      onKeyDown={onKeyDown}
      table={{
        rowKey: 'position',
        columns,
        dataSource: files,
        locale: { emptyText: t.noneShown },
        rowClassName: (file) => (file.position === selected ? 'row-selected' : ''),
        onRow: (file) => ({ onClick: () => onSelect(file.position), 'aria-selected': file.position === selected }),
      }}
    />
  )
}

function Change({ file }: { file: BatchFile }) {
  const t = useText('receive')
  const scheme = useScheme()
  const { taken } = verdictDefinitions[file.verdict]
  if (taken === 'never') return <span className="secondary">—</span>
  if (taken === 'not-needed') return <span className="secondary">{t.changeNone}</span>
  if (file.differences.length === 0)
    return <>{file.verdict === 'changed-structure' ? t.changePartial(countText(file.facts)) : t.changeNew(countText(file.facts))}</>
  const effect = largestEffect(scheme, file.differences)
  const cells = t.changeCells(countText(file.differences.length))
  if (effect === null) return <>{cells}</>
  return (
    <span className="change" title={t.changeCounty(effect.cell, effect.by)}>
      <span>{cells}</span>
      <span className="change-effect small">
        <span className="change-title">{t.changeLine(effect.title)}</span> <span className="figure">{effect.by}</span>
      </span>
    </span>
  )
}

function Problems({ file }: { file: BatchFile }) {
  const t = useText('receive')
  const { comma } = useText('common')
  if (shownVerdict(file) === 'other-task') return <span className="query-text">{t.otherTaskShort(file.problems[0]?.problem.code)}</span>
  const parts = [
    ...(file.problems.length > 0 ? [t.problemCount(countText(file.problems.length))] : []),
    ...(file.errors > 0 ? [t.findingErrors(countText(file.errors))] : []),
    ...(file.queries > 0 ? [t.findingQueries(countText(file.queries))] : []),
  ]
  if (parts.length === 0) return null
  const text = parts.join(comma)
  return (
    <span className={file.problems.length > 0 || file.errors > 0 ? 'problem-text' : 'query-text'} title={text}>
      {text}
    </span>
  )
}
