/** Tasks, task definitions and first deployments have the members, types and forms of text that AWS was seen to answer. */
import { expect, test } from '@jest/globals'
import { portMismatch } from '../../../simulator/scenarios/port-mismatch.js'
import {
  cluster,
  databaseUrl,
  imageOf,
  releases,
  taskDefinition as web,
} from '../../../simulator/scenarios/web-service.js'
import {
  firstDeployment,
  firstDeploymentTimes,
  firstInList,
  firstRevision,
} from '../captures/first-deployment.js'
import { taskDefinition } from '../captures/task-definition.js'
import {
  interfaceDetails,
  newTask,
  runningTask,
  runningTaskTexts,
  unhealthyTask,
  unhealthyTaskTexts,
} from '../captures/tasks.js'
import { shapeOf } from '../support/shape-of.js'
import { deploy, type ResponseJson, Stage } from '../support/stage.js'

const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } }

test('a task that runs', () => {
  const [task] = Stage.of(portMismatch).tasks('RUNNING')

  expect(shapeOf(task)).toStrictEqual(runningTask)
  expect(task).toMatchObject(matching(runningTaskTexts))
  expect(task.attachments[0].details).toStrictEqual(
    interfaceDetails.map(([name, form]) => ({ name, value: expect.stringMatching(form) })),
  )
})

test('a task that the load balancer found unhealthy', () => {
  const stage = Stage.of(portMismatch)
  const { id } = deploy(stage, portMismatch)
  const failed = () => stage.tasks('STOPPED').find(task => task.startedBy === id && task.stoppedAt)
  stage.passUntil(() => failed() !== undefined)

  expect(shapeOf(failed())).toMatchObject(unhealthyTask)
  expect(failed()).toMatchObject(matching(unhealthyTaskTexts))
})

test('a task that was only just created', () => {
  const stage = Stage.of(portMismatch)
  const { tasks } = stage.call('RunTask', {
    ...{ cluster, taskDefinition: 'web', launchType: 'FARGATE', networkConfiguration },
  })

  expect(shapeOf(tasks[0])).toMatchObject(newTask)
  expect(tasks[0].attachments[0]).toMatchObject({
    status: 'PRECREATED',
    details: [{ name: 'subnetId', value: 'subnet-0a1b2c3d4e5f60718' }],
  })
})

test('the overrides of a container are listed under its name', () => {
  const stage = Stage.of(portMismatch)
  const containerOverrides = [{ name: 'app', command: ['migrate'] }]
  const { tasks } = stage.call('RunTask', {
    ...{ cluster, taskDefinition: 'web', launchType: 'FARGATE', networkConfiguration },
    overrides: { containerOverrides, cpu: '1024' },
  })

  expect(tasks[0].overrides).toStrictEqual({
    containerOverrides,
    inferenceAcceleratorOverrides: [],
    cpu: '1024',
  })
})

test('a task definition', () => {
  const stage = Stage.of(portMismatch)
  const definition = web(imageOf(releases[6].tag)) as ResponseJson
  const healthCheck = { command: ['CMD-SHELL', 'curl -f http://localhost:5001/health'], startPeriod: 10 }
  const [app] = definition.containerDefinitions
  stage.call('RegisterTaskDefinition', {
    ...definition,
    containerDefinitions: [
      { ...app, healthCheck, secrets: [{ name: 'DATABASE_URL', valueFrom: databaseUrl }] },
    ],
  })

  expect(
    shapeOf(stage.call('DescribeTaskDefinition', { taskDefinition: 'web' }).taskDefinition),
  ).toStrictEqual(taskDefinition)
})

test('the first deployment of a service', () => {
  const stage = Stage.of(portMismatch)
  stage.call('CreateService', {
    ...{ cluster, serviceName: 'other', taskDefinition: 'web', launchType: 'FARGATE', desiredCount: 1 },
    networkConfiguration,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  })
  stage.pass(300)
  const { serviceDeployments } = stage.call('ListServiceDeployments', {
    service: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/other',
  })
  expect(serviceDeployments.map((listed: object) => Object.keys(listed).toSorted())).toStrictEqual([
    firstInList,
  ])
  const found = stage.serviceDeployment(serviceDeployments[0].serviceDeploymentArn)

  expect(found).toMatchObject(firstDeployment)
  expect(
    Object.keys(found)
      .filter(member => member.endsWith('At'))
      .toSorted(),
  ).toStrictEqual(firstDeploymentTimes)
  const { serviceRevisions } = stage.call('DescribeServiceRevisions', {
    serviceRevisionArns: [found.targetServiceRevision.arn],
  })
  expect(shapeOf(serviceRevisions[0])).toMatchObject(firstRevision)
  expect(found).not.toHaveProperty('rollback')
  expect(found).not.toHaveProperty('statusReason')
})

// biome-ignore lint/suspicious/noExplicitAny: asymmetric matchers stand where texts do
function matching(forms: unknown): any {
  if (forms instanceof RegExp) return expect.stringMatching(forms)
  if (Array.isArray(forms)) return forms.map(matching)
  return Object.fromEntries(
    Object.entries(forms as object).map(([member, inner]) => [member, matching(inner)]),
  )
}
