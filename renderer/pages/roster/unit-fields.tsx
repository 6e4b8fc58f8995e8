import { AutoComplete, Form, Input, Select } from 'antd'
import type { FormInstance } from 'antd'
import type { ReactNode } from 'react'
import type { RosterRow } from '../../../shared/api/roster.ts'
import { kindsThatFile } from '../../../shared/scheme/kinds.ts'
import { unitAttributes, unitAttributeTable, type AttributeEntry, type UnitAttribute } from '../../../shared/unit/attributes.ts'
import { commonKinds } from '../../../shared/unit/common-kinds.ts'
import { attributeText, type Unit } from '../../../shared/unit/unit.ts'
import { urbanRuralClasses } from '../../../shared/unit/urban-rural.ts'
import { useScheme } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'

type UnitFieldsProps = { form: FormInstance<Unit>; unit: RosterRow | null; rows: readonly RosterRow[] }
type FieldProps = { attribute: UnitAttribute; unit: RosterRow | null; rows: readonly RosterRow[]; asked: readonly string[] | null }

/** A field for each attribute of a unit. The code of a unit on the roster (`unit`) cannot change. */
export function UnitFields({ form, unit, rows }: UnitFieldsProps) {
  const t = useText('roster')
  const { lang } = useLanguage()
  const asked = kindsThatFile(useScheme())
  const kind = (Form.useWatch('kind', form) ?? '').trim()
  const strangeKind = asked !== null && kind !== '' && !asked.includes(kind)
  const isNew = {
    validator: (_: unknown, code: string) =>
      unit === null && rows.some((row) => row.code === code.trim()) ? Promise.reject(new Error(t.codeTaken)) : Promise.resolve(),
  }
  return unitAttributes.map((attribute) => {
    const { label, needed, entry } = unitAttributeTable[attribute]
    const filled = { required: true, whitespace: true, message: t.required(label[lang]) }
    return (
      <Form.Item
        key={attribute}
        name={attribute}
        label={label[lang]}
        rules={[...(needed ? [filled] : []), ...(attribute === 'code' ? [isNew] : [])]}
        extra={attribute === 'kind' && strangeKind ? t.kindNotAsked(kind, asked.join(t.listComma)) : undefined}
      >
        {fields[entry]({ attribute, unit, rows, asked })}
      </Form.Item>
    )
  })
}

const fields: Readonly<Record<AttributeEntry, (props: FieldProps) => ReactNode>> = {
  text: ({ attribute, unit }) => (
    <Input
      disabled={attribute === 'code' && unit !== null}
      maxLength={unitAttributeTable[attribute].longest}
      autoFocus={attribute === (unit === null ? 'code' : 'name')}
    />
  ),
  'known-kinds': ({ attribute, rows, asked }) => knownValues(attribute, [...(asked ?? commonKinds), ...valuesOf(rows, attribute)]),
  'known-values': ({ attribute, rows }) => knownValues(attribute, valuesOf(rows, attribute)),
  classes: () => (
    <Select allowClear options={Object.entries(urbanRuralClasses).map(([value, title]) => ({ value, label: `${value} ${title}` }))} />
  ),
  units: ({ unit, rows }) => (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={rows.filter((row) => row.code !== unit?.code).map((row) => ({ value: row.code, label: `${row.name} ${row.code}` }))}
    />
  ),
}

function valuesOf(rows: readonly RosterRow[], attribute: UnitAttribute): string[] {
  return rows.map((row) => attributeText(row, attribute))
}

function knownValues(attribute: UnitAttribute, values: readonly string[]): ReactNode {
  return (
    <AutoComplete
      options={[...new Set(values)].filter(Boolean).map((value) => ({ value }))}
      maxLength={unitAttributeTable[attribute].longest}
      filterOption={(typed, option) => String(option?.value ?? '').includes(typed)}
    />
  )
}
