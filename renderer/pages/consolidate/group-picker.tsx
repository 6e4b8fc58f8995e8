import { Segmented, Select } from 'antd'
import { groupingDefinitions, groupings, type Grouping } from '../../../shared/consolidation/grouping.ts'
import type { Answer } from '../../../shared/api/contract.ts'
import type { consolidationApi } from '../../../shared/api/consolidation.ts'
import { groupTitle } from '../../../shared/text/group-title.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'

type Groups = Answer<typeof consolidationApi.groups>
type GroupPickerProps = {
  by: Grouping
  group: string | undefined
  groups: Groups | undefined
  onChange: (next: { by: Grouping; group: string | undefined }) => void
}

/** 全县 | 乡镇 | 类别 | 城乡 | 单位, and the group; each group with the number of its units that have filed. */
export function GroupPicker({ by, group, groups, onChange }: GroupPickerProps) {
  const t = useText('consolidate')
  const { lang, language } = useLanguage()
  return (
    <div className="row">
      <Segmented
        aria-label={t.groupBy}
        value={by}
        options={groupings.map((value) => ({ value, label: groupingDefinitions[value].label[lang] }))}
        onChange={(next) => onChange({ by: next, group: undefined })}
      />
      {by !== 'county' && (
        <Select
          className="group-select"
          showSearch={{ optionFilterProp: 'title' }}
          aria-label={t.group}
          loading={groups === undefined}
          value={group}
          options={(groups ?? []).map(({ key, title, units }) => ({
            value: key,
            title: groupTitle(title, language),
            label: `${groupTitle(title, language)}　${t.filedOf(countText(units.filed), countText(units.expected))}`,
          }))}
          onChange={(next: string) => onChange({ by, group: next })}
        />
      )}
    </div>
  )
}
