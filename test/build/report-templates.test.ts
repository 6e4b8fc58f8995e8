import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import PizZip from 'pizzip'
import { expect, test } from 'vitest'
import { drawTemplate } from '../../build/report-templates.ts'

const folder = fileURLToPath(new URL('../../shared/schemes/reports', import.meta.url))
const documentOf = (docx: Uint8Array): string | undefined => new PizZip(docx).file('word/document.xml')?.asText()

test.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))(
  'the template of %s is the one its text draws (else run: node build/report-templates.ts)',
  async (name) => {
    const drawn = documentOf(await drawTemplate(readFileSync(join(folder, name), 'utf8')))
    expect(drawn).toBe(documentOf(readFileSync(join(folder, name.replace(/txt$/, 'docx')))))
  },
)
