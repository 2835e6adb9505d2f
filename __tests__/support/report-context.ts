/** What a report is told beside the outcome: the run, and the deployments that the service has gone through. */

import { buildHistory, type HistoryData, historyContext } from '../../src/core/outcome/history.js'
import type { Outcome } from '../../src/core/outcome/outcome.js'
import type { JsonObject } from '../../src/core/text/json.js'
import type { ReportContext } from '../../src/report/summary/deployment-table.js'
import { image } from './rollout-builders.js'
import { aServiceDeployment, before, ours, revisionArn, serviceRevisionArn } from './service-builders.js'

export const thisRun = {
  commit: '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819',
  repository: 'octo/web',
  actor: 'octocat',
  run: 'https://github.com/octo/web/actions/runs/1',
}

const third = 'ecs-svc/4433221100998877665'
const day = 86_400_000
const arn = (id: string) => `arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/${id}`
const digest = (digit: string) => `sha256:${digit.repeat(64)}`

function tags(values: Readonly<Record<string, string>>): JsonObject[] {
  return Object.entries(values).map(([key, value]) => ({ key: `ecs-safe-deploy:${key}`, value }))
}

/** The deployment of this run, the one before it, and one that was rolled back and that nobody tagged. */
export const historyData: HistoryData = {
  listed: [
    aServiceDeployment({
      arn: arn('NCWGC2ZR-taawPAYrIaU5'),
      breaker: undefined,
      status: 'ROLLBACK_SUCCESSFUL',
      targetRevisionArn: serviceRevisionArn(ours),
      createdAt: 20_000 * day,
      finishedAt: 20_000 * day + 242_000,
    }),
    aServiceDeployment({
      arn: arn('EUcAPbHJ9wFsQ4Jp4pIp1'),
      breaker: undefined,
      status: 'SUCCESSFUL',
      targetRevisionArn: serviceRevisionArn(before),
      createdAt: 19_998 * day,
      finishedAt: 19_998 * day + 110_000,
    }),
    aServiceDeployment({
      arn: arn('k3bZf7Yw8m2QsTn6JxD41'),
      breaker: undefined,
      status: 'ROLLBACK_SUCCESSFUL',
      targetRevisionArn: serviceRevisionArn(third),
      createdAt: 19_997 * day,
      finishedAt: 19_997 * day + 605_000,
    }),
  ],
  revisions: [
    {
      arn: serviceRevisionArn(before),
      taskDefinition: revisionArn('web:7'),
      images: [{ container: 'app', image: image('1f3c9e0'), digest: digest('a') }],
    },
    {
      arn: serviceRevisionArn(third),
      taskDefinition: revisionArn('web:6'),
      images: [{ container: 'app', image: image('a90c7d5'), digest: digest('b') }],
    },
  ],
  definitions: new Map<string, JsonObject>([
    [
      revisionArn('web:8'),
      {
        containerDefinitions: [{ name: 'app', image: image('9be21c4') }],
        tags: tags(thisRun),
      },
    ],
    [
      revisionArn('web:7'),
      {
        containerDefinitions: [],
        tags: tags({
          commit: '1f3c9e0b2a4d6c8e0f1a3b5c7d9e1f2a4b6c8d0e',
          repository: 'octo/web',
          run: 'https://github.com/octo/web/actions/runs/41',
        }),
      },
    ],
  ]),
  unavailable: [],
}

/** What run() tells of this outcome. */
export function reportContextOf(outcome: Outcome, read: HistoryData = historyData): ReportContext {
  const context = historyContext(outcome)
  if (!context) return { run: thisRun, region: 'eu-west-1', history: undefined }
  const [own, ...rest] = read.listed
  const status = own && context.own && ownStatus(outcome)
  const listed = status ? [{ ...own, status }, ...rest] : rest
  return { run: thisRun, region: 'eu-west-1', history: buildHistory(context, { ...read, listed }) }
}

/** What ECS would show of the deployment of this run. */
function ownStatus(outcome: Outcome): string {
  const name = outcome.name
  if (name === 'succeeded' || name === 'idle') return 'SUCCESSFUL'
  if (name === 'rolled-back') return 'ROLLBACK_SUCCESSFUL'
  return name === 'failed' || name === 'superseded' ? 'STOPPED' : 'IN_PROGRESS'
}
