import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ParameterView } from '../../../shared/api/parameters.ts'
import { useScheme, useTask } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { figureText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { SideDrawer } from '../../ui/side-drawer.tsx'
import { localValueFaults, tidyLocalValue, type LocalValueFields } from './local-value-fields.ts'

type LocalValueDrawerProps = {
  parameter: ParameterView
  start: LocalValueFields
  fixed: boolean
  running: boolean
  failure: unknown
  onSave: (own: LocalValueFields) => void
  onClose: () => void
}

/** The form for a county's own value of a parameter: first period, value, source. `fixed`: the period cannot change. */
export function LocalValueDrawer({ parameter, start, fixed, running, failure, onSave, onClose }: LocalValueDrawerProps) {
  const t = useText('parameters')
  const { period } = useTask()
  const [own, setOwn] = useState(start)
  const [tried, setTried] = useState(false)
  const { period: kind } = useScheme()
  const faults = tried ? localValueFaults(own, kind) : []
  const held = parameter.values.find(({ from }) => from === tidyLocalValue(own).from)
  const save = () => {
    setTried(true)
    if (localValueFaults(own, kind).length === 0) onSave(tidyLocalValue(own))
  }
  const type = (part: Partial<LocalValueFields>) => setOwn({ ...own, ...part })
  const said = (fault: 'from' | 'value' | 'source', sentence: string) =>
    faults.includes(fault) ? { validateStatus: 'error' as const, help: sentence } : {}
  return (
    <SideDrawer
      open
      title={t.drawerTitle(parameter.name)}
      onClose={onClose}
      width={420}
      footer={
        <Button type="primary" loading={running} onClick={save}>
          {t.save}
        </Button>
      }
    >
      <Form layout="vertical" onFinish={save}>
        <Form.Item
          label={t.fromLabel}
          htmlFor="own-from"
          extra={held !== undefined && !fixed ? t.replaces(held.from, figureText(held.value)) : t.fromHint(period)}
          {...said('from', t.fromNeeded)}
        >
          <Input
            id="own-from"
            autoFocus={!fixed}
            disabled={fixed}
            maxLength={12}
            value={own.from}
            onChange={(event) => type({ from: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t.valueLabel(parameter.unit)} htmlFor="own-value" {...said('value', t.valueNeeded)}>
          <Input
            id="own-value"
            autoFocus={fixed}
            inputMode="decimal"
            maxLength={20}
            value={own.value}
            onChange={(event) => type({ value: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t.sourceLabel} htmlFor="own-source" extra={t.sourceHint} {...said('source', t.sourceNeeded)}>
          <Input.TextArea
            id="own-source"
            rows={3}
            maxLength={200}
            value={own.source}
            onChange={(event) => type({ source: event.target.value })}
          />
        </Form.Item>
        <button type="submit" hidden />
        <FailureNotice failure={failure} />
      </Form>
    </SideDrawer>
  )
}
