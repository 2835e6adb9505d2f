import { expect, test } from '@jest/globals'
import type { DeploymentStage } from '../../../../src/core/ecs/service-deployment.js'
import { previousRevision } from '../../../../src/core/plan/previous-revision.js'
import { revisionArn } from '../../../support/service-builders.js'

/** `successful 7`, newest first; `?`: ECS does not say which revision it was. */
function past(...texts: readonly string[]) {
  return texts.map(text => {
    const [stage, number] = text.split(' ')
    const taskDefinition = number === '?' ? undefined : revisionArn(`web:${number}`)
    return { stage: stage as DeploymentStage, taskDefinition, finishedAt: undefined }
  })
}

test.each<{ name: string; deployments: string[]; current?: string; hasMore?: true; is: string }>([
  { name: 'the one before', deployments: ['successful 7', 'successful 6'], is: 'found 6 from 7' },
  {
    name: 'the one before those of the same revision',
    deployments: ['successful 7', 'successful 7', 'successful 6'],
    is: 'found 6 from 7',
  },
  {
    name: 'what served before a deployment in progress',
    deployments: ['ongoing 8', 'successful 7', 'successful 6'],
    current: '8',
    is: 'found 7 from 8',
  },
  {
    name: 'what ECS is rolling back to',
    deployments: ['rolling-back 8', 'successful 7', 'successful 6'],
    is: 'found 7 from 8',
  },
  {
    name: 'what served before a deployment that failed without a rollback',
    deployments: ['stopped 8', 'successful 7', 'successful 6'],
    current: '8',
    is: 'found 7 from 8',
  },
  {
    name: 'further back where ECS has rolled back',
    deployments: ['rolled-back 8', 'successful 7', 'successful 6'],
    is: 'found 6 from 7 after the rollback of 8',
  },
  {
    name: 'not what a rollback has left',
    deployments: ['successful 6', 'successful 7', 'successful 6', 'successful 5'],
    current: '6',
    is: 'left 7 from 6, older 5',
  },
  {
    name: 'not what a rollback in progress leaves',
    deployments: ['ongoing 6', 'successful 7', 'successful 6'],
    current: '6',
    is: 'left 7 from 6',
  },
  {
    name: 'an older revision again, after a way forward',
    deployments: ['successful 7', 'successful 6', 'successful 7', 'successful 6'],
    is: 'found 6 from 7',
  },
  {
    name: 'a newer number that was deployed before for the first time',
    deployments: ['successful 7', 'successful 8', 'successful 6'],
    is: 'found 8 from 7',
  },
  {
    name: 'a newer number, as long as older deployments are unread',
    deployments: ['successful 7', 'successful 8'],
    hasMore: true,
    is: 'more',
  },
  { name: 'nothing yet', deployments: ['successful 7'], hasMore: true, is: 'more' },
  { name: 'nothing', deployments: ['successful 7'], is: 'none from 7' },
  { name: 'nothing at all', deployments: [], is: 'none from 7' },
  { name: 'a revision that is not known', deployments: ['successful 7', 'successful ?'], is: 'unknown' },
])('$name', ({ deployments, current = '7', hasMore = false, is }) => {
  const found = previousRevision({
    deployments: past(...deployments),
    current: revisionArn(`web:${current}`),
    hasMore,
  })
  expect(show(found)).toBe(is)
})

function show(found: ReturnType<typeof previousRevision>): string {
  const number = (arn: string) => arn.slice(arn.lastIndexOf(':') + 1)
  switch (found.kind) {
    case 'found': {
      const since = found.rolledBack ? ` after the rollback of ${number(found.rolledBack)}` : ''
      return `found ${number(found.revision)} from ${number(found.from)}${since}`
    }
    case 'left': {
      const older = found.older ? `, older ${number(found.older)}` : ''
      return `left ${number(found.revision)} from ${number(found.from)}${older}`
    }
    case 'none':
      return `none from ${number(found.from)}`
    default:
      return found.kind
  }
}
