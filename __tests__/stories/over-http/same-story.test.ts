/**
 * Stories talk to the simulator inside the process. Over real HTTP, with sockets and signatures, the same scenario
 * gives the same log, summary, outputs and requests.
 */
import { basename } from 'node:path'
import { expect, test } from '@jest/globals'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { type Played, play, type Story } from '../../support/play.js'
import { isDeep } from '../../support/tier.js'

const all = Object.values(scenarios)

/** A few of them in `npm test`: the faults of the wire, and a deployment that is rolled back. */
const few = all.filter(({ name }) => ['flaky', 'lost-update', 'port-mismatch'].includes(name))

test.each(isDeep ? all : few)('$name: over HTTP as in the process', async scenario => {
  const overHttp = await visible({ ...scenario, wire: 'http' })
  expect(overHttp).toStrictEqual(await visible(scenario))
})

async function visible(story: Story): Promise<unknown> {
  const { passed, outputs, log, masked, annotations, state, summary, requests, took } = await play(story)
  // Each run renders into a folder of its own.
  const rendered = basename(outputs['task-definition'] ?? '')
  const all = { ...outputs, 'task-definition': rendered }
  const calls = sortedCalls(requests)
  const text = JSON.stringify({ passed, outputs: all, log, masked, annotations, state, summary, took, calls })
  // In the sandbox of jest, Node's own errors are no instances of Error: the SDK wraps them and loses their code.
  const wrapper = 'AWS SDK error wrapper for TimeoutError: '
  return JSON.parse(text.replaceAll('(Error)', '(ECONNRESET)').replaceAll(wrapper, ''))
}

/** Concurrent requests arrive in any order, which decides their ids and, where answers are late, their times. */
function sortedCalls(requests: Played['requests']): readonly string[] {
  return requests.map(({ requestId: _, at: __, ...call }) => JSON.stringify(call)).toSorted()
}
