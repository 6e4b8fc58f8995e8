import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { workspaceApi } from '../../../shared/api/workspace.ts'
import { parsePeriod, periodTitle } from '../../../shared/period/period.ts'
import { dayWords } from '../../../shared/text/statutory-head.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { go, hashIn } from '../../place/router.ts'
import { useScheme, useTask, useWorkspace } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'

/** The reporting tasks of the workspace: the current one, a switch to another, a form for a new one. */
export function Tasks() {
  const t = useText('workspace')
  const { lang, language } = useLanguage()
  const { tasks } = useWorkspace()
  const task = useTask()
  const kind = useScheme().period
  return (
    <section className="card stack">
      <h2>{t.tasks}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.scheme}</th>
            <th scope="col">{t.issuer}</th>
            <th scope="col">{t.period}</th>
            <th scope="col" className="task-words">
              {t.filings}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {tasks.map((one) => {
            const current = one.key === task.key
            return (
              <tr key={one.key} aria-current={current}>
                <th scope="row">
                  {one.title} <span className="secondary small">{one.version}</span>
                </th>
                <td>{one.issuer}</td>
                <td className="task-words">
                  {one.scheme === task.scheme ? periodTitle(one.period, kind, lang) : one.period}
                  {one.lapsed !== null && <div className="secondary small">{t.lapsed(dayWords(one.lapsed, language))}</div>}
                </td>
                <td className="task-words">{t.filingCount(countText(one.filings))}</td>
                <td>
                  {current ? (
                    <b>{t.current}</b>
                  ) : (
                    <Button size="small" onClick={() => go(hashIn(one.key, ''))}>
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
  const t = useText('workspace')
  const s = useText('start')
  const { language } = useLanguage()
  const task = useTask()
  const schemes = useQuery(workspaceApi.schemes, {}).data
  const add = useAction(workspaceApi.addTask)
  const [id, setId] = useState(task.scheme)
  const [period, setPeriod] = useState('')
  const scheme = schemes?.find((one) => one.id === id)
  const parsed = scheme === undefined || period === '' ? null : parsePeriod(period, scheme.period)
  const addTask = async () => {
    const added = parsed?.ok === true ? await add.run({ input: { scheme: id, period: parsed.value } }) : undefined
    if (added !== undefined) go(hashIn(added.task, ''))
  }
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
        <Button disabled={parsed?.ok !== true} loading={add.running} onClick={() => void addTask()}>
          {t.add}
        </Button>
      </div>
      {parsed?.ok === false && period.length > 3 && <Notice tone="warning">{problemSentence(parsed.problem, language)}</Notice>}
      <FailureNotice failure={add.failure} />
    </>
  )
}
