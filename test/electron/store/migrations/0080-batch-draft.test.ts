import { expect, it } from 'vitest'
import { openHandle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

it('files of earlier batches stay, and none of them counts as a draft', () => {
  const handle = openHandle(':memory:')
  migrate(handle, 70)
  handle.exec(`
    INSERT INTO batch (at, by, state, label) VALUES ('2021', '王', 'committed', '');
    INSERT INTO batch_file (batch, position, name, sha256, verdict, taken, facts, errors, queries, problems, differences)
      VALUES (1, 1, '一小.xlsx', 'aa', 'new', 1, 3, 0, 0, '[]', '[]');`)
  expect(migrate(handle, 80)).toEqual([80])
  expect(handle.prepare('SELECT name, draft FROM batch_file').all()).toEqual([{ name: '一小.xlsx', draft: 0 }])
  expect(() => handle.exec('UPDATE batch_file SET draft = 2')).toThrow('CHECK')
})
