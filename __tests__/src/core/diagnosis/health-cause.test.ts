/** Reasons as ECS words them: docs.aws.amazon.com, service-event-messages-list, stopped-task-error-codes. */
import { expect, test } from '@jest/globals'
import type { FailureEvidence } from '../../../../src/core/diagnosis/explanation.js'
import type { FailureClass, FailureGroup } from '../../../../src/core/diagnosis/failure-group.js'
import { definition, explained } from '../../../support/findings.js'
import { aTargetGroup } from '../../../support/port-builders.js'

const unanswered = 'Task failed ELB health checks in (target-group web-prod), port 5001: Health checks failed'
const slow =
  'If it only starts slowly (a task was stopped after 68 s), raise healthCheckGracePeriodSeconds of the service, 0 now.'

test.each<{
  name: string
  failureClass: FailureClass
  reason: string
  more?: Partial<FailureEvidence & FailureGroup>
  insight: string | undefined
  next: string
}>([
  {
    name: 'an app on another port, though it answers the one that is asked',
    failureClass: 'health-check',
    reason:
      'Task failed ELB health checks in (target-group web), port 5001: Health checks failed with these codes: [404]',
    more: {
      lines: ['Serving metrics on http://0.0.0.0:5001/metrics', 'Running on http://0.0.0.0:5201'],
    },
    insight: 'the container listens on 5201 (its log says "Running on http://0.0.0.0:5201")',
    next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
  },
  {
    name: 'a port of the instance, which says nothing of where the app listens',
    failureClass: 'health-check',
    reason: 'Task failed ELB health checks in (target-group web), port 32768: Health checks failed',
    more: { definition: { ...definition, networkMode: 'bridge' }, lines: ['Listening on port 5201'] },
    insight: undefined,
    next: 'the usual',
  },
  {
    name: 'what a check had warned of',
    failureClass: 'health-check',
    reason: 'Task failed ELB health checks in (target-group web), port 5001: Request timed out',
    more: {
      checks: [{ id: 'port-exposed', result: 'warning', text: 'web:9be21c4 exposes 5201', next: 'Do.' }],
    },
    insight: 'port-exposed had warned: web:9be21c4 exposes 5201',
    next: 'Do.',
  },
  {
    name: 'an app that only its own container can reach',
    failureClass: 'health-check',
    reason: 'Task failed ELB health checks in (target-group web), port 5001: Request timed out',
    more: { lines: ['Listening at 127.0.0.1:5001'] },
    insight:
      'only the container itself can reach where it listens (its log says "Listening at 127.0.0.1:5001")',
    next: 'Make the app listen on 0.0.0.0.',
  },
  {
    name: 'a path that is not there',
    failureClass: 'health-check',
    reason:
      'Task failed ELB health checks in (target-group web), port 5001: Health checks failed with these codes: [404]',
    more: { lines: ['Running on http://0.0.0.0:5001'] },
    insight: 'the app answers, but does not know the path that is checked',
    next: 'Serve the health check path on the port that is checked, or correct the path of the target group.',
  },
  {
    name: 'a security group in the way',
    failureClass: 'health-check',
    reason: 'Task failed ELB health checks in (target-group web), port 5001: Request timed out',
    insight: undefined,
    next: 'Check that the security group of the task lets the load balancer in on this port, and that the app answers in time.',
  },
  {
    name: "a container's own check, where the definition tells whose",
    failureClass: 'health-check',
    reason: 'Task failed container health checks',
    more: {
      definition: {
        containerDefinitions: [
          { name: 'proxy' },
          { name: 'app', healthCheck: { retries: 5, startPeriod: 20 } },
        ],
      },
    },
    insight: 'the health check of app failed 5 times, 30 s apart, after a startPeriod of 20 s',
    next: 'Run the health check command of app in the image (is the program in it?), and compare startPeriod with what the start takes.',
  },
  {
    name: 'a program that listens nowhere',
    failureClass: 'health-check',
    reason: 'Task failed ELB health checks in (target-group web), port 5001: Health checks failed',
    more: { lines: ['worker: waiting for jobs', ''] },
    insight:
      'nothing seems to listen on 5001: the load balancer gets no answer, and the last lines of its log name no port and end with "worker: waiting for jobs"',
    next: 'Start what listens on 5001: look at the command of the container.',
  },
  {
    name: 'a start that the definition calls slow',
    failureClass: 'health-check',
    reason: unanswered,
    more: {
      checks: [{ id: 'grace-period', result: 'warning', text: 'sixty words', next: 'Set it to 240.' }],
      definition: {
        ...definition,
        containerDefinitions: [{ name: 'app', healthCheck: { startPeriod: 180 } }],
      },
      lasted: 68,
      gracePeriod: 0,
    },
    insight:
      'a task was stopped after 68 s, the start may take 180 s (startPeriod), the grace period of the service is 0 s',
    next: 'Set it to 240.',
  },
  {
    name: 'a program that listens nowhere yet, stopped as soon as it could be',
    failureClass: 'health-check',
    reason: unanswered,
    more: { lines: ['Loading the model'], lasted: 68, gracePeriod: 0, targetGroups: [aTargetGroup()] },
    insight:
      'nothing seems to listen on 5001: the load balancer gets no answer, and the last lines of its log name no port and end with "Loading the model"',
    next: `Start what listens on 5001: look at the command of the container. ${slow}`,
  },
  {
    name: 'no answer and no log, stopped as soon as it could be',
    failureClass: 'health-check',
    reason: unanswered,
    more: { lasted: 68, gracePeriod: 0, targetGroups: [aTargetGroup()] },
    insight: undefined,
    next: `Make the app answer the health check on the port and path that are checked, or correct them. ${slow}`,
  },
  {
    name: 'a task that had time enough',
    failureClass: 'health-check',
    reason: unanswered,
    more: { lines: ['Loading the model'], lasted: 400, gracePeriod: 300, targetGroups: [aTargetGroup()] },
    insight:
      'nothing seems to listen on 5001: the load balancer gets no answer, and the last lines of its log name no port and end with "Loading the model"',
    next: 'Start what listens on 5001: look at the command of the container.',
  },
  {
    name: 'a program that answers, and whose log is silent about it',
    failureClass: 'health-check',
    reason:
      'Task failed ELB health checks in (target-group web), port 5001: Health checks failed with these codes: [418]',
    more: { lines: ['worker: waiting for jobs'] },
    insight: undefined,
    next: 'the usual',
  },
  {
    name: "a container's own check",
    failureClass: 'health-check',
    reason: 'Task failed container health checks',
    insight: undefined,
    next: 'Run the health check command of the task definition in the image (is the program in it?), and compare startPeriod with what the start takes.',
  },
])('$name', ({ failureClass, reason, more, insight, next }) => {
  expect(explained(failureClass, reason, more)).toStrictEqual({ insight, next })
})
