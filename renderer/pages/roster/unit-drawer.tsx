import { AutoComplete, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { rosterApi, type RosterRow } from '../../../shared/api/roster.ts'
import { kindsThatFile } from '../../../shared/scheme/kinds.ts'
import { commonKinds } from '../../../shared/unit/common-kinds.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { urbanRuralClasses } from '../../../shared/unit/urban-rural.ts'
import { useAction } from '../../api/use-query.ts'
import { go, hashOf } from '../../frame/router.ts'
import { useScheme } from '../../frame/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { roster } from '../../text/roster.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { SideDrawer } from '../../ui/side-drawer.tsx'

type UnitDrawerProps = { unit: RosterRow | null; rows: readonly RosterRow[]; own: string; onClose: () => void }

const blank: Unit = { code: '', name: '', kind: '', township: '', class: '', parent: '' }

/**
 * Adds a unit (`unit` null) or changes one, and leads to its tables; a unit without a filing can leave the roster, the workspace's `own`
 * never.
 */
export function UnitDrawer({ unit, rows, own, onClose }: UnitDrawerProps) {
  const t = useText(roster)
  const scheme = useScheme()
  const [form] = Form.useForm<Unit>()
  const [typed, setTyped] = useState(false)
  const keep = useAction(rosterApi.keep)
  const remove = useAction(rosterApi.remove)
  const save = async (values: Unit) => {
    // A select that was cleared gives undefined.
    const input: Unit = {
      ...blank,
      ...values,
      code: unit?.code ?? values.code.trim(),
      name: values.name.trim(),
      kind: (values.kind ?? '').trim(),
      township: (values.township ?? '').trim(),
      class: values.class ?? '',
      parent: values.parent ?? '',
    }
    if ((await keep.run({ params: { unit: input.code }, input })) !== undefined) onClose()
  }
  const takeOff = async () => {
    if (unit !== null && (await remove.run({ params: { unit: unit.code } })) !== undefined) onClose()
  }
  const asked = kindsThatFile(scheme)
  const kind = (Form.useWatch('kind', form) ?? '').trim()
  const strangeKind = asked !== null && kind !== '' && !asked.includes(kind)
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
        <UnitFields unit={unit} rows={rows} strangeKind={strangeKind ? kind : null} />
        <FailureNotice failure={keep.failure ?? remove.failure} />
      </Form>
    </SideDrawer>
  )
}

type UnitFieldsProps = Pick<UnitDrawerProps, 'unit' | 'rows'> & {
  /** The kind as it is typed when the scheme asks nothing of units of that kind. */
  strangeKind: string | null
}

function UnitFields({ unit, rows, strangeKind }: UnitFieldsProps) {
  const t = useText(roster)
  const asked = kindsThatFile(useScheme())
  const choices = (values: readonly string[]) => [...new Set(values)].filter(Boolean).map((value) => ({ value }))
  const contains = (typed: string, option: { value?: unknown } | undefined) => String(option?.value ?? '').includes(typed)
  return (
    <>
      <Form.Item
        name="code"
        label={t.code}
        rules={[
          { required: true, whitespace: true, message: t.required(t.code) },
          {
            validator: (_, code: string) =>
              unit === null && rows.some((row) => row.code === code.trim()) ? Promise.reject(new Error(t.codeTaken)) : Promise.resolve(),
          },
        ]}
      >
        <Input disabled={unit !== null} maxLength={40} autoFocus={unit === null} />
      </Form.Item>
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.required(t.name) }]}>
        <Input maxLength={120} autoFocus={unit !== null} />
      </Form.Item>
      <Form.Item
        name="kind"
        label={t.kind}
        extra={strangeKind === null ? undefined : t.kindNotAsked(strangeKind, (asked ?? []).join(t.listComma))}
      >
        <AutoComplete
          options={choices([...(asked ?? commonKinds), ...rows.map((row) => row.kind)])}
          maxLength={40}
          filterOption={contains}
        />
      </Form.Item>
      <Form.Item name="township" label={t.township}>
        <AutoComplete options={choices(rows.map((row) => row.township))} maxLength={60} filterOption={contains} />
      </Form.Item>
      <Form.Item name="class" label={t.class}>
        <Select allowClear options={Object.entries(urbanRuralClasses).map(([value, title]) => ({ value, label: `${value} ${title}` }))} />
      </Form.Item>
      <Form.Item name="parent" label={t.parent}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={rows.filter((row) => row.code !== unit?.code).map((row) => ({ value: row.code, label: `${row.name} ${row.code}` }))}
        />
      </Form.Item>
    </>
  )
}

/** To the unit's tables, where they can be entered for it, and to its checks; not past what is typed here. */
function UnitLinks({ unit, own, typed }: { unit: RosterRow; own: string; typed: boolean }) {
  const t = useText(roster)
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
