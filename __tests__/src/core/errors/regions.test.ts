import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { knownRegions, meantRegion } from '../../../../src/core/errors/regions.js'

test('every region of the partitions that GitHub can reach is known, as the SDK lists them', () => {
  const file = 'node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js'
  const listed = readFileSync(file, 'utf8').matchAll(/"([a-z]+(?:-[a-z]+)+-\d)": \{/g)
  // Those of the isolated partitions are reachable from inside only.
  const names = [...listed].map(([, name = '']) => name).filter(name => !/^(?:us|eu)-iso/.test(name))
  expect(names.length).toBeGreaterThan(30)
  expect(names.filter(name => !knownRegions.includes(name))).toStrictEqual([])
})

test.each([
  { region: 'eu-wset-1', meant: 'eu-west-1' },
  { region: 'us-eats-1', meant: 'us-east-1' },
  { region: 'eu-west-1', meant: undefined },
  { region: 'mars-north-western-12', meant: undefined },
])('$region: did you mean $meant?', ({ region, meant }) => {
  expect(meantRegion(region)).toBe(meant)
})
