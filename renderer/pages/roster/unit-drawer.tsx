import { AutoComplete, Button, Form, Input, Select } from 'antd'
import { rosterApi, type RosterRow } from '../../../shared/api/roster.ts'
import type { Unit } from '../../../shared/unit/unit.ts'
import { urbanRuralClasses } from '../../../shared/unit/urban-rural.ts'
import { useAction } from '../../api/use-query.ts'
import { useText } from '../../text/language.tsx'
import { roster } from '../../text/roster.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { SideDrawer } from '../../ui/side-drawer.tsx'

type UnitDrawerProps = { unit: RosterRow | null; rows: readonly RosterRow[]; onClose: () => void }

const changes = ['/api/units', '/api/status', '/api/groups', '/api/workspace']

const blank: Unit = { code: '', name: '', kind: '', township: '', class: '', parent: '' }

/** Adds a unit (`unit` null) or changes one; a unit without a filing can leave the roster. */
export function UnitDrawer({ unit, rows, onClose }: UnitDrawerProps) {
  const t = useText(roster)
  const [form] = Form.useForm<Unit>()
  const keep = useAction(rosterApi.keep, changes)
  const remove = useAction(rosterApi.remove, changes)
  const save = async (values: Unit) => {
    // A select that was cleared gives undefined.
    const input: Unit = { ...blank, ...values, code: unit?.code ?? values.code.trim(), name: values.name.trim(), class: values.class ?? '', parent: values.parent ?? '' }
    if ((await keep.run({ params: { unit: input.code }, input })) !== undefined) onClose()
  }
  const takeOff = async () => {
    if (unit !== null && (await remove.run({ params: { unit: unit.code } })) !== undefined) onClose()
  }
  const valuesOf = (key: 'kind' | 'township') => [...new Set(rows.map((row) => row[key]))].filter(Boolean).map((value) => ({ value }))
  const removable = unit !== null && unit.status === null
  const footer = (
    <div className="row">
      <Button type="primary" loading={keep.running} onClick={form.submit}>
        {t.save}
      </Button>
      <span className="grow" />
      {removable && (
        <ConfirmButton danger ask={t.removeAsk(unit.name)} detail={t.removeDetail} loading={remove.running} onConfirm={() => void takeOff()}>
          {t.remove}
        </ConfirmButton>
      )}
    </div>
  )
  const contains = (typed: string, option: { value?: unknown } | undefined) => String(option?.value ?? '').includes(typed)
  return (
    <SideDrawer open title={unit === null ? t.addTitle : t.editTitle(unit.name)} onClose={onClose} width={420} footer={footer}>
      <Form<Unit> form={form} layout="vertical" requiredMark={false} initialValues={unit ?? blank} onFinish={(values) => void save(values)}>
        <Form.Item
          name="code"
          label={t.code}
          rules={[
            { required: true, whitespace: true, message: t.required(t.code) },
            { validator: (_, code: string) => (unit === null && rows.some((row) => row.code === code.trim()) ? Promise.reject(new Error(t.codeTaken)) : Promise.resolve()) },
          ]}
        >
          <Input disabled={unit !== null} maxLength={40} autoFocus={unit === null} />
        </Form.Item>
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.required(t.name) }]}>
          <Input maxLength={120} autoFocus={unit !== null} />
        </Form.Item>
        <Form.Item name="kind" label={t.kind}>
          <AutoComplete options={valuesOf('kind')} maxLength={40} filterOption={contains} />
        </Form.Item>
        <Form.Item name="township" label={t.township}>
          <AutoComplete options={valuesOf('township')} maxLength={60} filterOption={contains} />
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
        <FailureNotice failure={keep.failure ?? remove.failure} />
      </Form>
    </SideDrawer>
  )
}
