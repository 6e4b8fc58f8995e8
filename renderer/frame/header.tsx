import { SearchOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useLanguage, useText } from '../text/language.tsx'
import { frame } from '../text/frame.ts'
import { SaveIndicator } from './save-indicator.tsx'
import { TaskMenu } from './task-menu.tsx'
import { useWorkspace } from './workspace-context.tsx'
import './header.css'

/** The header: where we are, whether everything is saved, language, jump and help. */
export function Header({ onJump, onHelp }: { onJump: () => void; onHelp: () => void }) {
  const t = useText(frame)
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

/** 中/EN: names the language it switches to. */
export function LanguageSwitch() {
  const t = useText(frame)
  const { lang, setLang } = useLanguage()
  return (
    <Button
      size="small"
      type="text"
      onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}
      title={t.languageHint}
      lang={lang === 'zh' ? 'en' : 'zh-CN'}
    >
      {t.language}
    </Button>
  )
}
