import { expect, it } from 'vitest'
import { openHandle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

it('keeps the evidence that a county has, none of it removed', () => {
  const handle = openHandle(':memory:')
  migrate(handle, 50)
  handle.exec(`
    INSERT INTO scheme VALUES ('duties', '2021.1', 'd', 'text');
    INSERT INTO task VALUES (1, 'duties', '2021.1', '2021');
    INSERT INTO original VALUES ('aa', 'a.pdf', 1, '2021', x'00');
    INSERT INTO evidence (task, item, name, original, by, at) VALUES (1, '3', '方案.pdf', 'aa', '王', '2021');`)
  expect(migrate(handle, 60)).toEqual([60])
  expect(handle.prepare('SELECT item, name, removed_at FROM evidence').all()).toEqual([{ item: '3', name: '方案.pdf', removed_at: null }])
})
