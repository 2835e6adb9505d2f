/** Three services in one step, in worlds by chance: no service is called green that is not, and no count stays raised. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Service } from '../../simulator/ecs/state/service.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { threeServices, threeServicesOneFails } from '../../simulator/scenarios/three-services.js'
import { outcomes } from '../../src/core/outcome/outcomes.js'
import { type Played, play } from '../support/play.js'
import { chance } from './check-worlds.js'

const operations = fc
  .constantFrom(
    ...['UpdateService', 'DescribeServices', 'DescribeServiceDeployments', 'ListServiceDeployments'],
    ...['ListTasks', 'DescribeTasks', 'StopServiceDeployment'],
  )
  .map(one => [one])
const range = { operations, skip: fc.nat({ max: 12 }), times: fc.integer({ min: 1, max: 8 }) }
const when = fc.constantFrom('before-effect', 'after-effect')

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('server-error'), when, ...range }),
  fc.record({ kind: fc.constant('connection-reset'), when, ...range }),
  fc.record({ kind: fc.constant('access-denied'), ...range }),
  fc.record({ kind: fc.constant('truncated-response'), ...range }),
) as fc.Arbitrary<Fault>

const option = (name: string, value: string) => fc.constantFrom({}, { [name]: value })

const world = fc.record({
  scenario: fc.constantFrom(threeServices, threeServicesOneFails),
  faults: fc.array(fault, { maxLength: 3 }),
  inputs: fc
    .tuple(
      option('bump-desired-count', '3'),
      option('on-cancel', 'rollback'),
      option('wait-for-minutes', '2'),
      option('on-timeout', 'rollback'),
    )
    .map(all => Object.assign({}, ...all)),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 200_000 }), { nil: undefined }),
  seed: fc.integer({ min: 1, max: 10_000 }),
})

const counts: Readonly<Record<string, number>> = { web: 2, api: 1, worker: 1 }

/** `web:8`: set to it, and completed or not. */
function revisionOf({ deployments }: Service): string {
  const primary = deployments.find(({ status }) => status === 'PRIMARY')
  return /web:\d+/.exec(JSON.stringify(primary ?? ''))?.[0] ?? 'none'
}

function violations(played: Played): string[] {
  const entries: { service: string; outcome: keyof typeof outcomes }[] = JSON.parse(
    played.outputs.services || '[]',
  )
  const services = [...played.world.services.values()].filter(({ name }) => name in counts)
  const said = [...played.log, ...played.postNotices.map(({ text }) => text)]
  const revision = (name: string) => services.filter(one => one.name === name).map(revisionOf)[0]
  const wrong = entries.flatMap(({ outcome, service }) => {
    const is = revision(service)
    const expected = { succeeded: 'web:8', 'rolled-back': 'web:7' }[outcome as string]
    return expected === undefined || expected === is ? [] : [`${service} is ${outcome}, but runs ${is}`]
  })
  const raised = services
    .filter(({ desiredCount, name }) => desiredCount !== counts[name])
    .filter(({ name }) => !said.some(line => line.includes(name) && /desired count|not read/.test(line)))
  const isGreen = entries.every(({ outcome }) => outcomes[outcome].green)
  return [
    ...(entries.length === services.length ? [] : ['a service is missing']),
    ...(played.passed === isGreen ? [] : ['the step is not as its worst service']),
    ...wrong,
    ...raised.map(({ name }) => `the count of ${name} stays raised without a word`),
  ]
}

test('each of several services ends truthfully', async () => {
  const { numRuns, seed } = chance('several services', 150)
  await fc.assert(
    fc.asyncProperty(world, async ({ cancelAfter, inputs, scenario, ...more }) => {
      const played = await play({
        ...scenario,
        ...more,
        inputs: { ...scenario.inputs, ...inputs },
        idleFaults: 'allowed',
        post: 'follows',
        ...(cancelAfter === undefined ? {} : { cancelAfter }),
      })
      const broken = violations(played)
      if (broken.length > 0) throw new Error([...broken, ...played.log].join('\n'))
    }),
    { numRuns, seed },
  )
  expect(numRuns).toBeGreaterThan(0)
})
