/** Corners of what a run says of itself; log.test.ts has every outcome once. */
import { expect, test } from '@jest/globals'
import type { Rollout } from '../../../../src/core/outcome/rollout.js'
import type { Message } from '../../../../src/report/messages/message.js'
import { describe } from '../../../../src/report/messages/messages.js'
import { failingRollout, undecidedRollout } from '../../../support/failing-rollouts.js'
import { anOutcome, aRollout, aSpan, aTracked, serving } from '../../../support/rollout-builders.js'
import { aCompetingDeployment, revisionArn } from '../../../support/service-builders.js'
import { taskArn } from '../../../support/task-builders.js'

type Ending = Parameters<typeof anOutcome>[0]

const serving7 = { serving: serving('web:7') }
const rolledBack: Ending = {
  kind: 'rolled-back',
  serving: revisionArn('web:7'),
  reason: 'rollback requested',
}
const failed = { kind: 'failed', running: 1, reason: 'the circuit breaker tripped' } as const
const keepsFailing = { ...failed, reason: '4 of its tasks have failed', completedAt: 90_000 } as const
const timedOut: Ending = { kind: 'timed-out', minutes: 5, rollback: { kind: 'left' } }
const elsewhere =
  'Add subnets in more Availability Zones to the service, or try another task size, architecture or capacity provider.'
const unplaced = { reason: 'Capacity is unavailable at this time', times: 1, since: 17_000 }
const off = { enable: false, rollback: false } as const
const unfound = aRollout({ serviceDeploymentArn: undefined })

