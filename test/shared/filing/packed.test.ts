import { expect, test } from 'vitest'
import { NOT_APPLICABLE, type Fact } from '../../../shared/filing/facts.ts'
import { inputPlaces, packFacts, unpackFacts } from '../../../shared/filing/packed.ts'
import { loadMinsheng } from '../../builders/demo-returns.ts'

test('facts of every kind come out as they went in, also in another thread with the scheme loaded anew', () => {
  const here = loadMinsheng()
  const facts = new Map<string, Fact>([
    ['MS00.03.1', 10_000],
    ['MS00.03.2', NOT_APPLICABLE],
    ['MS04.1.项目', '国培'],
    ['MS04.1.人次', 120_000],
    ['MS00.01.3', 0],
  ])
  const sent = structuredClone(packFacts(here, facts))
  expect(sent.cells).toHaveLength(2)
  expect([...unpackFacts(loadMinsheng(), sent)].sort()).toEqual([...facts].sort())
})

test('only input cells have a place', () => {
  const { refs, index } = inputPlaces(loadMinsheng())
  expect(index.has('MS00.02.1')).toBe(false)
  expect(refs[index.get('MS00.03.1') ?? -1]).toBe('MS00.03.1')
})
