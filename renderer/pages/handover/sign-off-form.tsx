import { Form, Input } from 'antd'
import { filingApi } from '../../../shared/api/filing.ts'
import { parseDate } from '../../../shared/period/parse-date.ts'
import { useAction } from '../../api/use-query.ts'
import type { OpenFiling } from '../../filing/use-filing.ts'
import { scopeText, useScope } from '../../api/scope.ts'
import { useText } from '../../text/language.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { today } from '../../ui/time.ts'
import { firstFields, keepDraft, type SignOffFields } from './sign-off-draft.ts'

/** The footer of the statutory form as fields, and the sign-off; missing fields are shown before the confirmation. */
export function SignOffForm({ filing, ready, empty }: { filing: OpenFiling; ready: boolean; empty: number }) {
  const t = useText('handover')
  const scope = useScope()
  const [form] = Form.useForm<SignOffFields>()
  const sign = useAction(filingApi.sign)
  const { view } = filing.state
  const place = `${scopeText(scope)} ${view.unit.code}`
  const complete = () =>
    form.validateFields().then(
      () => true,
      () => {
        const wrong = form.getFieldsError().find(({ errors }) => errors.length > 0)
        if (wrong !== undefined) form.focusField(wrong.name)
        return false
      },
    )
  const submit = async () => {
    const fields = form.getFieldsValue()
    const said = { params: { unit: view.unit.code }, input: { ...fields, reportedOn: parseDate(fields.reportedOn) } }
    await sign.run(filing.store.settled().then(() => said))
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
      <Form<SignOffFields>
        form={form}
        layout="vertical"
        initialValues={firstFields(place, view, today())}
        onValuesChange={(_, fields) => keepDraft(place, view.revision, fields)}
      >
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
        <ConfirmButton
          ask={t.signAsk}
          detail={empty > 0 ? t.signEmpty(empty) : undefined}
          act={t.sign}
          type={ready ? 'primary' : 'default'}
          disabled={!ready}
          loading={sign.running}
          before={complete}
          onConfirm={() => void submit()}
        >
          {t.sign}
        </ConfirmButton>
      </Form>
    </section>
  )
}
