import { pages } from '../pages.js'
import {
  awaitCompleted,
  crash,
  createService,
  listDeployments,
  listTasks,
  readDeployments,
  readService,
  readTask,
  register,
  updateService,
  webServer,
} from '../steps.js'
import type { World } from '../world.js'

export const crashAtStart: World = {
  name: 'crash-at-start',
  shows: 'the process of the new revision ends at once: the circuit breaker rolls back',
  minutes: 10,
  taskMinutes: 14,
  steps: [
    register('v1', webServer('1')),
    createService({ taskDefinition: '<v1>' }),
    awaitCompleted('completed'),
    register('v2', crash),
    updateService('update', { taskDefinition: '<v2>' }),
    {
      ...readService('failing'),
      // Three events of the first deployment, and two tasks of the second.
      until: { path: 'services[0].events', atLeast: 5 },
      simulatedSeconds: 50,
    },
    { ...awaitCompleted('watch'), liveSeconds: 5, simulatedSeconds: 12 },
    listDeployments('list', 2),
    readDeployments('decided', ['<newest>']),
    listTasks('stopped', 'STOPPED'),
    readTask('task'),
  ],
  course: [
    {
      fact: 'The circuit breaker returns to the last deployment that completed, under its former id.',
      source: pages.circuitBreaker,
      step: 'watch',
      path: 'services[].deployments[].rolloutStateReason',
      mayBeMissed: true,
      matches: /^ECS deployment circuit breaker: rolling back to deploymentId ecs-svc\/deployment-1\.?$/,
    },
    {
      fact: 'The failed deployment ends as FAILED, since tasks failed to start.',
      source:
        'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html',
      step: 'watch',
      path: 'services[].deployments[].rolloutStateReason',
      mayBeMissed: true,
      matches: /^ECS deployment circuit breaker: tasks? failed to start\.?$/,
    },
    {
      fact: 'The events tell of the failure, the rollback and its end in this order.',
      source: pages.eventMessages,
      step: 'watch',
      path: 'services[].events[].message',
      inOrder: [
        /deployment failed: tasks failed to start\.$/,
        /rolling back to deployment ecs-svc\/deployment-1\.$/,
        /\(deployment ecs-svc\/deployment-1\) deployment completed\.$/,
      ],
    },
    {
      fact: 'The service deployment ends as ROLLBACK_SUCCESSFUL.',
      source: pages.serviceDeployment,
      step: 'decided',
      path: 'serviceDeployments[].status',
      ends: ['ROLLBACK_SUCCESSFUL'],
    },
    {
      fact: 'Its reason is the threshold of the circuit breaker.',
      source: "the tests of Terraform's AWS provider, internal/service/ecs/service_test.go",
      step: 'decided',
      path: 'serviceDeployments[].statusReason',
      ends: ['Service deployment rolled back because the circuit breaker threshold was exceeded.'],
    },
    {
      fact: 'The circuit breaker says that it acted.',
      source: pages.deploymentCircuitBreaker,
      step: 'decided',
      path: 'serviceDeployments[].deploymentCircuitBreaker.status',
      ends: ['TRIGGERED'],
    },
    {
      fact: 'One task gives the lowest threshold, 3.',
      source: pages.circuitBreaker,
      step: 'decided',
      path: 'serviceDeployments[].deploymentCircuitBreaker.threshold',
      ends: [3],
    },
    {
      fact: 'No service revision is created for a rollback.',
      source: pages.serviceRevision,
      step: 'decided',
      path: 'serviceDeployments[].rollback.serviceRevisionArn',
      matches: /\/deployment-1$/,
    },
    {
      fact: 'The exit of the container is the reason of the stopped task.',
      source: pages.stoppedTasks,
      step: 'task',
      path: 'tasks[].stopCode',
      ends: ['EssentialContainerExited'],
    },
    {
      fact: 'The container has its exit code.',
      source: pages.container,
      step: 'task',
      path: 'tasks[].containers[].exitCode',
      ends: [3],
    },
  ],
}
