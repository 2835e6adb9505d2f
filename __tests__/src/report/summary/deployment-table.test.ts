/** What our own revision is called in the table of deployments, and how its deployment ended. */
import { expect, test } from '@jest/globals'
import type { History } from '../../../../src/core/outcome/history.js'
import type { Outcome } from '../../../../src/core/outcome/outcome.js'
import type { Rollout } from '../../../../src/core/outcome/rollout.js'
import { endedStatus } from '../../../../src/report/outputs/deployment-record.js'
import { deploymentTable, type TableSubject } from '../../../../src/report/summary/deployment-table.js'
import { thisRun } from '../../../support/report-context.js'
import {
  anOutcome,
  aRollout,
  aServicePlan,
  image,
  ofThisRun,
  onlyRuns,
  serving,
  tasksOf,
} from '../../../support/rollout-builders.js'
import { aCompetingDeployment, revisionArn } from '../../../support/service-builders.js'

type Ending = Partial<TableSubject> & Pick<TableSubject, 'name'>

const nothingServes = aRollout({ serving: serving() })
const woken: Rollout = {
  ...nothingServes,
  plan: aServicePlan({ bump: { from: 0, to: 1, found: 0 } }),
  scaledToZero: true,
}
const running = { serving: onlyRuns('web:8', { running: 1 }) }

test.each<{ name: string; result: Ending; rollout?: Rollout; rows: string[] }>([
  {
    name: 'a success serves',
    result: { name: 'succeeded' },
    rollout: aRollout({ serving: serving(tasksOf('web:8', { healthy: 2 })) }),
    rows: ['web:8 **serves**, 2 of 2 healthy, completed after 3:24', 'web:7 replaced'],
  },
  {
    name: 'a success whose tasks are known to have been healthy earlier',
    result: { name: 'succeeded' },
    rollout: aRollout({ serving: serving(tasksOf('web:8', { healthy: 2 })), healthyBy: 104_000 }),
    rows: ['web:8 **serves**, 2 of 2 healthy by 1:44, completed after 3:24', 'web:7 replaced'],
  },
  {
    name: 'the same, whose health at the end is not known',
    result: { name: 'succeeded' },
    rollout: aRollout({ healthyBy: 104_000 }),
    rows: ['web:8 **serves**, 2 of 2 running, healthy by 1:44, completed after 3:24', 'web:7 replaced'],
  },
  {
    name: 'a failure that nothing rolls back and that serves',
    result: { name: 'failed' },
    rollout: aRollout({ serving: serving(tasksOf('web:8', { healthy: 2 })) }),
    rows: ['web:8 failed after 3:24, **serves**, 2 of 2 healthy', 'web:7 deployed before'],
  },
  {
    name: 'a success that sleeps again does not',
    result: { name: 'succeeded' },
    rollout: woken,
    rows: ['web:8 came up after 3:24', 'web:7 replaced'],
  },
  {
    name: 'nor does one without a task',
    result: { name: 'idle' },
    rollout: nothingServes,
    rows: ['web:8 completed after 3:24, without a task', 'web:7 replaced'],
  },
  {
    name: 'a failure with nothing else running: its tasks are not a service',
    result: { name: 'failed' },
    rollout: aRollout(running),
    rows: ['web:8 failed after 3:24, 0 of 2 healthy', 'web:7 deployed before'],
  },
  {
    name: 'the same that was not decided',
    result: { name: 'timed-out' },
    rollout: aRollout(running),
    rows: ['web:8 timed out after 3:24, 0 of 2 healthy', 'web:7 deployed before'],
  },
  {
    name: 'the same that another deployment replaced before it had a task',
    result: { name: 'superseded', competing: revisionArn('web:9') },
    rollout: aRollout(running),
    rows: ['web:8 superseded after 3:24, 0 of 2 healthy', 'web:9 took over', 'web:7 deployed before'],
  },
  {
    name: 'a failure after a revision without tasks',
    result: { name: 'failed' },
    rollout: aRollout({ ...running, previousGone: true }),
    rows: ['web:8 failed after 3:24, 0 of 2 healthy', 'web:7 deployed before, 0 running'],
  },
  {
    name: 'a success of which the revision before is gone, as it should be',
    result: { name: 'succeeded' },
    rollout: aRollout({ previousGone: true }),
    rows: ['web:8 **serves**, 2 of 2 running, completed after 3:24', 'web:7 replaced'],
  },
  {
    name: 'a rollback',
    result: { name: 'rolled-back' },
    rollout: aRollout({ serving: serving('web:7') }),
    rows: ['web:8 rolled back after 3:24', 'web:7 **serves**, 2 of 2 running'],
  },
])('$name', ({ result, rollout = aRollout(), rows }) => {
  const subject = { rollout, images: [], imageSource: ofThisRun, competing: undefined, ...result }
  const table = deploymentTable(subject, { run: thisRun, history: undefined })
  const lines = table.split('\n').slice(2)
  const cells = lines.map(line => line.slice(2, -2).split(' | '))
  const shown = cells.map(row => `${/web:\d/.exec(row[0] ?? '')} ${row[1]?.trim()}`)
  expect(shown).toStrictEqual(rows)
})

test('a revision that another run deployed has the image that it ran', () => {
  const rival = revisionArn('web:9')
  const history: History = {
    unavailable: [],
    serving: [],
    deployments: [
      {
        arn: 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/d3c0ffe',
        stage: 'ongoing',
        taskDefinition: rival,
        images: [{ container: 'app', image: image('d3c0ffe'), digest: undefined }],
        provenance: {},
        noRollbackTarget: undefined,
        createdAt: undefined,
        finishedAt: undefined,
      },
    ],
  }
  const lines = deploymentTable(
    { rollout: aRollout(), images: [], imageSource: ofThisRun, name: 'superseded', competing: rival },
    { run: thisRun, history },
  )
  expect(lines.split('\n')[3]).toMatch(/^\| .+web:9.+ \| took over \| app `web:d3c0ffe` \| /)
})

test.each<{ name: string; outcome: Outcome; says: string }>([
  {
    name: 'a success',
    outcome: anOutcome({ kind: 'succeeded', running: 2 }),
    says: 'succeeded, web:8 serves: ',
  },
  {
    name: 'a rollback',
    outcome: anOutcome({ kind: 'rolled-back', serving: revisionArn('web:7') }, { serving: serving('web:7') }),
    says: 'rolled-back, web:7 serves: ',
  },
  {
    name: 'a failure with the only running tasks',
    outcome: anOutcome({ kind: 'failed', running: 1, reason: 'x' }, { serving: onlyRuns('web:8') }),
    says: 'failed: ',
  },
  {
    name: 'one that was superseded',
    outcome: anOutcome(
      { kind: 'superseded', by: aCompetingDeployment(), stateWhenSuperseded: 'undecided' },
      { serving: onlyRuns('web:8') },
    ),
    says: 'superseded: ',
  },
])('the record at GitHub of $name', ({ outcome, says }) => {
  expect(endedStatus(outcome).description).toMatch(new RegExp(`^${says}ecs-svc/`))
})
