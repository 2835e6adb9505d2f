/** One verification for several services: each ends as what became of it says. */
import { expect, test } from '@jest/globals'
import { openWithHost, softwareWithVersion, verifyInputs } from '../../simulator/scenarios/verification.js'
import { call, cluster, commit, createService, files } from '../../simulator/scenarios/web-service.js'
import { type Played, play, type Story } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { onceVerifying } from '../support/verification-stories.js'
import { deployed, text } from '../support/web-stories.js'

const broken = softwareWithVersion(commit, { status: 500 })

/** `web` answers, `night` is scaled to zero, `api` has no load balancer. */
const playSeveral = ({ inputs, ...story }: Partial<Story>) =>
  play({
    files,
    setUp: world => {
      const now = world.now
      openWithHost(world, broken)
      for (const [serviceName, desiredCount] of [
        ['night', 0],
        ['api', 1],
      ] as const)
        createService(world, { serviceName, desiredCount, loadBalancers: [] })
      world.advanceTo(now + 600_000)
    },
    ...story,
    inputs: { ...verifyInputs, ...inputs },
  })

function outcomesOf({ outputs }: Played): Record<string, string> {
  const entries: { service: string; outcome: string }[] = JSON.parse(outputs.services ?? '[]')
  return Object.fromEntries(entries.map(({ outcome, service }) => [service, outcome]))
}

test('a service without tasks does not keep the others from being verified, and does not fail', async () => {
  const played = await playSeveral({ inputs: { service: 'web, night' } })
  expect(outcomesOf(played)).toStrictEqual({ web: 'failed', night: 'idle' })
  expect(played.outputs['failure-class']).toBe('verification')
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('it goes back with them: its revision is disproven', async () => {
  const played = await playSeveral({ inputs: { service: 'web, night', 'on-verify-failure': 'rollback' } })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', night: 'rolled-back' })
  expect(deployed(played)).toHaveLength(4)
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('where somebody else deploys one meanwhile, their revision may have answered: nothing goes back', async () => {
  const played = await playSeveral({
    onAnswered: onceVerifying(world =>
      call(world, 'UpdateService', { cluster, service: 'api', taskDefinition: 'web:6' }),
    ),
    inputs: { service: 'web, api', 'on-verify-failure': 'rollback' },
  })
  expect(outcomesOf(played)).toStrictEqual({ web: 'failed', api: 'superseded' })
  expect(text(played)).toContain('its verification failed, and nothing rolls it back')
  expect(text(played)).not.toContain('was rolled back')
  expect(deployed(played)).toHaveLength(2)
  const theirs = [...played.world.services.values()].find(({ name }) => name === 'api')
  expect(theirs?.deployments[0]?.revision.taskDefinition.revision).toBe(6)
})
