import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { workspaceApi } from '../../shared/api/workspace.ts'
import { periodTitle } from '../../shared/period/period.ts'
import { useAction } from '../api/use-query.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { frame } from '../text/frame.ts'
import { enterWorkspace } from './enter-workspace.ts'
import { go, hashOf } from './router.ts'
import { useScheme, useWorkspace } from './workspace-context.tsx'

/** Unit · task · period; opens the list of the workspace's other tasks and the way to other workspaces. */
export function TaskMenu() {
  const t = useText(frame)
  const { unit, task, tasks } = useWorkspace()
  const { lang } = useLanguage()
  const kind = useScheme().period
  const choose = useAction(workspaceApi.chooseTask, [])
  const others = tasks.map((other) => ({
    key: `${other.scheme} ${other.period}`,
    label: `${other.title} · ${other.scheme === task.scheme ? periodTitle(other.period, kind, lang) : other.period}`,
    disabled: other.scheme === task.scheme && other.period === task.period,
    onClick: () =>
      void choose
        .run({ input: { scheme: other.scheme, period: other.period } })
        .then((opened) => opened !== undefined && enterWorkspace(opened)),
  }))
  const items = [
    ...(others.length > 1
      ? [
          { key: 'tasks', type: 'group' as const, label: t.switchTask, children: others },
          { key: 'line', type: 'divider' as const },
        ]
      : []),
    { key: 'other', label: t.otherWorkspace, onClick: () => go(hashOf('start')) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" className="task-button" loading={choose.running}>
        <span className="task-title">
          {unit.name} · {task.title} · {periodTitle(task.period, kind, lang)}
        </span>
        <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  )
}
