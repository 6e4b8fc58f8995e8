import { SearchOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { languageCodes, languages } from '../../shared/text/languages.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { SaveIndicator } from './save-indicator.tsx'
import { TaskMenu } from './task-menu.tsx'
import { useWorkspace } from '../place/workspace-context.tsx'
import './header.css'

/** The header: task, state of saving, language, jump and help. */
export function PageHeader({ onJump, onHelp }: { onJump: () => void; onHelp: () => void }) {
  const t = useText('frame')
  const workspace = useWorkspace()
  return (
    <header className="header">
      <span className="header-product">{t.product}</span>
      <TaskMenu />
      {workspace.demo && <Tag>{t.demo}</Tag>}
      <span className="grow" />
      <SaveIndicator />
      <Button size="small" type="text" icon={<SearchOutlined />} onClick={onJump} title={t.jumpHint}>
        {t.jump}
      </Button>
      <LanguageSwitch />
      <Button size="small" type="text" onClick={onHelp} title={t.helpTitle} aria-label={t.helpTitle}>
        ?
      </Button>
    </header>
  )
}

/** 中/EN: the name of the next language in the list, which a click chooses. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage()
  const next = languageCodes[(languageCodes.indexOf(language) + 1) % languageCodes.length] ?? language
  const { name, choose, tag } = languages[next]
  return (
    <Button size="small" type="text" onClick={() => setLanguage(next)} title={choose} lang={tag}>
      {name}
    </Button>
  )
}
