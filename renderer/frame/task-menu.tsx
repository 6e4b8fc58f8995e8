import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { periodTitle } from '../../shared/period/period.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { go, hashIn } from '../place/router.ts'
import { useScheme, useTask, useWorkspace } from '../place/workspace-context.tsx'

/** Unit · task · period; opens a list of the workspace's other tasks and a link to other workspaces. */
export function TaskMenu() {
  const t = useText('frame')
  const { unit, tasks } = useWorkspace()
  const task = useTask()
  const { lang } = useLanguage()
  const kind = useScheme().period
  const others = tasks.map((other) => ({
    key: other.key,
    label: `${other.title} · ${other.scheme === task.scheme ? periodTitle(other.period, kind, lang) : other.period}`,
    disabled: other.key === task.key,
    onClick: () => go(hashIn(other.key, '')),
  }))
  const items = [
    ...(others.length > 1
      ? [
          { key: 'tasks', type: 'group' as const, label: t.switchTask, children: others },
          { key: 'line', type: 'divider' as const },
        ]
      : []),
    { key: 'other', label: t.otherWorkspace, onClick: () => go(hashIn(null, 'start')) },
  ]
  const title = `${unit.name} · ${task.title} · ${periodTitle(task.period, kind, lang)}`
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" className="task-button">
        <span className="task-title" title={title}>
          {title}
        </span>
        <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  )
}
