import { pages } from '../pages.js'
import { createService, listTasks, missingImage, readService, readTask, register } from '../steps.js'
import type { World } from '../world.js'

export const missingImageWorld: World = {
  name: 'missing-image',
  shows: 'the image does not exist (watched until the first task has failed)',
  minutes: 5,
  taskMinutes: 4,
  steps: [
    register('v1', missingImage),
    createService({ taskDefinition: '<v1>' }),
    {
      ...readService('watch'),
      until: { path: 'services[0].deployments[0].failedTasks', atLeast: 1 },
      simulatedSeconds: 90,
    },
    listTasks('stopped', 'STOPPED'),
    readTask('task'),
  ],
  course: [
    {
      fact: 'The deployment counts the task and goes on.',
      source: pages.deployment,
      step: 'watch',
      path: 'services[].deployments[].rolloutState',
      ends: ['IN_PROGRESS'],
    },
    {
      fact: 'The task failed to start.',
      source: pages.stoppedTasks,
      step: 'task',
      path: 'tasks[].stopCode',
      ends: ['TaskFailedToStart'],
    },
    {
      fact: 'The reason is that the image cannot be pulled.',
      source: pages.cannotPull,
      step: 'task',
      path: 'tasks[].stoppedReason',
      matches: /^CannotPullContainerError: /,
    },
    {
      fact: 'The container never ran: it has no exit code.',
      source: pages.container,
      step: 'task',
      path: 'tasks[].containers[].exitCode',
      isAbsent: true,
    },
  ],
}
