/** Answers as large as they come, read again and again: what the action keeps of them has bounds. */
import { expect, test } from '@jest/globals'
import { outcomes } from '../../src/core/outcome/outcomes.js'
import { playStep } from '../support/play-step.js'
import { webStory } from '../support/web-stories.js'

/** Mebibytes. A deployment with ordinary answers gets by with less than half; each large answer is one or so. */
const heap = 64

const reads = [
  'DescribeServices',
  'ListServiceDeployments',
  'DescribeServiceDeployments',
  'ListTasks',
  'DescribeTasks',
  'DescribeTargetGroups',
  'DescribeTargetGroupAttributes',
  'DescribeTargetHealth',
  'GetLogEvents',
]

test.each(['enormous-list', 'long-text'] as const)(
  'a crash loop with %s in every answer fits into the memory of a small step',
  async how => {
    const { main } = await playStep(
      webStory({
        software: { exitsAfterSeconds: 1 },
        faults: [{ kind: 'malformed-response', how, operations: reads, skip: 2 }],
        inputs: { 'wait-for-minutes': '6' },
      }),
      { environment: () => ({ NODE_OPTIONS: `--max-old-space-size=${heap}` }) },
    )
    expect(Object.keys(outcomes)).toContain(main.outputs.outcome)
    expect(main.exitCode).toBe(1)
    expect(main.summary.length).toBeLessThan(1024 * 1024)
  },
)
