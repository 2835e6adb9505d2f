import { expect, test } from '@jest/globals'
import { restoredCount } from '../../../../src/core/settings/bump.js'
import { aDeployment, aService, before, ours, revisionArn } from '../../../support/service-builders.js'

const ourDeployment = aDeployment({ id: ours, taskDefinition: revisionArn('web:8') })
const former = aDeployment({ id: before, taskDefinition: revisionArn('web:7') })

test.each([
  { name: 'still raised', desiredCount: 6, deployments: [ourDeployment, former], restored: 3 },
  { name: 'raised, and ours is rolled back and gone', desiredCount: 6, deployments: [former], restored: 3 },
  { name: 'a read from before our update', desiredCount: 2, deployments: [former], restored: 3 },
  { name: 'set by somebody else', desiredCount: 4, deployments: [ourDeployment], restored: undefined },
  { name: 'set by somebody else, ours is gone', desiredCount: 4, deployments: [former], restored: undefined },
  {
    name: 'set by somebody to what it was',
    desiredCount: 2,
    deployments: [ourDeployment],
    restored: undefined,
  },
])('the desired count after the rollout: $name', ({ desiredCount, deployments, restored }) => {
  const bump = { from: 3, to: 6, found: 2 }
  expect(restoredCount(bump, aService({ desiredCount, deployments }), revisionArn('web:8'))).toBe(restored)
})
