import { Modal } from 'antd'
import { useText } from '../text/language.tsx'
import './help-dialog.css'

/** The keyboard shortcuts, grouped by place of use. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useText('frame')
  const k = useText('keys')
  const everywhere: [string, string][] = [
    ['Ctrl+K', k.jump],
    ['Alt+1 … 9', k.navigate],
    ['Ctrl+P', k.print],
    ['F1', k.help],
    ['Esc', k.escape],
  ]
  const grid: [string, string][] = [
    ['Enter · Shift+Enter', k.enter],
    ['Tab · Shift+Tab', k.tab],
    ['← ↑ → ↓', k.arrows],
    ['Home · End', k.homeEnd],
    ['Ctrl+← ↑ → ↓', k.edges],
    ['F2', k.edit],
    ['0–9 · A–Z', k.type],
    ['/', k.notApplicable],
    ['Delete', k.clear],
    ['Shift+↑ ↓ ← →', k.select],
    ['Ctrl+C · Ctrl+V', k.copyPaste],
    ['Ctrl+Z', k.undo],
    ['Alt+↓', k.choices],
    ['Ctrl+PageDown · Ctrl+PageUp', k.tables],
    ['F6', k.leave],
  ]
  const list: [string, string][] = [
    ['Ctrl+Enter', k.insertLine],
    ['Ctrl+Delete', k.removeLine],
  ]
  return (
    <Modal open title={t.helpTitle} onCancel={onClose} footer={null} width={560}>
      <KeyTable title={k.everywhere} rows={everywhere} />
      <KeyTable title={k.grid} rows={grid} />
      <KeyTable title={k.list} rows={list} />
    </Modal>
  )
}

function KeyTable({ title, rows }: { title: string; rows: readonly [string, string][] }) {
  return (
    <table className="key-table">
      <caption>{title}</caption>
      <tbody>
        {rows.map(([key, what]) => (
          <tr key={key}>
            <th scope="row">
              {key.split(' · ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
