import { expect, test } from '@jest/globals'
import { logLocation } from '../../../../src/core/diagnosis/log-location.js'
import type { JsonObject } from '../../../../src/core/text/json.js'

const task = 'arn:aws:ecs:eu-west-1:123456789012:task/prod/3e7a1395a20249fd8c3d4d1d3b1c5a67'
const awslogs = (options: JsonObject): JsonObject => ({ logDriver: 'awslogs', options })

test.each<{ name: string; configuration?: JsonObject; location: object }>([
  {
    name: 'awslogs, in its own region',
    configuration: awslogs({
      'awslogs-group': '/ecs/web',
      'awslogs-region': 'us-east-1',
      'awslogs-stream-prefix': 'ecs',
    }),
    location: {
      kind: 'cloudwatch',
      stream: { region: 'us-east-1', group: '/ecs/web', stream: 'ecs/app/3e7a1395a20249fd8c3d4d1d3b1c5a67' },
    },
  },
  {
    name: 'awslogs without a region',
    configuration: awslogs({ 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'ecs' }),
    location: {
      kind: 'cloudwatch',
      stream: { region: 'eu-west-1', group: '/ecs/web', stream: 'ecs/app/3e7a1395a20249fd8c3d4d1d3b1c5a67' },
    },
  },
  {
    name: 'awslogs without a prefix',
    configuration: awslogs({ 'awslogs-group': '/ecs/web' }),
    location: {
      kind: 'elsewhere',
      why: 'look in the log group /ecs/web: without awslogs-stream-prefix the name of the stream is not known',
    },
  },
  {
    name: 'awslogs without a group',
    configuration: awslogs({}),
    location: { kind: 'elsewhere', why: 'container app has no awslogs-group' },
  },
  {
    name: 'FireLens',
    configuration: { logDriver: 'awsfirelens', options: { Name: 'datadog' } },
    location: {
      kind: 'elsewhere',
      why: 'container app uses the log driver awsfirelens: look where the option Name sends it, and in the log of the log router',
    },
  },
  {
    name: 'Splunk, without its address, which may be secret',
    configuration: { logDriver: 'splunk', options: { 'splunk-url': 'https://splunk.example:8088' } },
    location: { kind: 'elsewhere', why: 'container app uses the log driver splunk: look at the splunk-url' },
  },
  {
    name: 'a driver of the container instance',
    configuration: { logDriver: 'json-file' },
    location: {
      kind: 'elsewhere',
      why: 'container app uses the log driver json-file: look on the container instance (docker logs)',
    },
  },
  {
    name: 'an unknown driver',
    configuration: { logDriver: 'pigeon' },
    location: {
      kind: 'elsewhere',
      why: 'container app uses the log driver pigeon: look where it sends the log',
    },
  },
  { name: 'nothing', location: { kind: 'elsewhere', why: 'container app has no logConfiguration' } },
])('$name', ({ configuration, location }) => {
  const container = { name: 'app', ...(configuration ? { logConfiguration: configuration } : {}) }
  expect(logLocation({ containerDefinitions: [container] }, { container: 'app', task })).toStrictEqual(
    location,
  )
})
