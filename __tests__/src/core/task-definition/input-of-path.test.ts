import { expect, test } from '@jest/globals'
import { inputOfPath } from '../../../../src/core/task-definition/input-of-path.js'
import { applied, type RenderOptions } from '../../../../src/core/task-definition/render.js'
import type { Path } from '../../../../src/core/text/json.js'

const own = [{ name: 'FROM_FILE', value: '1' }]
const base = {
  family: 'web',
  taskRoleArn: 'arn:aws:iam::123456789012:role/file',
  containerDefinitions: [
    { name: 'app', image: 'web:1', environment: own, dockerLabels: { team: 'a' } },
    { name: 'proxy', image: 'envoy:1', environment: own },
  ],
}
const wish: RenderOptions = {
  images: [
    { container: 'app', image: 'web:2', input: 'container-name' },
    { container: 'proxy', image: 'envoy:2', input: 'images' },
  ],
  tags: [],
  overrides: {
    taskRoleArn: undefined,
    executionRoleArn: 'arn:aws:iam::123456789012:role/input',
    container: {
      containers: ['app'],
      environment: [{ key: 'TOKEN', value: 'x' }],
      secrets: [{ key: 'PASSWORD', value: 'arn:aws:ssm:eu-west-1:123456789012:parameter/p' }],
      dockerLabels: [{ key: 'tier', value: 'b' }],
      logOptions: [{ key: 'awslogs-group', value: '/ecs/web' }],
      environmentFiles: ['arn:aws:s3:::b/a.env'],
      logDriver: 'awslogs',
      command: ['serve'],
    },
  },
}
const inApp = (...steps: Path): Path => ['containerDefinitions', 0, ...steps]
const inProxy = (...steps: Path): Path => ['containerDefinitions', 1, ...steps]

test.each<{ name: string; path: Path; input: string | undefined }>([
  { name: 'an image', path: inApp('image'), input: 'image' },
  { name: 'one of several images', path: inProxy('image'), input: 'images' },
  { name: 'a variable of the file', path: inApp('environment', 0), input: undefined },
  { name: 'a variable that was added', path: inApp('environment', 1), input: 'environment-variables' },
  { name: 'its value', path: inApp('environment', 1, 'value'), input: 'environment-variables' },
  { name: 'the list of both', path: inApp('environment'), input: undefined },
  { name: 'a secret', path: inApp('secrets', 0, 'valueFrom'), input: 'secrets' },
  { name: 'a label of the file', path: inApp('dockerLabels', 'team'), input: undefined },
  { name: 'a label that was added', path: inApp('dockerLabels', 'tier'), input: 'docker-labels' },
  { name: 'a file of variables', path: inApp('environmentFiles', 0), input: 'env-files' },
  { name: 'the command', path: inApp('command'), input: 'command' },
  { name: 'the log driver', path: inApp('logConfiguration'), input: 'log-configuration-log-driver' },
  {
    name: 'a log option',
    path: inApp('logConfiguration', 'options', 'awslogs-group'),
    input: 'log-configuration-options',
  },
  {
    name: 'a secret of the log driver',
    path: inApp('logConfiguration', 'secretOptions', 0),
    input: undefined,
  },
  { name: 'another container', path: inProxy('environment', 0), input: undefined },
  { name: 'a role of the file', path: ['taskRoleArn'], input: undefined },
  { name: 'a role that was given', path: ['executionRoleArn'], input: 'execution-role-arn' },
  { name: 'what no input can change', path: ['cpu'], input: undefined },
])('$name', ({ path, input }) => {
  expect(inputOfPath(applied(base, wish), path, wish)).toBe(input)
})
