import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import './file-drop.css'

/** A chosen or dropped file; `path` is its name with its folders. */
export type ChosenFile = { path: string; file: File }

/**
 * Takes files dropped anywhere on the page, also from folders. `onFiles` gets the element under the drop, `onHover` the
 * element under the dragged files, null when they are gone. Returns true while files are dragged over the page.
 */
export function useFileDrop(
  onFiles: (files: ChosenFile[], onto: Element | null) => void,
  onHover?: (onto: Element | null) => void,
): boolean {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onFiles)
  const tellHover = useEffectEvent((onto: Element | null) => onHover?.(onto))
  useEffect(() => {
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const under = ({ target }: DragEvent) => (target instanceof Element ? target : null)
    const gone = () => {
      depth = 0
      setOver(false)
      tellHover(null)
    }
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = () => {
      depth -= 1
      if (depth <= 0) gone()
    }
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      tellHover(under(event))
    }
    const drop = (event: DragEvent) => {
      gone()
      if (event.dataTransfer === null || !carriesFiles(event)) return
      event.preventDefault()
      const onto = under(event)
      void droppedFiles(event.dataTransfer).then((files) => take(files, onto))
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener)
    }
  }, [])
  return over
}

/** Covers the page while files are dragged over it; `clear` draws only a frame, so that the place of the drop stays visible. */
export function DropCover({ over, clear = false, children }: { over: boolean; clear?: boolean; children: ReactNode }) {
  if (!over) return null
  return clear ? (
    <div className="drop-cover drop-cover-clear">
      <span className="drop-word">{children}</span>
    </div>
  ) : (
    <div className="drop-cover">{children}</div>
  )
}

type FileButtonProps = Pick<ButtonProps, 'type' | 'icon' | 'disabled' | 'size'> & {
  children: ReactNode
  accept?: string
  /** Several files or a whole folder; one file when left out. */
  several?: 'files' | 'folder'
  onFiles: (files: ChosenFile[]) => void
}

/** A button that asks for files. */
export function FileButton({ children, accept, several, onFiles, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept={accept}
        multiple={several !== undefined}
        {...(several === 'folder' && { webkitdirectory: '' })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}

async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  // Entries are taken before the first await because the browser empties the list after the event.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...transfer.files].map((file) => ({ path: file.name, file }))
  return (await Promise.all(entries.map((entry) => filesIn(entry)))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, refuse) => (entry as FileSystemFileEntry).file(done, refuse))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: ChosenFile[] = []
  for (;;) {
    // A reader gives at most 100 entries at a time; an empty answer is the end.
    const entries = await new Promise<FileSystemEntry[]>((done, refuse) => reader.readEntries(done, refuse))
    if (entries.length === 0) return found
    for (const one of entries) found.push(...(await filesIn(one)))
  }
}
