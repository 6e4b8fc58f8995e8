import type { OpcPackage } from './package.ts'
import { partBytes, remembering } from './package.ts'
import { XlsxRefusal, damaged } from './refusal.ts'
import type { XmlSource } from './xml-decode.ts'
import { decodedSource } from './xml-decode.ts'
import { attribute, enterRoot, nextTag, startWalk } from './xml-walk.ts'
import { samePartName } from './zip-directory.ts'

/** A relation from one part to another; `type` is the last word of its type URI, the same in transitional and strict files. */
export type Relation = { readonly id: string; readonly type: string; readonly target: string }

/**
 * The relations of a part ('' for the package itself), with resolved targets; relations to the outside (links) are never followed.
 */
export function relationsOf(file: OpcPackage, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1
  const relsPart = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  return file.directory.has(relsPart) ? readRelations(file, relsPart) : []
}

const readRelations = remembering((file: OpcPackage, relsPart: string): readonly Relation[] => {
  const folder = relsPart.slice(0, relsPart.lastIndexOf('_rels/'))
  const relations: Relation[] = []
  const walk = startWalk(decodedSource(partBytes(file, relsPart), relsPart), relsPart)
  enterRoot(walk, 'Relationships')
  while (nextTag(walk)) {
    if (walk.name !== 'Relationship' || walk.kind === 'close' || attribute(walk, 'TargetMode') === 'External') continue
    const type = attribute(walk, 'Type') ?? ''
    const target = attribute(walk, 'Target') ?? ''
    relations.push({
      id: attribute(walk, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(folder, target, relsPart),
    })
  }
  return relations
})

function resolveTarget(folder: string, target: string, part: string): string {
  const path = samePartName(target.replaceAll('\\', '/'))
  const steps = (path.startsWith('/') ? path.slice(1) : folder + path).split('/')
  const resolved: string[] = []
  for (const step of steps) {
    if (step === '..' && resolved.pop() === undefined) throw new XlsxRefusal('unsafe', { reason: 'target-leaves-file', part })
    if (step !== '..' && step !== '.' && step !== '') resolved.push(step)
  }
  return resolved.join('/')
}

/** The workbook's part by the package's relations, or else by its content type. Refuses packages without one. */
export function workbookPart(file: OpcPackage): string {
  const related = relationsOf(file, '').find((relation) => relation.type === 'officeDocument')?.target
  if (related !== undefined && file.directory.has(related)) return related
  const part = [...contentTypes(file)].find(([, type]) => isWorkbookType(type))?.[0]
  if (part === undefined || !file.directory.has(part)) throw notAWorkbook(file)
  return part
}

/** Refuses a package with another kind of document as main part (Word, slides, a binary workbook), named by its content type. */
export function refuseOtherDocument(file: OpcPackage, part: string, source: XmlSource): void {
  if (/<([\w.-]+:)?workbook[\s>]/.test(source.text.slice(0, 4096))) return
  const type = contentTypes(file).get(part)
  if (type !== undefined && !isWorkbookType(type)) throw new XlsxRefusal('not-a-workbook', { found: kindOfType(type) })
}

function contentTypes(file: OpcPackage): Map<string, string> {
  const part = '[content_types].xml'
  const types = new Map<string, string>()
  if (!file.directory.has(part)) return types
  const walk = startWalk(decodedSource(partBytes(file, part), part), part)
  enterRoot(walk, 'Types')
  while (nextTag(walk)) {
    if (walk.name !== 'Override' || walk.kind === 'close') continue
    types.set(samePartName((attribute(walk, 'PartName') ?? '').replace(/^\//, '')), attribute(walk, 'ContentType') ?? '')
  }
  return types
}

/** True for .xlsx, .xlsm, their templates and add-ins. */
function isWorkbookType(type: string): boolean {
  return /(spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template|addin)\.macroEnabled)\.main\+xml$/i.test(type)
}

function kindOfType(type: string): string {
  if (/sheet\.binary/i.test(type)) return 'xlsb'
  if (/wordprocessingml|ms-word/i.test(type)) return 'word'
  if (/presentationml|ms-powerpoint/i.test(type)) return 'powerpoint'
  return 'zip'
}

function notAWorkbook(file: OpcPackage): XlsxRefusal {
  if (file.directory.has('[content_types].xml')) {
    const office = file.directory.has('_rels/.rels') || [...file.directory.keys()].some((name) => name.startsWith('xl/'))
    if (office) return damaged('workbook-part-missing')
  }
  if (file.directory.has('content.xml') && file.directory.has('mimetype')) return new XlsxRefusal('not-a-workbook', { found: 'ods' })
  return new XlsxRefusal('not-a-workbook', { found: 'zip' })
}
