import { expect, test } from '@jest/globals'
import { deploymentView } from '../../../../../src/core/watch/evaluation/deployment-view.js'
import { aTracked } from '../../../../support/rollout-builders.js'
import {
  aCompetingDeployment,
  aDeployment,
  aService,
  revisionArn,
  theirs,
} from '../../../../support/service-builders.js'

const back = aCompetingDeployment({ taskDefinition: revisionArn('web:7') })
const event = (message: string) => [{ id: 'e1', at: 0, message }]

test.each([
  { name: 'a new id that nothing speaks of is a competing deployment', events: [], competing: true },
  {
    name: 'a new id that ECS says it rolls back to is a return',
    events: event(`(service web) rolling back to deployment ${theirs}.`),
    competing: false,
  },
  {
    name: 'a rollback to another one says nothing about it',
    events: event(`(service web) rolling back to deployment ${theirs}1.`),
    competing: true,
  },
])('$name', ({ events, competing }) => {
  const deployments = [back, aDeployment({ status: 'ACTIVE' })]
  const view = deploymentView(aTracked(), aService({ deployments, events }), undefined)
  expect(view.competingDeployment !== undefined).toBe(competing)
})

test.each([
  { name: 'is a rollback of ours', overriddenRollback: undefined, isRollingBack: true },
  {
    name: 'is the one that ours went over, in an older read',
    overriddenRollback: theirs,
    isRollingBack: false,
  },
])('a PRIMARY from before ours that is rolled back to $name', ({ isRollingBack, overriddenRollback }) => {
  const primary = { ...back, rolloutStateReason: `rolling back to deploymentId ${theirs}.` }
  const tracked = aTracked({ before: [theirs], overriddenRollback })
  expect(deploymentView(tracked, aService({ deployments: [primary] }), undefined)).toMatchObject({
    previousIsPrimary: true,
    isRollingBack,
  })
})
