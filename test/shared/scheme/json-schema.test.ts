import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemeJsonSchema } from '../../../shared/scheme/json-schema.ts'

test('the schema in docs is the one that schemes are read by', () => {
  const published = JSON.parse(readFileSync(new URL('../../../docs/scheme.schema.json', import.meta.url), 'utf8')) as unknown
  expect(published).toEqual(JSON.parse(JSON.stringify(schemeJsonSchema())))
})

test('it names every key of the head, and refuses others', () => {
  const { properties, additionalProperties, required } = schemeJsonSchema() as {
    properties: Record<string, unknown>
    additionalProperties: boolean
    required: string[]
  }
  expect(Object.keys(properties)).toEqual(
    expect.arrayContaining([
      'scheme',
      'version',
      'title',
      'issuer',
      'approved-by',
      'period',
      'parameters',
      'units',
      'tables',
      'checks',
      'indicators',
      'evaluation',
    ]),
  )
  expect(additionalProperties).toBe(false)
  expect(required).toEqual(expect.arrayContaining(['scheme', 'version', 'title', 'period', 'tables']))
})
