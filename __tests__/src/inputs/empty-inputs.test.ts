/** Inputs that came out empty: GitHub drops an output that holds a masked value, and a variable may not exist. */
import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => raw[name] ?? '')
const said = (raw: Raw) => read(raw).problems.map(({ subject, text }) => `${subject} ${text}`)
const first = (raw: Raw) =>
  read(raw).notices.flatMap(({ isFirst, level, text }) => (isFirst ? `${level}: ${text}` : []))

const app = { service: 'web', 'container-name': 'app' }
const noImage =
  'image is empty, but container-name is set, so that the image in the task definition would stay: set the image, or image: keep if it is to stay'

describe('refused', () => {
  test.each<{ name: string; raw: Raw; says: string }>([
    { name: 'image, with only a container', raw: { ...app, image: ' ' }, says: noImage },
    { name: 'image, with variables', raw: { ...app, 'environment-variables': 'A=1' }, says: noImage },
    { name: 'image, with secrets', raw: { ...app, secrets: 'A=arn:x' }, says: noImage },
    { name: 'image, with a command', raw: { ...app, command: 'serve' }, says: noImage },
    { name: 'image, with a file', raw: { ...app, 'task-definition': 'td.json' }, says: noImage },
    {
      name: 'image, where images has one of two containers',
      raw: { service: 'web', 'container-name': 'app,worker', images: 'app=web:1', command: 'serve' },
      says: 'image is empty, but container-name is set, so that the image of worker in the task definition would stay: set the image, or image: keep if it is to stay',
    },
    {
      name: 'the image of a line',
      raw: { service: 'web', images: 'app=' },
      says: 'images line 1 has no image for app: set it, or remove the line if the image is to stay',
    },
    {
      name: 'container-name, with an image',
      raw: { service: 'web', image: 'web:1' },
      says: 'container-name is empty, but image is set: name the container that gets it',
    },
    {
      name: 'container-name, with variables',
      raw: { service: 'web', 'environment-variables': 'A=1' },
      says: 'container-name is empty, but environment-variables is set: name the container that gets it',
    },
    {
      name: 'service, with a cluster',
      raw: { cluster: 'prod', 'task-definition': 'td.json' },
      says: 'service is empty, but cluster is set, so that nothing would be deployed: set the service, or remove cluster to register only',
    },
    {
      name: 'service, with a cluster, in a dry run',
      raw: { cluster: 'prod', 'task-definition': 'td.json', 'dry-run': 'true' },
      says: 'service is empty, but cluster is set, so that nothing would be deployed: set the service, or remove cluster to register only',
    },
    {
      name: 'service and task-definition',
      raw: { cluster: 'prod' },
      says: 'service is empty and so is task-definition: set a service to deploy to, a task definition to register, or both',
    },
    {
      name: 'the value of a secret',
      raw: { ...app, image: 'keep', secrets: 'DB=' },
      says: 'secrets "DB" has no value: set it to the ARN of a secret or the name of a parameter',
    },
    {
      name: 'the family of a revision',
      raw: { service: 'web', 'task-definition-revision': '7' },
      says: 'task-definition-revision is set without task-definition-family: set the family, too',
    },
  ])('$name', ({ raw, says }) => {
    expect(said(raw)).toStrictEqual([says])
  })
})

describe('accepted without a word', () => {
  test.each<{ name: string; raw: Raw }>([
    { name: 'image: keep, with variables', raw: { ...app, image: 'keep', 'environment-variables': 'A=1' } },
    { name: 'image: keep, with nothing else for the container', raw: { ...app, image: ' keep ' } },
    { name: 'an empty variable', raw: { ...app, image: 'web:1', 'environment-variables': 'A=' } },
    { name: 'image, where images has the container', raw: { ...app, images: 'app=web:1', command: 'serve' } },
    { name: 'service, without a cluster: only register', raw: { 'task-definition': 'td.json' } },
    {
      name: 'service, with the default of cluster',
      raw: { cluster: 'default', 'task-definition': 'td.json' },
    },
    { name: 'everything but a restart', raw: { service: 'web', 'force-new-deployment': 'true' } },
    { name: 'everything but a file', raw: { service: 'web', 'task-definition': 'td.json', image: '' } },
    {
      name: 'alarms: those of the service stay',
      raw: { ...app, image: 'web:1', alarms: '', 'desired-count': '' },
    },
  ])('$name', ({ raw }) => {
    expect([said(raw), first(raw)]).toStrictEqual([[], []])
  })

  test('image: keep changes no image', () => {
    expect(read({ ...app, image: 'keep', command: 'serve' }).inputs.images).toStrictEqual([])
  })
})

describe('said first', () => {
  test.each<{ name: string; raw: Raw; says: RegExp }>([
    {
      name: 'a revision to go back to',
      raw: { service: 'web', 'task-definition-arn': '' },
      says: /^warning: The inputs set no image, no task definition and no setting: the task definition that serves now is deployed again\. .*task-definition-arn .* came out empty/,
    },
    {
      name: 'the same with the defaults of action.yml',
      raw: { service: 'web', cluster: 'prod', 'circuit-breaker': 'rollback', 'in-flight': 'supersede' },
      says: /^warning: The inputs set no image/,
    },
    {
      name: 'the same with inputs that only say how to deploy',
      raw: { service: 'web', 'in-flight': 'wait', 'bump-desired-count': '4' },
      says: /^warning: The inputs set no image, .* is deployed again\./,
    },
    {
      name: 'the same where an unchanged service is skipped',
      raw: { service: 'web', 'task-definition-arn': '', 'skip-unchanged': 'true' },
      says: /^warning: The inputs set no image, .* there is nothing new to deploy\./,
    },
    {
      name: 'a revision to go back to, with settings that the job always has',
      raw: { service: 'web', 'task-definition-arn': '', alarms: 'web-5xx', 'circuit-breaker-threshold': '2' },
      says: /^notice: The inputs set no image and no task definition: the task definition that serves now is deployed again, with these settings\. If image, task-definition-arn or rollback should have a value, it came out empty\.$/,
    },
    {
      name: 'a revision of a family',
      raw: { service: 'web', 'task-definition-family': 'web' },
      says: /^notice: task-definition-revision is empty: the latest ACTIVE revision of web is used/,
    },
  ])('$name', ({ raw, says }) => {
    expect(said(raw)).toStrictEqual([])
    expect(first(raw)).toStrictEqual([expect.stringMatching(says)])
  })

  test.each<{ name: string; raw: Raw }>([
    { name: 'a revision without its family', raw: { service: 'web', 'task-definition-revision': '5' } },
    { name: 'a variable without a container', raw: { service: 'web', 'environment-variables': 'A=1' } },
    { name: 'a family with its revision', raw: { service: 'web', 'task-definition-family': 'web:5' } },
    {
      name: 'a mistyped number',
      raw: { ...app, image: 'web:1', 'dry-run': 'true', 'pr-comment': 'true', 'pr-number': '#12' },
    },
    { name: 'an unknown input', raw: { service: 'web', 'environment-url': 'example.com' } },
  ])('a refused run does not say what it would do instead: $name', ({ raw }) => {
    expect(said(raw)).toHaveLength(1)
    expect(read(raw).notices).toStrictEqual([])
  })
})
