import { AutoComplete, Button, Form, Input, Select } from 'antd'
import type { FormInstance } from 'antd'
import { useEffect } from 'react'
import type { Sent } from '../../../shared/api/contract.ts'
import { workspaceApi, type WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { parsePeriod, type PeriodKind } from '../../../shared/period/period.ts'
import type { LanguageCode } from '../../../shared/text/languages.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'
import { commonKinds } from '../../../shared/unit/common-kinds.ts'
import { unitWith } from '../../../shared/unit/unit.ts'
import { urbanRuralClasses } from '../../../shared/unit/urban-rural.ts'
import type { Lang } from '../../../shared/words.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { today } from '../../ui/time.ts'
import { periodOfDay } from './default-period.ts'
import { KindWarning } from './kind-warning.tsx'
import { RoleChoice, type Role } from './role-choice.tsx'

type Answers = { role: Role; scheme: string; period: string; code: string; name: string; kind: string; township?: string; class?: string }

/** Creates a workspace from a role, a task and a unit. */
export function NewWorkspaceForm({ onOpened }: { onOpened: (workspace: WorkspaceInfo | undefined) => void }) {
  const t = useText('start')
  const { aside } = useText('common')
  const { lang, language } = useLanguage()
  const [form] = Form.useForm<Answers>()
  const schemes = useQuery(workspaceApi.schemes, {})
  const create = useAction(workspaceApi.create)
  const role = Form.useWatch('role', form) ?? 'school'
  const chosen = Form.useWatch('scheme', form)
  const scheme = schemes.data?.find((one) => one.id === chosen)
  const kind = (Form.useWatch('kind', form) ?? '').trim()
  // Only a school's kind is checked: a county need not file, but a school without tables has most likely misspelled its kind.
  const asked = role === 'school' ? (scheme?.kinds ?? null) : null
  const strangeKind = asked !== null && kind !== '' && !asked.includes(kind)
  useSchemeChosen(form, schemes.data)
  usePeriodOf(form, scheme?.period)
  useComplaintsIn(form, lang)

  const needed = (field: string) => ({ required: true, whitespace: true, message: t.required(field) })
  return (
    <Form<Answers>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(answers) => void create.run({ input: inputOf(answers) }).then(onOpened)}
      initialValues={{ role: 'school', kind: '', township: '', class: '' }}
    >
      <h2 className="start-title">{t.newTitle}</h2>
      <FailureNotice failure={schemes.failure} retry={schemes.reload} />
      <Form.Item name="role" label={t.roleQuestion}>
        <RoleChoice />
      </Form.Item>
      <div className="start-fields">
        <Form.Item name="scheme" label={t.scheme} rules={[needed(t.scheme)]} className="span-2">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            listHeight={400}
            options={schemes.data?.map((one) => ({ value: one.id, label: aside(one.title, one.version) }))}
          />
        </Form.Item>
        <Form.Item
          name="period"
          label={t.period}
          rules={[needed(t.period), periodRule(scheme?.period, language)]}
          extra={scheme === undefined ? '' : t.periodHint(scheme.period)}
        >
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="code" label={t.unitCode} rules={[needed(t.unitCode)]} extra={t.unitCodeHint}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t.unitName} rules={[needed(t.unitName)]} className="span-2">
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="kind"
          label={t.kind}
          rules={role === 'school' ? [needed(t.kind)] : []}
          extra={strangeKind ? <KindWarning kind={kind} asked={asked} /> : t.kindHint}
        >
          <AutoComplete
            options={(asked ?? commonKinds).map((value) => ({ value }))}
            maxLength={40}
            placeholder={role === 'county' ? '教育局' : ''}
          />
        </Form.Item>
        {role === 'school' && <SchoolFields />}
      </div>
      <FailureNotice failure={create.failure} />
      <Button type="primary" htmlType="submit" loading={create.running} className="start-create">
        {t.create}
      </Button>
    </Form>
  )
}

/** The answers as input of the new workspace. */
function inputOf({ role, scheme, period, ...unit }: Answers): Sent<typeof workspaceApi.create>['input'] {
  const kind = role === 'county' && (unit.kind ?? '') === '' ? '教育局' : unit.kind
  return {
    role,
    scheme,
    period: period.normalize('NFKC').trim(),
    // Hidden fields and a cleared select give undefined.
    unit: unitWith({ ...unit, code: unit.code.trim(), name: unit.name.trim(), kind }),
  }
}

/** The rule that a period has the scheme's kind. */
function periodRule(kind: PeriodKind | undefined, language: LanguageCode) {
  return {
    validator: async (_: unknown, text: string | undefined) => {
      const parsed = kind === undefined || (text ?? '') === '' ? null : parsePeriod(text ?? '', kind)
      if (parsed?.ok === false) throw new Error(problemSentence(parsed.problem, language))
    },
  }
}

type AnswersForm = FormInstance<Answers>

/** Chooses the scheme when there is only one. */
function useSchemeChosen(form: AnswersForm, schemes: readonly { id: string }[] | undefined): void {
  const only = schemes?.length === 1 ? schemes[0]?.id : undefined
  useEffect(() => {
    if (only !== undefined) form.setFieldValue('scheme', only)
  }, [form, only])
}

/** Puts in the present period when the scheme changes; a written period that fits stays. */
function usePeriodOf(form: AnswersForm, kindOfPeriod: PeriodKind | undefined): void {
  useEffect(() => {
    const written = form.getFieldValue('period') as string | undefined
    if (kindOfPeriod === undefined || (written !== undefined && parsePeriod(written, kindOfPeriod).ok)) return
    form.setFields([{ name: 'period', value: periodOfDay(kindOfPeriod, today()), errors: [] }])
  }, [form, kindOfPeriod])
}

/** Checks the wrong fields again after a change of language, so that their messages change too. */
function useComplaintsIn(form: AnswersForm, lang: Lang): void {
  useEffect(() => {
    const wrong = form
      .getFieldsError()
      .filter(({ errors }) => errors.length > 0)
      .map(({ name }) => name)
    if (wrong.length > 0) form.validateFields(wrong).catch(() => undefined)
  }, [form, lang])
}

function SchoolFields() {
  const t = useText('start')
  return (
    <>
      <Form.Item name="township" label={t.township}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="class" label={t.class}>
        <Select allowClear options={Object.entries(urbanRuralClasses).map(([value, title]) => ({ value, label: `${value} ${title}` }))} />
      </Form.Item>
    </>
  )
}