test.each<{
  name: string
  result: Ending
  rollout: Partial<Rollout>
  says: Partial<Record<keyof Message, unknown>>
}>([
  {
    name: 'tasks that keep failing, with a revision to go back to',
    result: keepsFailing,
    rollout: {},
    says: {
      what: 'ECS completed the deployment of web:8, but its tasks keep failing, and nothing rolls it back; 1 task of web:8 still runs.',
      next: expect.stringMatching(
        /To go back to web:7, set rollback: web:7, or run: aws ecs update-service .* --task-definition web:7/,
      ),
    },
  },
  {
    name: 'tasks that keep failing, in the first deployment',
    result: keepsFailing,
    rollout: { tracked: aTracked({ completedBefore: false }) },
    says: {
      next: expect.stringMatching(/To stop its tasks: aws ecs update-service .* --desired-count 0/),
    },
  },
  {
    name: 'an alarm decides: that tasks failed, too, is not why',
    result: rolledBack,
    rollout: { ...failingRollout, ...serving7, alarms: ['web-5xx'] },
    says: { what: 'web:8 was rolled back; web:7 serves.' },
  },
  {
    name: 'a hook decides, and is called by its name',
    result: rolledBack,
    rollout: {
      ...serving7,
      ...failingRollout,
      failedHook: 'lifecycle hook arn:aws:lambda:eu-west-1:123456789012:function:smoke failed',
    },
    says: { what: 'web:8 was rolled back; web:7 serves.', why: 'lifecycle hook smoke failed.' },
  },
  {
    name: 'a task that could not be placed, said once',
    result: timedOut,
    rollout: { ...serving7, unplaced },
    says: { why: 'ECS could not place a task at 0:17: capacity is unavailable at this time.' },
  },
  {
    name: 'no room on the instances of the cluster, said often',
    result: timedOut,
    rollout: {
      ...serving7,
      unplaced: {
        reason: 'No container instance met all of its requirements',
        times: 10,
        since: 13_000,
      },
      tracked: aTracked({ completedBefore: false }),
    },
    says: {
      why: 'ECS could not place a task repeatedly since 0:13: no container instance met all of its requirements.',
      next: 'Add capacity, or request less CPU and memory.',
    },
  },
  {
    name: 'no command where ECS has nothing to go back to',
    result: timedOut,
    rollout: { unplaced, tracked: aTracked({ completedBefore: false }) },
    says: { next: elsewhere },
  },
  {
    name: 'no command if the rollback was already requested',
    result: { kind: 'timed-out', minutes: 5, rollback: { kind: 'rollback-requested' } },
    rollout: { ...serving7, unplaced },
    says: { next: elsewhere },
  },
  {
    name: 'tasks that failed say more than those that were not placed',
    result: timedOut,
    rollout: { ...undecidedRollout, ...serving7, unplaced },
    says: {
      next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
    },
  },
  {
    name: 'endless retries, with a rollback in progress',
    result: { kind: 'timed-out', minutes: 5, rollback: { kind: 'rollback-requested' } },
    rollout: { ...undecidedRollout, tracked: aTracked({ breaker: { ...aTracked().breaker, ...off } }) },
    says: {
      next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
    },
  },
  {
    name: 'endless retries without a rollback: what to fix, and how to stop meanwhile',
    result: timedOut,
    rollout: { ...undecidedRollout, tracked: aTracked({ breaker: { ...aTracked().breaker, ...off } }) },
    says: {
      next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says. With the circuit breaker off, ECS retries indefinitely; to stop it: aws ecs stop-service-deployment --service-deployment-arn arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5 --stop-type ROLLBACK --region eu-west-1',
    },
  },
  {
    name: 'nothing rolled it back: what to mend, and the way back',
    result: failed,
    rollout: { ...failingRollout, ...serving7 },
    says: {
      next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says. To go back to web:7, set rollback: web:7, or run: aws ecs update-service --cluster prod --service web --task-definition web:7 --region eu-west-1',
    },
  },
  {
    name: 'no way back to what never came up',
    result: failed,
    rollout: { ...failingRollout, tracked: aTracked({ completedBefore: false }) },
    says: {
      next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
    },
  },
  {
    name: 'no way back, and one still runs: how to stop it',
    result: failed,
    rollout: {
      ...failingRollout,
      tasks: [...(failingRollout.tasks ?? []), aSpan({ arn: taskArn('9c0de1f2'), createdAt: 121_000 })],
      tracked: aTracked({ completedBefore: false }),
    },
    says: {
      next: `Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says. To stop what still runs: aws ecs stop-task --cluster prod --task 9c0de1f2${'0'.repeat(24)} --region eu-west-1`,
    },
  },
  {
    name: 'no rollback command if another deployment already replaced it',
    result: { ...failed, replacedBy: aCompetingDeployment() },
    rollout: failingRollout,
    says: {
      next: 'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
    },
  },
  {
    name: 'a deleted service: the watch saw it, and CloudTrail knows who did it',
    result: { kind: 'unknown', reason: 'the service is DRAINING: somebody deleted it', lost: 'service' },
    rollout: {},
    says: {
      what: 'the service web was deleted while web:8 was being deployed.',
      why: 'the service is DRAINING: somebody deleted it.',
      next: 'To find out who deleted it, look for the event DeleteService in CloudTrail.',
    },
  },
  {
    name: 'expired credentials: the last state, and how to check',
    result: { kind: 'unknown', reason: 'the AWS credentials are no longer valid', lost: 'credentials' },
    rollout: { lastPoll: { at: 41_000, text: 'web:8 2 running of 2 · web:7 2 running' } },
    says: {
      why: 'the AWS credentials are no longer valid; last poll at 0:41: web:8 2 running of 2 · web:7 2 running.',
      next: 'Let the credentials last longer than a deployment (role-duration-seconds of configure-aws-credentials). Before you deploy again, check how it ended: aws ecs describe-service-deployments --service-deployment-arns arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5 --region eu-west-1',
    },
  },
  {
    name: 'someone requested the rollback: events do not say who',
    result: {
      ...rolledBack,
      reason: 'Service deployment rolled back because a rollback was requested.',
    },
    rollout: { timeline: [{ at: 48_000, text: '', event: { kind: 'rolling-back' } }] },
    says: {
      why: 'somebody, not this run, requested the rollback (seen at 0:48); no failed task was found.',
      next: 'To find out who requested it, look for the event StopServiceDeployment in CloudTrail.',
    },
  },
  {
    name: 'ECS gives no reason for a rollback',
    result: { kind: 'rolled-back', serving: revisionArn('web:7') },
    rollout: {},
    says: {
      why: 'ECS gives no reason; somebody may have requested it.',
      next: 'To find out whether somebody requested it, look for the event StopServiceDeployment in CloudTrail.',
    },
  },
  {
    name: 'our own rollback is not attributed to anyone else',
    result: {
      ...rolledBack,
      reason: 'Service deployment rolled back because a rollback was requested.',
    },
    rollout: { stoppedBecause: '3 of its tasks had failed' },
    says: { why: 'Service deployment rolled back because a rollback was requested.' },
  },
  {
    name: 'unreadable tasks: the permission to allow',
    result: {
      ...rolledBack,
      reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    },
    rollout: { tasksDenied: { named: [] } },
    says: {
      why: 'Service deployment rolled back because the circuit breaker threshold was exceeded; why tasks failed could not be read.',
      next: 'Allow ecs:ListTasks and ecs:DescribeTasks as in docs/permissions.md of this action, so that the next deployment can say why.',
    },
  },
  {
    name: 'the same with tasks in events: how someone else can read them',
    result: { ...rolledBack, reason: 'Service deployment rolled back because the circuit breaker tripped.' },
    rollout: { tasksDenied: { named: ['3e7a1395', '5e1c383c'] } },
    says: {
      next: 'Allow ecs:ListTasks and ecs:DescribeTasks as in docs/permissions.md of this action, so that the next deployment can say why. ECS keeps the reasons for an hour: aws ecs describe-tasks --cluster prod --tasks 3e7a1395 5e1c383c --region eu-west-1',
    },
  },
  {
    name: 'unreadable tasks, with an alarm that ECS names: the failure of the tasks does not matter',
    result: { ...rolledBack, reason: 'Service deployment rolled back because of an alarm.' },
    rollout: { tasksDenied: { named: [] } },
    says: {
      why: 'Service deployment rolled back because of an alarm.',
      next: 'Check the alarm and the metric that it watches.',
    },
  },
  {
    name: 'an alarm name that a shell would split: no command',
    result: rolledBack,
    rollout: { ...serving7, alarms: ['web 5xx; high'] },
    says: { next: 'Look in the logs of web:8 for what triggered the alarm web 5xx; high.' },
  },
  {
    name: 'an alarm that ECS does not name',
    result: rolledBack,
    rollout: { ...serving7, alarms: ['(not named)'] },
    says: { next: 'Check the alarm and the metric that it watches.' },
  },
  {
    name: 'an alarm that stopped it where nothing goes back: one command, the way back',
    result: failed,
    rollout: { alarms: ['web-5xx'] },
    says: {
      next: 'Look in the logs of web:8 for what triggered the alarm web-5xx. To go back to web:7, set rollback: web:7, or run: aws ecs update-service --cluster prod --service web --task-definition web:7 --region eu-west-1',
    },
  },
  {
    name: 'a failure without a diagnosis, from the words of ECS and the target group',
    result: rolledBack,
    rollout: { ...failingRollout, causes: [] },
    says: {
      why: '3 of 3 failed tasks of web:8 failed the load balancer health check (404 on port 5001); the app answers, but does not serve the path that is checked.',
    },
  },
])('$name', ({ result, rollout, says }) => {
  expect(describe(anOutcome(result, rollout))).toMatchObject(says)
})

test('endless retries without a known service deployment: no command', () => {
  const tracked = aTracked({ breaker: { ...aTracked().breaker, ...off } })
  const rollout = { ...unfound, ...undecidedRollout, tracked }
  expect(describe(anOutcome(timedOut, rollout)).next).toBe(
    'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says. With the circuit breaker off, ECS retries indefinitely.',
  )
})

test('lost reads without a known service deployment: check the service', () => {
  const result = { kind: 'unknown', reason: 'AWS did not respond for minutes' } as const
  expect(describe(anOutcome(result, unfound)).next).toBe(
    'Before you deploy again, check how it ended: aws ecs describe-services --cluster prod --services web --region eu-west-1',
  )
})
