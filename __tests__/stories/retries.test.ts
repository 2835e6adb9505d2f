/** How often a read before the deployment is repeated: `max-retries`. */
import { expect, test } from '@jest/globals'
import { changesIn } from '../support/play.js'
import { playWeb } from '../support/web-stories.js'

const faults = [{ kind: 'server-error', operations: ['DescribeServices'] }] as const

test.each([
  { maxRetries: '1', calls: 1 },
  { maxRetries: '4', calls: 4 },
  { maxRetries: '', calls: 10 },
])(
  'max-retries "$maxRetries": a read that always fails is sent $calls times',
  async ({ maxRetries, calls }) => {
    const played = await playWeb({ inputs: { 'max-retries': maxRetries }, faults })
    expect(played.outputs.outcome).toBe('refused')
    expect(played.requests.filter(({ operation }) => operation === 'DescribeServices')).toHaveLength(calls)
    expect(changesIn(played.requests)).toStrictEqual([])
  },
)
