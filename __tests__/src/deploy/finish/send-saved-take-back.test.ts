/** The post step of a step that was killed while services went back together. */
import { expect, test } from '@jest/globals'
import type { Service } from '../../../../src/core/ecs/service.js'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { parseState } from '../../../../src/core/outcome/parse-saved-state.js'
import { type SavedState, serializeStates } from '../../../../src/core/outcome/saved-state.js'
import { runPostStep } from '../../../../src/deploy/finish/post-step.js'
import { SavedStates } from '../../../../src/deploy/finish/saved-states.js'
import type { ExpressChange, ServiceChange } from '../../../../src/ports.js'
import { idlePorts } from '../../../support/idle-ports.js'
import {
  aCompetingDeployment,
  aDeployment,
  aService,
  before,
  ours,
  revisionArn,
} from '../../../support/service-builders.js'
import { aStubEcs } from '../../../support/stub-ecs.js'

const target = { cluster: 'prod', service: 'web' }
const state: SavedState = {
  version: 1,
  target,
  taskDefinition: revisionArn('web:8'),
  answered: true,
  deploymentId: ours,
  readsAreCurrent: true,
  before: [before],
  completedBefore: true,
  rollback: false,
}
const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
const { loadBalancers } = idlePorts

async function finish(service: Service, answer: () => Promise<Service> = async () => service) {
  const sent: (ServiceChange | ExpressChange)[] = []
  const ecs = aStubEcs({
    describeService: async () => service,
    updateService: change => {
      sent.push(change)
      return answer()
    },
    updateExpressService: async change => {
      sent.push(change)
      return undefined
    },
  })
  const saved = parseState(serializeStates([{ ...state, takeBack: revisionArn('web:7') }]))
  if (saved.kind !== 'unfinished') throw new TypeError(`the state is ${saved.kind}`)
  const notices = await runPostStep({ ecs, clock, loadBalancers }, saved.states)
  return { sent, texts: notices.map(({ text }) => text) }
}

const completed = aService({ deployments: [aDeployment({ rolloutState: 'COMPLETED' })] })

test('it sends what the step did not live to send', async () => {
  const { sent, texts } = await finish(completed)
  expect(sent).toStrictEqual([{ target, taskDefinition: revisionArn('web:7'), update: {} }])
  expect(texts).toStrictEqual([expect.stringContaining('a deployment takes this one back to web:7')])
})

test('to an Express service it sends the revision by its own call', async () => {
  const { sent, texts } = await finish({ ...completed, managedBy: 'ECS' })
  expect(sent).toStrictEqual([{ serviceArn: completed.arn, taskDefinition: revisionArn('web:7') }])
  expect(texts).toStrictEqual([expect.stringContaining('a deployment takes this one back to web:7')])
})

test('it leaves a service that another deployment has since taken over', async () => {
  const { sent, texts } = await finish(aService({ deployments: [aCompetingDeployment()] }))
  expect([sent, texts]).toStrictEqual([[], [expect.stringContaining('nothing is left to be taken back')]])
})

test.each<{ readonly kind: 'denied' | 'unavailable'; readonly says: RegExp }>([
  { kind: 'denied', says: /was not taken back to web:7, although another one had failed/ },
  { kind: 'unavailable', says: /was sent, because another service had failed, but ECS did not confirm it/ },
])('an answer that is $kind is said', async ({ kind, says }) => {
  const error = new ApiError({ kind, operation: 'ecs:UpdateService', code: 'X', message: 'no' })
  const { sent, texts } = await finish(completed, () => Promise.reject(error))
  expect(sent).toHaveLength(1)
  expect(texts).toStrictEqual([expect.stringMatching(says)])
})

test('it is saved before the requests are sent, and cleared afterwards', async () => {
  const values: string[] = []
  const saved = new SavedStates({
    saveState: async (_, value) => {
      values.push(value)
      return true
    },
  })
  saved.keep(state)
  await saved.saveTakeBacks([{ target, takeBack: revisionArn('web:7') }])
  await saved.saveTakeBacks([{ target, takeBack: undefined }])
  expect(values).toStrictEqual([expect.stringContaining('"takeBack":"arn:aws:ecs:'), ''])
})
