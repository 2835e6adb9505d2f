/** Answers that are not of the shape that the API describes are faults. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { withStubServer } from '../../../support/stub-server.js'

const target = { cluster: 'prod', service: 'web' }
const deployment = {
  id: 'ecs-svc/6216346761948112104',
  status: 'PRIMARY',
  taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
  desiredCount: 0,
  pendingCount: 0,
  runningCount: 0,
}
const service = {
  serviceName: 'web',
  serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web',
  clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
  status: 'ACTIVE',
  desiredCount: 0,
  runningCount: 0,
  pendingCount: 0,
  loadBalancers: [],
  deploymentConfiguration: {},
  deployments: [deployment],
}

const wrong = [
  { name: 'a structure for a list', body: { services: { 0: service } }, place: 'services' },
  { name: 'a list as the response', body: [], place: undefined },
  { name: 'a text for a structure', body: { services: ['web'] }, place: 'services' },
  { name: 'nothing in a list', body: { services: [service, null] }, place: 'services' },
  {
    name: 'a text for a number',
    body: { services: [{ ...service, desiredCount: '2' }] },
    place: 'desiredCount',
  },
  { name: 'a number for a text', body: { services: [{ ...service, status: 5 }] }, place: 'status' },
  {
    name: 'a text for a boolean, deep inside',
    body: {
      services: [
        {
          ...service,
          deploymentConfiguration: { alarms: { enable: 'true', rollback: true, alarmNames: [] } },
        },
      ],
    },
    place: 'enable',
  },
  {
    name: 'a structure for the text of an event',
    body: { services: [{ ...service, events: [{ id: '1', message: { text: 'x' } }] }] },
    place: 'message',
  },
]

test.each(wrong)('$name is no answer', async ({ body, place }) => {
  await withStubServer([{ body }], async ({ ecs }) => {
    const fault = await ecs.describeService(target, 'once').catch(error => error)
    expect(fault).toMatchObject({ name: 'ApiError', kind: 'unavailable' })
    if (place)
      expect(fault).toMatchObject({ code: 'MalformedAnswer', message: expect.stringMatching(`in ${place}$`) })
  })
})

const harmless = [
  { name: 'optional members that are null', body: { services: [{ ...service, events: null }] } },
  {
    name: 'members that this release does not know',
    body: { services: [{ ...service, novelty: [1, 'x'] }] },
  },
  {
    name: 'names that every object knows',
    body: JSON.stringify({ services: [service] }).replace(
      '{"s',
      '{"__proto__":{"status":"X"},"toString":"x","s',
    ),
  },
  {
    name: 'states that this release does not know',
    body: { services: [{ ...service, status: 'DREAMING' }] },
  },
]

test.each(harmless)('$name: an answer all the same', async ({ body }) => {
  await withStubServer([{ body }], async ({ ecs }) => {
    expect(await ecs.describeService(target, 'once')).toMatchObject({ desiredCount: 0, events: [] })
  })
})

const incomplete = [
  {
    name: 'a service without its desired count',
    body: { services: [{ ...service, desiredCount: undefined }] },
    place: 'services[0].desiredCount',
  },
  {
    name: 'a service with an empty status',
    body: { services: [{ ...service, status: '' }] },
    place: 'services[0].status',
  },
  {
    name: 'a service with null deployments',
    body: { services: [{ ...service, deployments: null }] },
    place: 'services[0].deployments',
  },
  {
    name: 'a deployment without its id',
    body: { services: [{ ...service, deployments: [deployment, { ...deployment, id: undefined }] }] },
    place: 'services[0].deployments[1].id',
  },
]

test.each(incomplete)('$name is no answer', async ({ body, place }) => {
  await withStubServer([{ body }], async ({ ecs }) => {
    const fault = await ecs.describeService(target, 'once').catch(error => error)
    const message = `AWS answered without ${place}`
    expect(fault).toMatchObject({ kind: 'unavailable', code: 'IncompleteAnswer', message })
  })
})

test('a change with a malformed response may have taken effect', async () => {
  await withStubServer([{ body: { taskDefinition: 'web:8' } }], async ({ ecs }) => {
    const sent = ecs.registerTaskDefinition({ family: 'web' })
    await expect(sent).rejects.toMatchObject({ kind: 'unavailable', code: 'MalformedAnswer' })
  })
})

test('one function creates every client: it sends once, with limits, and validates responses', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'))
  const makers = files.flatMap(file =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/^.*new (?:\w+\.)?\w+Client\(.*$/gm)].map(([line]) =>
      line.trim(),
    ),
  )
  expect(makers.length).toBeGreaterThanOrEqual(6)
  const loose = makers.filter(
    line => !/^create: \(\w+, settings\) => new .*\((?:settings|\{ \.\.\.settings, )/.test(line),
  )
  expect(loose).toStrictEqual([])
})
