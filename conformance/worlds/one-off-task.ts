import { pages } from '../pages.js'
import { crash, readTask, register } from '../steps.js'
import type { World } from '../world.js'

export const oneOffTask: World = {
  name: 'one-off-task',
  shows: 'a task of no service runs to its end, with an exit code',
  minutes: 2,
  taskMinutes: 1,
  steps: [
    register('v1', crash),
    {
      name: 'run',
      operation: 'RunTask',
      input: {
        cluster: '<cluster>',
        taskDefinition: '<v1>',
        launchType: 'FARGATE',
        networkConfiguration: '<network>',
        startedBy: 'conformance',
        tags: '<tags>',
      },
      save: { task: 'tasks[0].taskArn' },
    },
    {
      ...readTask('watch'),
      until: { path: 'tasks[].lastStatus', oneOf: ['STOPPED'] },
      liveSeconds: 6,
      simulatedSeconds: 25,
    },
  ],
  course: [
    {
      fact: 'RunTask answers with a task that is about to be placed.',
      source: 'aws ecs run-task help, example output',
      step: 'run',
      path: 'tasks[].lastStatus',
      ends: ['PROVISIONING'],
    },
    {
      fact: 'A request that is fulfilled has no failures.',
      source: pages.runTask,
      step: 'run',
      path: 'failures[]',
      isAbsent: true,
    },
    {
      fact: 'The task has who started it.',
      source: pages.task,
      step: 'watch',
      path: 'tasks[].startedBy',
      ends: ['conformance'],
    },
    {
      fact: 'The exit of the container is the reason of the stopped task.',
      source: pages.stoppedTasks,
      step: 'watch',
      path: 'tasks[].stopCode',
      ends: ['EssentialContainerExited'],
    },
    {
      fact: 'The reason says so in words.',
      source: pages.stoppedTasks,
      step: 'watch',
      path: 'tasks[].stoppedReason',
      ends: ['Essential container in task exited'],
    },
    {
      fact: 'The container has its exit code.',
      source: pages.container,
      step: 'watch',
      path: 'tasks[].containers[].exitCode',
      ends: [3],
    },
  ],
}
