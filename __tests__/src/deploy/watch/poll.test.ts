/** One poll of several deployments: how many calls it costs, and whom an error concerns. */
import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { type PollRequest, pollTogether } from '../../../../src/deploy/watch/poll.js'
import type { Ecs } from '../../../../src/ports.js'
import { aTracked } from '../../../support/rollout-builders.js'
import { aService, aServiceDeployment } from '../../../support/service-builders.js'
import { aStubEcs } from '../../../support/stub-ecs.js'

const names = Array.from({ length: 21 }, (_, nth) => `web-${nth + 1}`)

function requestOf(
  service: string,
  { arn = `deployment of ${service}`, isOptional = false } = {},
): PollRequest {
  return {
    target: { cluster: 'prod', service },
    tracked: aTracked(),
    effect: {
      kind: 'poll',
      pace: { usual: 6_300, history: { throttled: 0, lasted: 0, repeats: 0 }, atMost: 0, deadline: 0 },
      serviceDeployment: arn === 'find' || arn === 'skip' ? arn : { arn, isOptional },
    },
    onRead: () => {},
  }
}

async function poll(requests: readonly PollRequest[], ecs: Partial<Ecs> = {}) {
  const calls: string[] = []
  const reads: Partial<Ecs> = {
    describeServices: async targets => targets.map(({ service }) => aService({ name: service })),
    describeServiceDeployments: async arns => arns.map(arn => aServiceDeployment({ arn })),
    ...ecs,
  }
  const counted: Partial<Ecs> = {
    describeServices: async targets => {
      calls.push(`${targets.length} services`)
      return await (reads.describeServices?.(targets) ?? [])
    },
    describeServiceDeployments: async arns => {
      calls.push(`${arns.length} service deployments`)
      return await (reads.describeServiceDeployments?.(arns) ?? [])
    },
    findServiceDeployment: async ({ service }) => {
      calls.push(`find that of ${service}`)
      return aServiceDeployment({ arn: `deployment of ${service}`, status: 'IN_PROGRESS' })
    },
  }
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
  const ports = { ecs: aStubEcs(counted), clock, canceled: new AbortController().signal }
  const events = await pollTogether(ports, requests)
  return { calls, events: events.flatMap(event => (event.kind === 'polled' ? event : [])) }
}

test('21 services cost three calls for the services and two for the service deployments', async () => {
  const { calls, events } = await poll(names.map(name => requestOf(name)))
  expect(calls).toStrictEqual([
    '20 service deployments',
    '1 service deployments',
    '10 services',
    '10 services',
    '1 services',
  ])
  const shown = events.map(({ service }) =>
    service.kind === 'answered' && service.value !== 'missing' ? service.value.name : '',
  )
  expect(shown).toStrictEqual(names)
  const arns = events.map(({ serviceDeployment: one }) => (one.kind === 'answered' ? one.value?.arn : ''))
  expect(arns).toStrictEqual(names.map(name => `deployment of ${name}`))
})

test('each poll reads what it wants of the service deployments', async () => {
  const requests = [requestOf('web', { arn: 'find' }), requestOf('api', { arn: 'skip' }), requestOf('worker')]
  const { calls, events } = await poll(requests)
  expect(calls).toStrictEqual(['find that of web', '1 service deployments', '3 services'])
  expect(events.map(({ serviceDeploymentArn: arn }) => arn)).toStrictEqual([
    'deployment of web',
    undefined,
    'deployment of worker',
  ])
})

test('a service deployment that need not be read is read only if the call is made anyway', async () => {
  const optional = requestOf('web', { isOptional: true })
  const alone = await poll([optional])
  expect(alone.calls).toStrictEqual(['1 services'])
  expect(alone.events).toMatchObject([{ serviceDeployment: { kind: 'not-read' }, reads: 0 }])
  const together = await poll([optional, requestOf('api')])
  expect(together.calls).toStrictEqual(['2 service deployments', '2 services'])
  expect(together.events).toMatchObject([
    { serviceDeployment: { kind: 'answered' }, reads: 1 },
    { serviceDeployment: { kind: 'answered' }, reads: 1 },
  ])
})

test('only what was not answered is read again', async () => {
  let lost = 1
  const { calls, events } = await poll(
    names.slice(0, 12).map(name => requestOf(name, { arn: 'skip' })),
    {
      async describeServices(targets) {
        if (targets.length === 2 && lost-- > 0) throw unavailable()
        return targets.map(({ service }) => aService({ name: service }))
      },
    },
  )
  expect(calls).toStrictEqual(['10 services', '2 services', '2 services'])
  expect(events.map(({ repeats }) => repeats)).toStrictEqual([...Array(10).fill(0), 1, 1])
})

test('an error of one call concerns only those that it was for', async () => {
  const { events } = await poll(
    names.slice(0, 12).map(name => requestOf(name, { arn: 'skip' })),
    {
      async describeServices(targets) {
        if (targets.length === 2) throw unavailable()
        return targets.map(({ service }) => (service === 'web-3' ? 'missing' : aService({ name: service })))
      },
    },
  )
  const kinds = events.map(({ service }) => (service.kind === 'failed' ? 'failed' : 'answered'))
  expect(kinds).toStrictEqual([...Array(10).fill('answered'), 'failed', 'failed'])
  expect(events[2]?.service).toStrictEqual({ kind: 'answered', value: 'missing' })
})

function unavailable(): ApiError {
  return new ApiError({
    kind: 'unavailable',
    operation: 'ecs:DescribeServices',
    code: 'InternalError',
    message: 'We were unable to process your request.',
  })
}
