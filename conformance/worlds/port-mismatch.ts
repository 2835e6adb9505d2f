import { pages } from '../pages.js'
import {
  awaitCompleted,
  awaitDecision,
  createService,
  listDeployments,
  listTasks,
  readService,
  readTask,
  register,
  updateService,
  webServer,
} from '../steps.js'
import type { World } from '../world.js'

const behind = (containerPort: number) => ({
  loadBalancers: [{ targetGroupArn: '<targetGroup>', containerName: 'app', containerPort }],
})

export const portMismatch: World = {
  name: 'port-mismatch',
  shows: 'the load balancer checks a port where nothing listens: the circuit breaker rolls back',
  minutes: 18,
  taskMinutes: 34,
  needsTargetGroup: true,
  steps: [
    register('v1', webServer('1')),
    createService({ taskDefinition: '<v1>', more: behind(80) }),
    awaitCompleted('completed'),
    register('v2', webServer('2', 8080)),
    updateService('update', { taskDefinition: '<v2>', ...behind(8080) }),
    listDeployments('list', 2),
    awaitDecision('decided', 240),
    readService('after'),
    listTasks('stopped', 'STOPPED'),
    readTask('task'),
  ],
  course: [
    {
      fact: 'The answer names the load balancer of the service.',
      source: pages.updateService,
      step: 'update',
      path: 'service.loadBalancers[].containerPort',
      ends: [8080],
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
      path: 'serviceDeployments[].rollback.reason',
      ends: ['Service deployment rolled back because the circuit breaker threshold was exceeded.'],
    },
    {
      fact: 'A task is registered as a target and found unhealthy before the deployment fails.',
      source: pages.eventMessages,
      step: 'after',
      path: 'services[].events[].message',
      inOrder: [
        /registered 1 targets in \(target-group arn:/,
        /\(port 8080\) is unhealthy in \(target-group arn:.*\) due to \(reason /,
        /deployment failed: tasks failed to start\.$/,
        /rolling back to deployment ecs-svc\/deployment-1\.$/,
      ],
    },
    {
      fact: 'The scheduler stopped the task, for the health checks of the load balancer.',
      source: pages.stoppedTasks,
      step: 'task',
      path: 'tasks[].stoppedReason',
      matches: /^Task failed ELB health checks in \(target-group arn:.*\)$/,
    },
  ],
}
