import { expect, it } from 'vitest'
import { openHandle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

it('keeps the files of earlier batches with what their filings held before', () => {
  const handle = openHandle(':memory:')
  migrate(handle, 60)
  handle.exec(`
    INSERT INTO batch (at, by, state, label) VALUES ('2021', '王', 'committed', '');
    INSERT INTO batch_file (batch, position, name, sha256, verdict, taken, facts, errors, queries, problems, differences, before)
      VALUES (1, 1, '一小.xlsx', 'aa', 'newer', 1, 3, 0, 0, '[]', '[]', '{"header":{}}');`)
  expect(migrate(handle, 70)).toEqual([70])
  expect(handle.prepare('SELECT name, before, result FROM batch_file').all()).toEqual([
    { name: '一小.xlsx', before: '{"header":{}}', result: null },
  ])
  expect(() => handle.exec('SELECT incoming FROM batch_file')).toThrow('no such column')
})
