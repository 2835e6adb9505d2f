import { describe, expect, test } from '@jest/globals'
import { verdictText } from '../../../../src/report/log/verdict-lines.js'
import { outcomes } from '../../../support/outcomes.js'

const next = {
  check:
    '  next        Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
}
const why =
  '  why         3 of 3 failed tasks of web:8 failed the load balancer health check (404 on GET :5001/health); the container listens on 5201 (its log says "Running on http://0.0.0.0:5201").'
const back =
  'To go back to web:7, set rollback: web:7, or run:\n              aws ecs update-service --cluster prod --service web --task-definition web:7 --region eu-west-1'
const look =
  'Before you deploy again, check how it ended:\n              aws ecs describe-service-deployments --service-deployment-arns arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5 --region eu-west-1'
const stop =
  '\n              aws ecs stop-service-deployment --service-deployment-arn arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5 --stop-type ROLLBACK --region eu-west-1'
const theirs =
  '  next        Find out what deployed web:9; put all jobs that deploy this service into one concurrency group.'
const unaffected = '  impact      users were not affected so far: 2 tasks of web:7 ran all the time.'
const stranger = 'another deployment, ecs-svc/1281894607538416024 of web:9, took over'

/** Every case of the outcomes has its lines here. */
const serves = (revision: string) => `  serves      ${revision}, 2 of 2 running`
const logs: Readonly<Record<string, readonly string[]>> = {
  succeeded: ['✓ succeeded: web:8 serves, 2 of 2 running, after 3:24.'],
  'succeeded-express': ['✓ succeeded: web:8 serves, 2 of 2 running, after 3:24.'],
  'succeeded-first': ['✓ succeeded: web:8 serves, 1 of 1 running, after 3:24.'],
  'succeeded-with-failures': [
    '⚠ succeeded: web:8 serves, 2 of 2 running, after 3:24, although some of its tasks failed in the meantime.',
    '  why         task 3e7a1395 of web:8 failed the load balancer health check (404 on port 5001); the app answers, but does not serve the path that is checked.',
    '  next        Serve the health check path on the port that is checked, or correct the path of the target group.',
  ],
  idle: [
    '⚠ idle: the deployment of web:8 completed, but the desired count is 0: nothing was verified.',
    '  next        Set bump-desired-count to 1 to verify a service that is scaled to zero.',
  ],
  'started-stage': [
    '⚠ started: the deployment of web:8 has reached the stage bake time, goes on in ECS and is not watched any longer: how it ends is not known.',
    '  serves      web:8, 2 of 2 healthy',
    '  next        To see how it ends:',
    '              aws ecs describe-service-deployments --service-deployment-arns arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5 --region eu-west-1',
  ],
  paused: [
    '⚠ paused: web:8 is paused: pause hook ecs-pause-dGhpcyBpcyBhbiBpZCBvZiBhIHBhdXNlIGhvb2stLTE waits for somebody to continue it until 1970-01-02 00:00 UTC; otherwise ECS rolls back.',
    '  serves      web:7, 2 of 2 running',
    '  next        Continue it with continue-deployment: continue (or rollback) in another step, or with the command (--action ROLLBACK to roll back):',
    '              aws ecs continue-service-deployment --service-deployment-arn arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5 --hook-id ecs-pause-dGhpcyBpcyBhbiBpZCBvZiBhIHBhdXNlIGhvb2stLTE --region eu-west-1',
  ],
  started: [
    '⚠ started: the deployment of web:8 was started but not watched: nothing was verified.',
    '  next        Remove wait-for-service-stability: false so that this step reports how it ends.',
  ],
  'no-change': ['✓ no-change: web:7 serves and nothing differs from it; nothing was changed.'],
  planned: [
    '✓ planned: a new revision of web would be registered and deployed to the service web; nothing was changed.',
  ],
  'planned-registration': ['✓ planned: a new revision of web would be registered; nothing was changed.'],
  'planned-nothing': ['✓ planned: there was nothing to plan; nothing was changed.'],
  registered: ['✓ registered: web:8 is registered; no service was set, so nothing was deployed.'],
  'refused-inputs': [
    '✗ refused: 3 problems, nothing was changed.',
    '  circuit-breaker   "maybe" is not one of rollback, stop, keep',
    '  wait-for-minutes  "abc" is not a whole number from 1 to 360',
    '  task-definition   td.json:3:5 unknown key containerDefinitons; did you mean containerDefinitions?',
  ],
  'refused-image': [
    '✗ refused: 1 problem, nothing was changed.',
    '  image-moves  container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow',
    '  next        Use a tag for app that is pushed only once (such as the commit), or a digest.',
  ],
  'refused-plan': [
    '✗ refused: 1 problem, nothing was changed.',
    '  image-moves  task-definition.json:7:16 container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow',
    '  next        Use a tag for app that is pushed only once (such as the commit), or a digest.',
  ],
  'refused-several': [
    '✗ refused: 3 problems, nothing was changed.',
    '  cluster       "prd" was not found: check the name, the account and the region',
    '  image-moves   task-definition.json:7:16 container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow',
    '                → Use a tag for app that is pushed only once (such as the commit), or a digest.',
    '  fargate-size  Fargate has no size of cpu 256 and memory 4096',
    '                → Set memory to 512, 1024 or 2048.',
  ],
  'refused-permission': [
    '✗ refused: 1 problem, nothing was changed.',
    '  permissions  the role may not call iam:PassRole on arn:aws:iam::123456789012:role/exec: allow it',
  ],
  'refused-after-registration': [
    '✗ refused: 1 problem, web:8 is registered, but the service was not changed.',
    '  ecs:UpdateService  ECS refuses: TaskDefinition is inactive',
  ],
  'rolled-back': [
    '✗ rolled-back: web:8 did not become healthy; web:7 serves.',
    '  impact      users were not affected: 2 tasks of web:7 ran all the time.',
    why,
    next.check,
  ],
  'rolled-back-early': [
    '🔻 rolled-back: web:8 was stopped early and rolled back; web:7 serves.',
    '  impact      capacity was reduced from 1:10 to 1:55: 1 task ran instead of 2.',
    '  why         3 of 3 failed tasks of web:8 ended because app exited with code 127 (no such program).',
    '  next        Correct command or entryPoint of app: the image must contain the program, as an executable file.',
  ],
  'rolled-back-unseen': [
    '🚨 rolled-back: nothing healthy served from 1:40 to 2:20; web:8 was rolled back; web:7 serves.',
    '  impact      no target of the load balancer was healthy: it sent requests to unhealthy tasks, and users may have got errors.',
    '  why         Service deployment rolled back because the circuit breaker threshold was exceeded.',
    '  next        Read the events of the service.',
  ],
  'rolled-back-hook': [
    '✗ rolled-back: web:8 was rolled back; web:7 serves.',
    '  impact      users were not affected: 2 tasks of web:7 ran all the time.',
    '  why         Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
    '  next        Nobody continued the pause hook in time: deploy again, and when the hook waits, run the command that the log shows.',
  ],
  'rolled-back-alarm': [
    '❓ rolled-back: web:8 was rolled back; web:7 serves.',
    '  impact      whether users were affected is not known: an alarm was triggered.',
    '  why         The alarms web-5xx, web-any, web-queue were triggered: web-5xx: HTTPCode_Target_5XX_Count was 12, above 5; web-any: web-5xx transitioned to ALARM at Sunday 22 November, 2026 02:41:35 UTC.',
    '  next        Look in the logs of web:8 for what moved HTTPCode_Target_5XX_Count. The history of web-5xx:',
    '              aws cloudwatch describe-alarm-history --alarm-name web-5xx --region eu-west-1',
  ],
  'rolled-back-by-request': [
    '✗ rolled-back: web:8 was rolled back; web:7 serves.',
    '  impact      users were not affected: 2 tasks of web:7 ran all the time.',
    '  why         ECS gives no reason; somebody may have requested it.',
    '  next        To find out whether somebody requested it, look for the event StopServiceDeployment in CloudTrail.',
  ],
  'failed-first': [
    '🚨 failed: nothing healthy serves; web:8 failed and there was nothing to roll back to; 1 task of web:8 still runs.',
    '  impact      no target of the load balancer is healthy: it sends requests to unhealthy tasks, and users may get errors now.',
    why.replace('3 of 3', '3 of 4'),
    next.check,
  ],
  'failed-next-to-serving': [
    '✗ failed: web:8 failed and nothing rolled it back; web:7 still serves.',
    '  impact      users were not affected: 2 tasks of web:7 ran all the time.',
    why,
    `${next.check} ${back}`,
  ],
  'failed-alarm': [
    '❓ failed: web:8 failed and nothing rolled it back; 2 tasks of web:8 still run.',
    '  impact      whether users were affected is not known: an alarm was triggered.',
    '  why         a CloudWatch alarm stopped it.',
    `  next        Check the alarm and the metric that it watches. ${back}`,
  ],
  'superseded-undecided': [
    `✗ superseded: ${stranger} before web:8 was decided.`,
    unaffected,
    serves('web:7'),
    theirs,
  ],
  'superseded-completed': [
    `❓ superseded: ${stranger} right after web:8 had completed.`,
    '  impact      whether users were affected is not known: the health of some running tasks was not read.',
    serves('web:9'),
    theirs,
  ],
  'superseded-rolling-back': [
    `✗ superseded: ${stranger} while web:8 was being rolled back.`,
    unaffected,
    why,
    serves('web:7'),
    theirs,
  ],
  'timed-out': [
    '✗ timed-out: web:8 was not decided within 30 minutes; the deployment was left as it is and may continue.',
    unaffected,
    serves('web:7'),
    '  next        Raise wait-for-minutes, if the deployment only needs longer.',
  ],
  'timed-out-failing': [
    '✗ timed-out: web:8 was not decided within 3 minutes; the deployment was left as it is and may continue.',
    unaffected,
    why.replace('3 of 3', '2 of 2'),
    serves('web:7'),
    next.check,
  ],
  'timed-out-unplaced': [
    '✗ timed-out: web:8 was not decided within 5 minutes; the deployment was left as it is and may continue.',
    unaffected,
    '  why         ECS could not place a task repeatedly since 0:17: capacity is unavailable at this time. Please try again later or in a different availability zone.',
    serves('web:7'),
    `  next        Add subnets in more Availability Zones to the service, or try another task size, architecture or capacity provider. The deployment continues unwatched once there is capacity; to stop it:${stop}`,
  ],
  'timed-out-endless-retries': [
    '✗ timed-out: web:8 was not decided within 3 minutes; the deployment was left as it is and may continue.',
    unaffected,
    why.replace('3 of 3', '2 of 2'),
    serves('web:7'),
    `${next.check} With the circuit breaker off, ECS retries indefinitely; to stop it:${stop}`,
  ],
  'timed-out-rollback-stuck': [
    '🚨 timed-out: nothing healthy serves since 0:53; web:8 was not decided within 12 minutes; the rollback to web:7 does not finish: 0 of 1 healthy.',
    '  impact      no task is running: users get errors now.',
    why,
    '  rollback    2 of 2 failed tasks of web:7 could not pull web:1f3c9e0; the repository web has no tag 1f3c9e0.',
    '  serves      nothing: no task is running',
    `  next        For web:7: Push the image again. For web:8: ${next.check.replace(/^ +next +/, '')}`,
  ],
  cancelled: [
    '✗ cancelled: the workflow was cancelled while web:8 was being deployed; the deployment was left as it is and may continue.',
    unaffected,
    serves('web:7'),
    `  next        ${look}`,
  ],
  'cancelled-rolled-back': [
    '✗ cancelled: the workflow was cancelled while web:8 was being deployed; a rollback to web:7 was requested.',
    unaffected,
    serves('web:7'),
    `  next        ${look}`,
  ],
  'cancelled-before': ['✗ cancelled: the workflow was cancelled before anything was changed.'],
  unknown: [
    '❓ unknown: web:8 was started, but its result could not be read.',
    '  why         the AWS credentials are no longer valid; last poll at 0:41: web:8 2 running of 2 · web:7 2 running.',
    `  next        Let the credentials last longer than a deployment (role-duration-seconds of configure-aws-credentials). ${look}`,
  ],
  'unknown-deleted': [
    '❓ unknown: the service web was deleted while web:8 was being deployed.',
    '  why         the service is DRAINING: somebody deleted it.',
    '  next        To find out who deleted it, look for the event DeleteService in CloudTrail.',
  ],
  'unknown-lost': [
    '✗ unknown: it is not known whether web:8 is being deployed.',
    '  why         UpdateService was sent, but its answer was lost (TimeoutError: socket hang up).',
    '  next        Before you run this again, check whether ECS started it:',
    '              aws ecs describe-services --cluster prod --services web --region eu-west-1',
  ],
}

describe('the last lines', () => {
  test.each(Object.entries(outcomes).map(([name, outcome]) => ({ name, outcome })))(
    '$name',
    ({ name, outcome }) => {
      const { annotation, lines } = verdictText(outcome)
      const all = annotation === undefined ? lines : [annotation, ...lines]
      expect(all.join('\n')).toBe(logs[name]?.join('\n'))
    },
  )
})
