import { Button } from 'antd'
import { useState } from 'react'
import { parametersApi, type ParameterView } from '../../../shared/api/parameters.ts'
import { periodTitle } from '../../../shared/period/period.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { usePlace } from '../../place/router.ts'
import { Answered } from '../../frame/answered.tsx'
import { useScheme, useTask, useWorkspace } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText, figureText } from '../../ui/figure.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { OwnValueDrawer } from './own-value-drawer.tsx'
import { currentValue, type DatedValue, type OwnValueFields } from './own-value-fields.ts'
import { ParameterTable } from './parameter-table.tsx'
import './parameters.css'

type Edited = { parameter: ParameterView; value: DatedValue | null }
/** The last change, and the county's own value at that period before it; null when there was none. */
type Done = { sentence: string; name: string; from: string; before: OwnValueFields | null }

/** 参数: dated local constants with their sources; the county may set values of its own. `#/parameters/NAME`. */
export function ParametersPage() {
  const t = useText('parameters')
  const { lang } = useLanguage()
  const scheme = useScheme()
  const { role } = useWorkspace()
  const task = useTask()
  const asked = usePlace().parts[0] ?? null
  const list = useQuery(parametersApi.list, {})
  const keep = useAction(parametersApi.keep)
  const remove = useAction(parametersApi.remove)
  const [edited, setEdited] = useState<Edited | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { data } = list
  const save = async ({ name, values }: ParameterView, own: OwnValueFields) => {
    const before = values.find((one) => one.from === own.from && one.own) ?? null
    if ((await keep.run({ params: { name }, input: own })) === undefined) return
    setEdited(null)
    setDone({ sentence: t.kept(name, own.from, figureText(own.value)), name, from: own.from, before })
  }
  const takeAway = async ({ name }: ParameterView, value: DatedValue) => {
    if ((await remove.run({ params: { name }, query: { from: value.from } })) === undefined) return
    setDone({ sentence: t.removed(name, value.from), name, from: value.from, before: value })
  }
  const undo = async ({ name, from, before }: Done) => {
    const answer =
      before === null
        ? await remove.run({ params: { name }, query: { from } })
        : await keep.run({ params: { name }, input: { from, value: before.value, source: before.source } })
    if (answer !== undefined) setDone(null)
  }
  const open = (parameter: ParameterView, value: DatedValue | null) => {
    keep.forget()
    setEdited({ parameter, value })
  }
  const acts = {
    add: (parameter: ParameterView) => open(parameter, null),
    change: open,
    remove: (parameter: ParameterView, value: DatedValue) => void takeAway(parameter, value),
  }
  const own = data?.filter(({ values }) => values.some((value) => value.own)).length ?? 0
  return (
    <Page
      title={t.title}
      state={
        data === undefined || data.length === 0
          ? undefined
          : t.state(countText(data.length), periodTitle(task.period, scheme.period, lang), countText(own))
      }
    >
      <FailureNotice failure={remove.failure ?? (edited === null ? keep.failure : null)} />
      {done !== null && <DoneNotice sentence={done.sentence} undoing={keep.running || remove.running} onUndo={() => void undo(done)} />}
      <Answered
        query={list}
        empty={{ when: (all) => all.length === 0, title: t.emptyTitle, text: t.emptyText, act: t.toTotals, to: 'consolidate' }}
      >
        {(all) => (
          <>
            {role === 'school' && <p className="secondary">{t.school}</p>}
            <ParameterTable parameters={all} asked={asked} acts={role === 'school' ? null : acts} />
          </>
        )}
      </Answered>
      {edited !== null && (
        <OwnValueDrawer
          key={`${edited.parameter.name} ${edited.value?.from ?? ''}`}
          parameter={edited.parameter}
          start={startOf(edited, task.period)}
          fixed={edited.value !== null}
          running={keep.running}
          failure={keep.failure}
          onSave={(typed) => void save(edited.parameter, typed)}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  )
}

function DoneNotice({ sentence, undoing, onUndo }: { sentence: string; undoing: boolean; onUndo: () => void }) {
  const t = useText('parameters')
  return (
    <Notice
      tone="info"
      action={
        <Button size="small" loading={undoing} onClick={onUndo}>
          {t.undo}
        </Button>
      }
    >
      {sentence}
    </Notice>
  )
}

/** The first values of the form: the edited value, else the task's period and the value in force. */
function startOf({ parameter, value }: Edited, period: string): OwnValueFields {
  return value ?? { from: period, value: currentValue(parameter, period)?.value ?? '', source: '' }
}
