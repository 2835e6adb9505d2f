import { expect, test } from '@jest/globals'
import { Stage } from '../support/stage.js'

const definition = { family: 'web', containerDefinitions: [{ name: 'app', image: 'nginx', memory: 64 }] }

test('every registration is a new revision, even with the same content, and numbers are never reused', () => {
  const stage = new Stage()
  const register = () => stage.call('RegisterTaskDefinition', definition).taskDefinition.revision

  expect([register(), register()]).toStrictEqual([1, 2])
  stage.call('DeregisterTaskDefinition', { taskDefinition: 'web:2' })
  expect(register()).toBe(3)
})

test('a family means its latest ACTIVE revision, and an INACTIVE one can still be described', () => {
  const stage = new Stage()
  for (let revision = 1; revision <= 3; revision += 1) stage.call('RegisterTaskDefinition', definition)
  stage.call('DeregisterTaskDefinition', { taskDefinition: 'web:3' })
  const describe = (taskDefinition: string) =>
    stage.call('DescribeTaskDefinition', { taskDefinition }).taskDefinition

  expect(describe('web')).toMatchObject({ revision: 2, status: 'ACTIVE' })
  expect(describe('web:3')).toMatchObject({ status: 'INACTIVE', deregisteredAt: stage.clock.now() / 1000 })
  expect(describe('arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1').revision).toBe(1)
  expect(
    stage.call('ListTaskDefinitions', { familyPrefix: 'web', sort: 'DESC' }).taskDefinitionArns,
  ).toStrictEqual([
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2',
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1',
  ])
})

test('tags are next to the task definition and come only on request', () => {
  const stage = new Stage()
  stage.call('RegisterTaskDefinition', { ...definition, tags: [{ key: 'commit', value: '9be21c4' }] })

  expect(stage.call('DescribeTaskDefinition', { taskDefinition: 'web' })).not.toHaveProperty('tags')
  expect(
    stage.call('DescribeTaskDefinition', { taskDefinition: 'web', include: ['TAGS'] }).tags,
  ).toStrictEqual([{ key: 'commit', value: '9be21c4' }])
})

test('an unknown one cannot be described', () => {
  expect(() => new Stage().call('DescribeTaskDefinition', { taskDefinition: 'nope' })).toThrow(
    expect.objectContaining({ name: 'ClientException', message: 'Unable to describe task definition.' }),
  )
})

test('lists come in pages that together hold everything once', () => {
  const stage = new Stage()
  for (let revision = 1; revision <= 7; revision += 1) stage.call('RegisterTaskDefinition', definition)
  const pages: string[][] = []
  let nextToken: string | undefined
  do {
    const answer = stage.call('ListTaskDefinitions', { maxResults: 3, ...(nextToken && { nextToken }) })
    pages.push(answer.taskDefinitionArns)
    nextToken = answer.nextToken
  } while (nextToken !== undefined)

  expect(pages.map(({ length }) => length)).toStrictEqual([3, 3, 1])
  expect(new Set(pages.flat()).size).toBe(7)
})

test('only an INACTIVE revision is deleted, and it can still be described', () => {
  const stage = new Stage()
  stage.call('RegisterTaskDefinition', definition)
  stage.call('RegisterTaskDefinition', definition)
  stage.call('DeregisterTaskDefinition', { taskDefinition: 'web:1' })
  const arn = (revision: number) => `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:${revision}`
  const { taskDefinitions, failures } = stage.call('DeleteTaskDefinitions', {
    taskDefinitions: ['web:1', arn(2), 'web:3'],
  })

  expect(taskDefinitions).toMatchObject([{ taskDefinitionArn: arn(1), status: 'DELETE_IN_PROGRESS' }])
  expect(failures).toMatchObject([
    {
      arn: arn(2),
      reason:
        'The specified task definition is still in ACTIVE status. Please deregister the target and try again.',
    },
    { arn: 'web:3' },
  ])
  const described = stage.call('DescribeTaskDefinition', { taskDefinition: 'web:1' })
  expect(described.taskDefinition.deleteRequestedAt).toBe(stage.world.now / 1000)
  expect(
    stage.call('ListTaskDefinitions', { status: 'DELETE_IN_PROGRESS' }).taskDefinitionArns,
  ).toStrictEqual([arn(1)])
})
