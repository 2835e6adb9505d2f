/** Answers that are not of the shape that the API describes, and answers that stop half-way: faults, and never a hang. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { scenarios } from '../../../../simulator/scenarios/scenarios.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { clientConfig } from '../../../../src/adapters/aws/client.js'
import { connectEcs } from '../../../../src/adapters/aws/ecs.js'
import { withStubServer } from '../../../support/stub-server.js'

const target = { cluster: 'prod', service: 'web' }
const service = { serviceName: 'web', serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/web' }

const wrong = [
  { name: 'a structure for a list', body: { services: { 0: service } }, place: 'services' },
  { name: 'a list for the answer', body: [], place: undefined },
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
  { name: 'members that are not there', body: { services: [{}] } },
  { name: 'members that are null', body: { services: [{ ...service, events: null, desiredCount: null }] } },
  {
    name: 'members that this release does not know',
    body: { services: [{ ...service, novelty: [1, 'x'] }] },
  },
  {
    name: 'names that every object knows',
    body: '{"services":[{"__proto__":{"status":"ACTIVE"},"toString":"x"}]}',
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

test('a change that was answered with nonsense may have taken effect', async () => {
  await withStubServer([{ body: { taskDefinition: 'web:8' } }], async ({ ecs }) => {
    const sent = ecs.registerTaskDefinition({ family: 'web' })
    await expect(sent).rejects.toMatchObject({ kind: 'unavailable', code: 'MalformedAnswer' })
  })
})

test('an answer that stops half-way is given up when it has been silent as long as an answer may take', async () => {
  const { healthy } = scenarios
  if (!healthy) throw new Error('there is no scenario healthy')
  const faults = [{ kind: 'stalled-response' }] as const
  const { server } = await openScenario({ ...healthy, faults }, { clock: new VirtualClock() })
  const ecs = connectEcs(
    { now: () => 0, sleep: async () => {}, random: () => 0 },
    {
      endpoint: server.url,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'simulated' },
      ...clientConfig({ connect: 300, answer: 300 }),
    },
  )
  try {
    await expect(ecs.describeService(target, 'once')).rejects.toMatchObject({ kind: 'unavailable' })
  } finally {
    ecs.close()
    await server.close()
  }
})

test('every client is made by the one recipe: it sends once, with limits, and its answers are validated', () => {
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
