/** bump-desired-count beside desired-count, which is what the count is put back to. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { deployed, playWeb, restores, update, webOf } from '../support/web-stories.js'

test('desired-count is the count that is restored after bump-desired-count', async () => {
  const played = await playWeb({ inputs: { 'desired-count': '3', 'bump-desired-count': '5' } })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployed(played)[0]).toMatchObject({ desiredCount: 5 })
  expect(restores(played)).toEqual([3])
})

test('beside desired-count, what somebody set after the rollback stays, though it was there before', async () => {
  let isSet = false
  const played = await playWeb({
    software: movedSoftware,
    inputs: { 'desired-count': '3', 'bump-desired-count': '5' },
    onAnswered: (world, { operation }) => {
      const { deployments, revisions } = webOf(world)
      const isOurs = (arn: string) => arn.endsWith('web:8')
      const isDeployed = revisions.some(({ taskDefinition }) => isOurs(taskDefinition.arn))
      const isListed = deployments.some(({ revision }) => isOurs(revision.taskDefinition.arn))
      if (isSet || operation !== 'DescribeServices' || !isDeployed || isListed) return
      isSet = true
      update(world, { desiredCount: 2 })
    },
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(restores(played)).toEqual([])
  expect(webOf(played.world).desiredCount).toBe(2)
})
