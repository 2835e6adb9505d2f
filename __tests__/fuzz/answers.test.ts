/**
 * Answers that no API promises, at every operation: missing, null, of another type, far too many, HTML, redirects.
 * Whatever comes, the run ends in time with a verdict; it is green only if our revision serves and is healthy.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Software } from '../../simulator/ecs/resources/software.js'
import { primaryOf } from '../../simulator/ecs/state/service.js'
import { isHealthy } from '../../simulator/ecs/state/task.js'
import type { World } from '../../simulator/ecs/world.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { malformations } from '../../simulator/protocol/faults/malformed-response.js'
import { commit, imageOf } from '../../simulator/scenarios/web-service.js'
import { outcomes } from '../../src/core/outcome/outcomes.js'
import { chance } from '../properties/check-worlds.js'
import type { Played } from '../support/play.js'
import { deployed, playWeb, webOf } from '../support/web-stories.js'
import { withinDeadline } from './deadline.js'

const groups: Readonly<Record<string, readonly string[]>> = {
  'the service': ['DescribeServices', 'DescribeTaskDefinition'],
  'the changes': ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'],
  'service deployments': ['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'],
  tasks: ['ListTasks', 'DescribeTasks'],
  'what stands around': ['DescribeAlarms', 'DescribeScalableTargets'],
  logs: ['GetLogEvents'],
  'target groups': ['DescribeTargetGroups', 'DescribeTargetGroupAttributes', 'DescribeTargetHealth'],
  images: ['BatchGetImage', 'DescribeRepositories', 'GetDownloadUrlForLayer', 'GetObject'],
  GitHub: ['repos/create-deployment', 'repos/create-deployment-status'],
}
const operations = Object.values(groups).flat()

const fates: Readonly<Record<string, Partial<Software>>> = {
  good: {},
  'crashes at the start': { exitsAfterSeconds: 1 },
  'answers on another port': { listens: { 5201: { '/health': 200 } } },
}

interface Fuzzed {
  readonly seed: number
  readonly result: string
  readonly faults: readonly Fault[]
}

/** What is asked only where tasks fail. */
const evidence = ['GetLogEvents', 'DescribeTargetHealth']

/** With a raised desired count and a watch, no other word passes. */
const green = ['succeeded']
const minutes = 20
const inputs = {
  alarms: 'web-5xx',
  'bump-desired-count': '3',
  'wait-for-minutes': `${minutes}`,
  environment: 'production',
  'github-token': 'ghs_token',
}

async function playFuzzed({ seed, result, faults }: Fuzzed): Promise<Played> {
  const story = playWeb({
    seed,
    software: fates[result] ?? {},
    also: world => world.setAlarm('web-5xx', 'OK'),
    inputs,
    faults,
    idleFaults: 'allowed',
    post: 'follows',
  })
  return withinDeadline(JSON.stringify({ seed, fate: result, faults }), story)
}

function ourRevisionServes(world: World): boolean {
  const web = webOf(world)
  const primary = primaryOf(web)
  const ours = primary.revision.taskDefinition.containers.some(({ image }) => image === imageOf(commit))
  return ours && world.tasksOf(web).some(task => task.deploymentId === primary.id && isHealthy(task))
}

/** What speaks against the run, in words. */
function against(result: string, played: Played): string[] {
  const { outputs, passed, log, annotations, took, world, summary } = played
  const outcome = outputs.outcome ?? 'none'
  const messages = [...log, ...annotations.map(({ message }) => message), summary].join('\n')
  return [
    ...(Object.hasOwn(outcomes, outcome) ? [] : [`no verdict: ${outcome}`]),
    ...(passed === green.includes(outcome) ? [] : [`${outcome} passes: ${passed}`]),
    ...(passed && (result !== 'good' || !ourRevisionServes(world)) ? ['green, and ours does not serve'] : []),
    ...(deployed(played).length <= 1 ? [] : [`${deployed(played).length} deployments`]),
    ...(took <= (2 * minutes + 5) * 60_000 ? [] : [`${took / 60_000} minutes`]),
    ...(/\bundefined\b|\[object |\bNaN\b|TypeError/.test(messages) ? [`unfit for people: ${messages}`] : []),
    ...(summary.length <= 1024 * 1024 ? [] : [`a summary of ${summary.length} characters`]),
  ]
}

test('what is answered wrongly below is all that a deployment asks, however it ends', async () => {
  const called = new Set<string>()
  for (const result of Object.keys(fates)) {
    const { requests } = await playFuzzed({ seed: 1, result, faults: [] })
    for (const { operation } of requests) called.add(operation)
  }
  expect([...called].filter(operation => !operations.includes(operation))).toStrictEqual([])
})

const fault = fc.record({
  kind: fc.constant('malformed-response' as const),
  how: fc.constantFrom(...malformations),
  operations: fc.constantFrom(...operations).map(operation => [operation]),
  skip: fc.constantFrom(0, 0, 1, 5, 20),
  times: fc.constantFrom(1, 3, 1_000),
})

const fuzzed: fc.Arbitrary<Fuzzed> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  result: fc.constantFrom(...Object.keys(fates)),
  faults: fc.array(fault, { minLength: 1, maxLength: 3 }),
})

test('by chance', async () => {
  const { numRuns, seed } = chance('mangled answers', 60)
  const known = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fuzzed, async random => {
      const played = await playFuzzed(random)
      known.add(played.outputs.outcome ?? 'none')
      expect(against(random.result, played)).toStrictEqual([])
    }),
    { numRuns, seed },
  )
  expect([...known]).toEqual(expect.arrayContaining(['succeeded', 'refused', 'rolled-back']))
})

test.each(Object.entries(groups))('%s, always answered in every wrong way', async (_, together) => {
  const result = together.some(operation => evidence.includes(operation)) ? 'crashes at the start' : 'good'
  for (const how of malformations) {
    const faults = [{ kind: 'malformed-response', how, operations: together }] as const
    const played = await playFuzzed({ seed: 1, result, faults })
    expect([how, against(result, played)]).toStrictEqual([how, []])
  }
})
