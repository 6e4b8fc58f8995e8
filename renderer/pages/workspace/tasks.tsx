import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { workspaceApi, type WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { parsePeriod, periodTitle } from '../../../shared/period/period.ts'
import { dayWords } from '../../../shared/text/statutory-head.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { enterWorkspace } from '../../frame/enter-workspace.ts'
import { useScheme, useWorkspace } from '../../frame/workspace-context.tsx'
import { start } from '../../text/start.ts'
import { workspaceText } from '../../text/workspace.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'

function enter(workspace: WorkspaceInfo | undefined): void {
  if (workspace !== undefined) enterWorkspace(workspace)
}

/** The reporting tasks of the workspace: which is in hand, switching, adding another period or scheme. */
export function Tasks() {
  const t = useText(workspaceText)
  const { lang, language } = useLanguage()
  const { task, tasks } = useWorkspace()
  const kind = useScheme().period
  const choose = useAction(workspaceApi.chooseTask, [])
  return (
    <section className="card stack">
      <h2>{t.tasks}</h2>
      <FailureNotice failure={choose.failure} />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.scheme}</th>
            <th scope="col">{t.issuer}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.filings}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {tasks.map((one) => {
            const current = one.scheme === task.scheme && one.period === task.period
            return (
              <tr key={`${one.scheme} ${one.version} ${one.period}`} aria-current={current}>
                <th scope="row">
                  {one.title} <span className="secondary small">{one.version}</span>
                </th>
                <td>{one.issuer}</td>
                <td>
                  {one.scheme === task.scheme ? periodTitle(one.period, kind, lang) : one.period}
                  {one.lapsed !== null && <div className="secondary small">{t.lapsed(dayWords(one.lapsed, language))}</div>}
                </td>
                <td>{t.filingCount(countText(one.filings))}</td>
                <td>
                  {current ? (
                    <b>{t.current}</b>
                  ) : (
                    <Button
                      size="small"
                      disabled={choose.running}
                      onClick={() => void choose.run({ input: { scheme: one.scheme, period: one.period } }).then(enter)}
                    >
                      {t.choose}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <NewTask />
    </section>
  )
}

function NewTask() {
  const t = useText(workspaceText)
  const s = useText(start)
  const { language } = useLanguage()
  const { task } = useWorkspace()
  const schemes = useQuery(workspaceApi.schemes, {}).data
  const choose = useAction(workspaceApi.chooseTask, [])
  const [id, setId] = useState(task.scheme)
  const [period, setPeriod] = useState('')
  const scheme = schemes?.find((one) => one.id === id)
  const parsed = scheme === undefined || period === '' ? null : parsePeriod(period, scheme.period)
  return (
    <>
      <h3>{t.newTask}</h3>
      <p className="secondary small">{t.newTaskText}</p>
      <div className="row">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          listHeight={400}
          aria-label={t.scheme}
          value={id}
          onChange={setId}
          options={schemes?.map((one) => ({ value: one.id, label: one.title }))}
          className="task-scheme"
        />
        <Input
          aria-label={t.period}
          className="task-period"
          placeholder={scheme === undefined ? '' : s.periodHint(scheme.period)}
          value={period}
          onChange={(event) => setPeriod(event.target.value)}
        />
        <Button
          disabled={parsed?.ok !== true}
          loading={choose.running}
          onClick={() => void (parsed?.ok === true && choose.run({ input: { scheme: id, period: parsed.value } }).then(enter))}
        >
          {t.add}
        </Button>
      </div>
      {parsed?.ok === false && period.length > 3 && <Notice tone="warning">{problemSentence(parsed.problem, language)}</Notice>}
      <FailureNotice failure={choose.failure} />
    </>
  )
}
