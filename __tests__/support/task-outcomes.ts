/** Runs with a one-off task before the services are updated. */
import { endedByTask, type Outcome, planned } from '../../src/core/outcome/outcome.js'
import type { TaskPlan } from '../../src/core/plan/task-plan.js'
import type { NewTaskRevision } from '../../src/core/plan/task-revision.js'
import { aFailureGroup, aPlan, aRevision, aServicePlan, complete, image } from './rollout-builders.js'
import { revisionArn } from './service-builders.js'
import { taskArn } from './task-builders.js'

const web = { cluster: 'prod', service: 'web' }

const volume = {
  name: 'scratch',
  managedEBSVolume: {
    roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
    sizeInGiB: 20,
    volumeType: 'gp3',
  },
}

const definition = {
  family: 'web-migration',
  containerDefinitions: [{ name: 'app', image: image('9be21c4'), command: ['bin/migrate'] }],
}

const revision: NewTaskRevision = {
  kind: 'new',
  file: aRevision({ definition, family: 'web-migration', origin: 'migration.json', images: [] }),
  latest: revisionArn('web-migration:3'),
  unread: undefined,
  changes: [{ sign: '~', path: 'app.image', from: image('1f3c9e0'), to: image('9be21c4') }],
}

export const aMigration = {
  cluster: 'prod',
  definition,
  revision,
  request: {
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d'] } },
    volumeConfigurations: [volume],
  },
  overrides: [],
  volume,
  wait: { minutes: 15 },
  onCancel: 'leave',
} satisfies TaskPlan

const plan = aPlan({ task: aMigration, services: [aServicePlan()] })

export const taskOutcomes: Readonly<Record<string, Outcome>> = {
  'planned-task': complete(planned([web], plan)),
  'refused-task': complete({
    ...endedByTask(
      {
        kind: 'failed',
        arn: taskArn('3e7a1395'),
        definition: 'web-migration:4',
        span: undefined,
        exitCode: 3,
        container: 'app',
        endedFirst: undefined,
        stopCode: 'EssentialContainerExited',
        reason: 'Essential container in task exited',
        causes: [
          {
            group: aFailureGroup({
              failureClass: 'container-exit',
              reason: 'Essential container in task exited',
              stopCode: 'EssentialContainerExited',
              container: 'app',
              exitCode: 3,
              tasks: [taskArn('3e7a1395')],
            }),
            description: 'ended because app exited with code 3',
            detail: 'its log ends with "relation orders does not exist"',
            next: 'Fix the error shown in the log of app.',
            position: undefined,
          },
        ],
        logs: [],
      },
      { targets: [web], plan, revision: { arn: revisionArn('web:8'), revision: '8' } },
    ),
    registeredForTask: { arn: revisionArn('web-migration:4'), revision: '4' },
  }),
}
