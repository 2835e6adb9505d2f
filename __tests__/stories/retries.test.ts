/** How often a read before the deployment is repeated: `max-retries`. */
import { expect, test } from '@jest/globals'
import { changesIn } from '../support/play.js'
import { playWeb } from '../support/web-stories.js'

const faults = [{ kind: 'server-error', operations: ['DescribeServices'] }] as const

test.each([
  { given: '1', asked: 1 },
  { given: '4', asked: 4 },
  { given: '', asked: 10 },
])('max-retries "$given": a read that is never answered is sent $asked times', async ({ given, asked }) => {
  const played = await playWeb({ inputs: { 'max-retries': given }, faults })
  expect(played.outputs.outcome).toBe('refused')
  expect(played.requests.filter(({ operation }) => operation === 'DescribeServices')).toHaveLength(asked)
  expect(changesIn(played.requests)).toStrictEqual([])
})
