import { Button } from 'antd'
import type { WorkspaceInfo } from '../../shared/api/workspace.ts'
import { problem } from '../../shared/problem.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import type { TaskKey } from '../../shared/words.ts'
import { go, hashIn } from '../place/router.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { EmptyPage } from '../ui/empty-page.tsx'
import { usePageTitle } from '../ui/page.tsx'
import './unknown-task.css'

/** The page of a task that the workspace does not have, with links to those that it has, the one used last first. */
export function UnknownTask({ asked, workspace }: { asked: TaskKey; workspace: WorkspaceInfo }) {
  const t = useText('frame')
  const { language } = useLanguage()
  const title = t.noSuchTask(workspace.name)
  usePageTitle(title)
  const { tasks, lastTask } = workspace
  const last = tasks.find(({ key }) => key === lastTask)
  const others = tasks.filter(({ key }) => key !== lastTask)
  const action = (
    <div className="row">
      {last !== undefined && (
        <Button type="primary" onClick={() => go(hashIn(last.key, ''))}>
          {t.openTask(`${last.title} · ${last.period}`)}
        </Button>
      )}
      <a href={hashIn(null, 'start')}>{t.otherWorkspace}</a>
    </div>
  )
  return (
    <main className="unknown-task">
      <EmptyPage title={title} action={action}>
        <p>{problemSentence(problem('task-unknown', { task: asked }), language)}</p>
        {others.length > 0 && (
          <ul>
            {others.map((task) => (
              <li key={task.key}>
                <a href={hashIn(task.key, '')}>
                  {task.title} · {task.period}
                </a>
              </li>
            ))}
          </ul>
        )}
      </EmptyPage>
    </main>
  )
}
