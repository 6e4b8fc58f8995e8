import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { handleOf } from '../../../electron/store/db.ts'
import { describeSchema } from './schema.ts'
import { temporaryWorkspace } from './workspace-helper.ts'

const snapshot = new URL('../../../electron/store/schema-snapshot.json', import.meta.url)
const howToRenew =
  'The schema is not the reviewed one. If the change is meant (a new file in electron/store/migrations/), run\n' +
  '  UPDATE_SCHEMA=1 npx vitest run --config build/vitest.config.ts --project node test/electron/store/schema-snapshot.test.ts\n' +
  'and review the difference in electron/store/schema-snapshot.json.'

it('a new workspace has exactly the schema that was reviewed', async () => {
  const { db } = await temporaryWorkspace()
  const schema = describeSchema(handleOf(db))
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(snapshot, `${JSON.stringify(schema, null, 2)}\n`)
  expect(schema, howToRenew).toEqual(JSON.parse(readFileSync(snapshot, 'utf8')))
})

it('every table is STRICT', async () => {
  const { db } = await temporaryWorkspace()
  const tables = describeSchema(handleOf(db)).objects.filter(({ type }) => type === 'table')
  expect(tables.filter(({ sql }) => !/\) STRICT(, WITHOUT ROWID)?$/.test(sql.at(-1) ?? '')).map(({ name }) => name)).toEqual([])
})
