import { Button, Form } from 'antd'
import { useState } from 'react'
import { rosterApi, type RosterRow } from '../../../shared/api/roster.ts'
import { unitWith, type Unit } from '../../../shared/unit/unit.ts'
import { useAction } from '../../api/use-query.ts'
import { go, hashOf } from '../../place/router.ts'
import { useText } from '../../text/language.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { SideDrawer } from '../../ui/side-drawer.tsx'
import { UnitFields } from './unit-fields.tsx'

type UnitDrawerProps = { unit: RosterRow | null; rows: readonly RosterRow[]; own: string; onClose: () => void }

const blank = unitWith({ code: '', name: '' })

/**
 * Adds a unit (`unit` null) or changes one, with links to its tables. A unit without a filing can be removed, except the workspace's `own`
 * unit.
 */
export function UnitDrawer({ unit, rows, own, onClose }: UnitDrawerProps) {
  const t = useText('roster')
  const [form] = Form.useForm<Unit>()
  const [typed, setTyped] = useState(false)
  const keep = useAction(rosterApi.keep)
  const remove = useAction(rosterApi.remove)
  const save = async (values: Unit) => {
    const input = unitWith({ ...trimmed(values), code: unit?.code ?? values.code.trim(), name: values.name.trim() })
    if ((await keep.run({ params: { unit: input.code }, input })) !== undefined) onClose()
  }
  const takeOff = async () => {
    if (unit !== null && (await remove.run({ params: { unit: unit.code } })) !== undefined) onClose()
  }
  const removable = unit !== null && unit.status === null && unit.code !== own
  const footer = (
    <div className="row">
      <Button type="primary" loading={keep.running} onClick={form.submit}>
        {t.save}
      </Button>
      <span className="grow" />
      {removable && (
        <ConfirmButton
          danger
          ask={t.removeAsk(unit.name)}
          detail={t.removeDetail}
          loading={remove.running}
          onConfirm={() => void takeOff()}
        >
          {t.remove}
        </ConfirmButton>
      )}
    </div>
  )
  return (
    <SideDrawer
      open
      title={unit === null ? t.addTitle : t.editTitle(unit.name)}
      onClose={onClose}
      width={420}
      footer={footer}
      typed={typed}
    >
      {unit !== null && <UnitLinks unit={unit} own={own} typed={typed} />}
      <Form<Unit>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={unit ?? blank}
        onValuesChange={() => setTyped(true)}
        onFinish={(values) => void save(values)}
      >
        <UnitFields form={form} unit={unit} rows={rows} />
        <FailureNotice failure={keep.failure ?? remove.failure} />
      </Form>
    </SideDrawer>
  )
}

/** The values without blanks at their ends; a cleared select gives undefined, which becomes ''. */
function trimmed(values: Unit): Partial<Unit> {
  return Object.fromEntries(Object.entries(values).map(([attribute, text]) => [attribute, ((text as string | undefined) ?? '').trim()]))
}

/** Links to the unit's tables and checks; disabled while typed values are not saved. */
function UnitLinks({ unit, own, typed }: { unit: RosterRow; own: string; typed: boolean }) {
  const t = useText('roster')
  if (!unit.files) return null
  const other = unit.code === own ? undefined : unit.code
  return (
    <div className="row unit-links">
      <Button disabled={typed} onClick={() => go(hashOf('fill', [], { unit: other }))}>
        {unit.status === null ? t.fillFor : t.openFiling}
      </Button>
      <Button disabled={typed} onClick={() => go(hashOf('checks', ['own'], { unit: other }))}>
        {t.openChecks}
      </Button>
      {typed && <span className="secondary small">{t.saveFirst}</span>}
    </div>
  )
}
