/** Reasons as ECS words them: docs.aws.amazon.com, service-event-messages-list, stopped-task-error-codes. */
import { expect, test } from '@jest/globals'
import { definition, type EvidenceOverrides, explained } from '../../../../support/failure-evidence.js'
import { aTargetGroup } from '../../../../support/port-builders.js'

const unanswered = 'Task failed ELB health checks in (target-group web-prod), port 5001: Health checks failed'
const slow =
  'If it only starts slowly (a task was stopped after 68 s), raise healthCheckGracePeriodSeconds of the service (now 0).'

test.each<{
  name: string
  reason: string
  more?: EvidenceOverrides
  detail: string | undefined
  next: string | undefined
}>([
  {
    name: 'an app on another port, even if another server responds on the checked port',
    reason:
      'Task failed ELB health checks in (target-group web), port 5001: Health checks failed with these codes: [404]',
    more: {
      lines: ['Serving metrics on http://0.0.0.0:5001/metrics', 'Running on http://0.0.0.0:5201'],
    },
    detail: 'the container listens on 5201 (its log says "Running on http://0.0.0.0:5201")',
    next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
  },
  {
    name: 'a port of the instance, which does not show where the app should listen',
    reason: 'Task failed ELB health checks in (target-group web), port 32768: Health checks failed',
    more: { definition: { ...definition, networkMode: 'bridge' }, lines: ['Listening on port 5201'] },
    detail: undefined,
    next: undefined,
  },
  {
    name: 'a warning of a check before the deployment',
    reason: 'Task failed ELB health checks in (target-group web), port 5001: Request timed out',
    more: {
      checks: [{ id: 'port-exposed', result: 'warning', text: 'web:9be21c4 exposes 5201', next: 'Do.' }],
    },
    detail: 'the check port-exposed warned: web:9be21c4 exposes 5201',
    next: 'Do.',
  },
  {
    name: 'an app that only its own container can reach',
    reason: 'Task failed ELB health checks in (target-group web), port 5001: Request timed out',
    more: { lines: ['Listening at 127.0.0.1:5001'] },
    detail:
      'the app accepts connections from its own container only (its log says "Listening at 127.0.0.1:5001")',
    next: 'Make the app listen on 0.0.0.0.',
  },
  {
    name: 'a path that does not exist',
    reason:
      'Task failed ELB health checks in (target-group web), port 5001: Health checks failed with these codes: [404]',
    more: { lines: ['Running on http://0.0.0.0:5001'] },
    detail: 'the app answers, but does not serve the path that is checked',
    next: 'Serve the health check path on the port that is checked, or correct the path of the target group.',
  },
  {
    name: 'a timeout, as a security group causes it',
    reason: 'Task failed ELB health checks in (target-group web), port 5001: Request timed out',
    detail: undefined,
    next: 'Check that the security group of the task allows the load balancer on this port, and that the app answers in time.',
  },
  {
    name: "a container's own check, where only one container has one",
    reason: 'Task failed container health checks',
    more: {
      definition: {
        containerDefinitions: [
          { name: 'proxy' },
          { name: 'app', healthCheck: { retries: 5, startPeriod: 20 } },
        ],
      },
    },
    detail: 'the health check of app failed 5 times, 30 s apart, after a startPeriod of 20 s',
    next: 'Run the health check command of app in the image (does the image contain the program?), and compare startPeriod with how long the start takes.',
  },
  {
    name: 'a program that listens on no port',
    reason: 'Task failed ELB health checks in (target-group web), port 5001: Health checks failed',
    more: { lines: ['worker: waiting for jobs', ''] },
    detail:
      'nothing seems to listen on 5001: the load balancer gets no response, and the last lines of its log contain no port and end with "worker: waiting for jobs"',
    next: 'Start a server on 5001: check the command of the container.',
  },
  {
    name: 'a start that is slow by its startPeriod',
    reason: unanswered,
    more: {
      checks: [{ id: 'grace-period', result: 'warning', text: 'sixty words', next: 'Set it to 240.' }],
      definition: {
        ...definition,
        containerDefinitions: [{ name: 'app', healthCheck: { startPeriod: 180 } }],
      },
      shortestRun: 68,
      gracePeriod: 0,
    },
    detail:
      'a task was stopped after 68 s, the start may take 180 s (startPeriod), the grace period of the service is 0 s',
    next: 'Set it to 240.',
  },
  {
    name: 'a program that listens on no port yet, stopped as soon as the grace period allows',
    reason: unanswered,
    more: { lines: ['Loading the model'], shortestRun: 68, gracePeriod: 0, targetGroups: [aTargetGroup()] },
    detail:
      'nothing seems to listen on 5001: the load balancer gets no response, and the last lines of its log contain no port and end with "Loading the model"',
    next: `Start a server on 5001: check the command of the container. ${slow}`,
  },
  {
    name: 'no response and no log, stopped as soon as the grace period allows',
    reason: unanswered,
    more: { shortestRun: 68, gracePeriod: 0, targetGroups: [aTargetGroup()] },
    detail: undefined,
    next: `Make the app answer the health check on the port and path that are checked, or correct the health check. ${slow}`,
  },
  {
    name: 'a task that had enough time',
    reason: unanswered,
    more: {
      lines: ['Loading the model'],
      shortestRun: 400,
      gracePeriod: 300,
      targetGroups: [aTargetGroup()],
    },
    detail:
      'nothing seems to listen on 5001: the load balancer gets no response, and the last lines of its log contain no port and end with "Loading the model"',
    next: 'Start a server on 5001: check the command of the container.',
  },
  {
    name: 'a program that responds, with a log that names no port',
    reason:
      'Task failed ELB health checks in (target-group web), port 5001: Health checks failed with these codes: [418]',
    more: { lines: ['worker: waiting for jobs'] },
    detail: undefined,
    next: undefined,
  },
  {
    name: "a container's own check",
    reason: 'Task failed container health checks',
    detail: 'the task definition has no health check for app',
    next: 'Find out what adds app to the tasks of this service, and read its log.',
  },
])('$name', ({ reason, more, detail, next }) => {
  expect(explained('health-check', reason, more)).toStrictEqual({ detail, next })
})
