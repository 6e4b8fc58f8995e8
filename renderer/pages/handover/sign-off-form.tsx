import { Button, Form, Input, Popconfirm } from 'antd'
import { filingApi } from '../../../shared/api/filing.ts'
import type { SignOff } from '../../../shared/api/common.ts'
import { parseDate } from '../../../shared/filing/parse-date.ts'
import { useAction } from '../../api/use-query.ts'
import type { OpenFiling } from '../../filing/use-filing.ts'
import { common } from '../../text/common.ts'
import { handover } from '../../text/handover.ts'
import { useText } from '../../text/language.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { today } from '../../ui/time.ts'

/** The footer of the statutory form as fields, and the act of signing off. */
export function SignOffForm({ filing, ready, empty }: { filing: OpenFiling; ready: boolean; empty: number }) {
  const t = useText(handover)
  const { cancel } = useText(common)
  const [form] = Form.useForm<SignOff>()
  const sign = useAction(filingApi.sign)
  const { unit, signOff } = filing.state.view
  const submit = async () => {
    const values = await form.validateFields()
    await filing.store.settled()
    await sign.run({ params: { unit: unit.code }, input: { ...values, reportedOn: parseDate(values.reportedOn ?? '') } })
  }
  const needed = (field: string) => [{ required: true, whitespace: true, message: t.required(field) }]
  const dateRule = {
    validator: async (_: unknown, text: string) => {
      if (text !== '' && parseDate(text) === null) throw new Error(t.dateShape)
    },
  }
  return (
    <section className="card">
      <h2>{t.signOff}</h2>
      <p className="secondary small sign-text">{t.signOffText}</p>
      <Form<SignOff> form={form} layout="vertical" requiredMark={false} initialValues={{ ...signOff, reportedOn: signOff.reportedOn ?? today() }}>
        <div className="sign-fields">
          <Form.Item name="head" label={t.head} rules={needed(t.head)}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="statistician" label={t.statistician}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="filler" label={t.filler} rules={needed(t.filler)}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="phone" label={t.phone}>
            <Input maxLength={40} inputMode="tel" />
          </Form.Item>
          <Form.Item name="reportedOn" label={t.reportedOn} rules={[dateRule]}>
            <Input maxLength={10} />
          </Form.Item>
        </div>
        <FailureNotice failure={sign.failure} />
        <Popconfirm title={t.signAsk} description={empty > 0 ? t.signEmpty(empty) : undefined} okText={t.sign} cancelText={cancel} disabled={!ready} onConfirm={() => void submit().catch(() => undefined)}>
          <Button type={ready ? 'primary' : 'default'} disabled={!ready} loading={sign.running}>
            {t.sign}
          </Button>
        </Popconfirm>
      </Form>
    </section>
  )
}
