/** `on-verify-failure: rollback`: back to what served before, watched to its end, and never over somebody else. */
import { expect, test } from '@jest/globals'
import { softwareWithVersion, verifyHost } from '../../simulator/scenarios/verification.js'
import {
  commit,
  createService,
  imageOf,
  openCluster,
  register,
  targetGroupArn,
} from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { onceVerifying, playVerification, type VerificationStory } from '../support/verification-stories.js'
import { deployed, headingOf, restores, text, update, verdict, webOf } from '../support/web-stories.js'

const broken = softwareWithVersion(commit, { status: 500 })
const rollback = { 'on-verify-failure': 'rollback' } as const

function playRollback(story: VerificationStory): Promise<Played> {
  return playVerification({ software: broken, ...story, inputs: { ...rollback, ...story.inputs } })
}

function expectRolledBack(played: Played): void {
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'failure-class': 'verification',
    'serving-task-definition-arn': expect.stringMatching(/\/web:7$/),
  })
  expect(played.passed).toBe(false)
  expect(headingOf(played)).toBe('rolled back, `web:7` serves')
  expect(verdict(played)).toContain('web:8 failed its verification and was rolled back; web:7 serves.')
  expect(webOf(played.world).deployments[0]?.revision.taskDefinition.revision).toBe(7)
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
}

test('a deployment of the revision that served, as it is, watched to its end', async () => {
  const played = await playRollback({})
  expectRolledBack(played)
  expect(changesIn(played.requests)).toStrictEqual([
    'RegisterTaskDefinition',
    'UpdateService',
    'UpdateService',
  ])
  expect(deployed(played)[1]).toStrictEqual({
    cluster: 'prod',
    service: 'web',
    taskDefinition: expect.stringMatching(/\/web:7$/),
  })
  expect(text(played)).toMatch(/▸ Roll back\n {2}rollback {4}to web:7, ecs-svc\/\d+ at \d\d:\d\d:\d\d UTC\n/)
  expect(played.summary).toMatch(/the verification failed: rolling back to web:7/)
  // No task of web:8 is drawn as healthy while the rollback replaces it.
  const [, begin = ''] = /section rollback\n {2}[^,]*, (\d\d:\d\d:\d\d), /.exec(played.summary) ?? []
  const healthy = [...played.summary.matchAll(/^ {2}healthy.*, (\d\d:\d\d:\d\d)$/gm)].map(([, end]) => end)
  expect(healthy).toStrictEqual([begin, begin])
  // The times of the table count from the start of web:8.
  expect(played.summary).toMatch(/^\| \d+:\d\d \| web:7 serves, 2 of 2 running \|$/m)
})

test('a lost answer is looked for, and nothing is sent twice', async () => {
  const played = await playRollback({
    faults: [
      { kind: 'connection-reset', when: 'after-effect', operations: ['UpdateService'], skip: 1, times: 1 },
    ],
  })
  expectRolledBack(played)
  expect(deployed(played)).toHaveLength(2)
})

test('the desired count that was raised is restored after the rollback', async () => {
  const played = await playRollback({
    also: world => update(world, { desiredCount: 1 }),
    inputs: { 'bump-desired-count': '3' },
  })
  expectRolledBack(played)
  expect(restores(played)).toStrictEqual([1])
  expect(webOf(played.world).desiredCount).toBe(1)
})

test('what verifies is never rolled back', async () => {
  const played = await playRollback({ software: softwareWithVersion(commit) })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployed(played)).toHaveLength(1)
})

test('a dry run says it', async () => {
  const played = await playRollback({ inputs: { 'dry-run': 'true' } })
  expect(text(played)).toMatch(/verify .*, else back to what served before$/m)
  expect(JSON.parse(played.outputs.plan ?? '').verification.onFailure).toBe('rollback')
  expect(complaints('plan', played.outputs.plan)).toStrictEqual([])
})

test.each<
  VerificationStory & {
    readonly name: string
    readonly outcome: string
    readonly says: RegExp
    readonly sent: number
  }
>([
  {
    name: 'somebody else has deployed meanwhile',
    onAnswered: onceVerifying(world => update(world, { taskDefinition: 'web:6' })),
    outcome: 'superseded',
    says: /another deployment, ecs-svc\/\d+ of web:6, took over right after web:8 had completed/,
    sent: 1,
  },
  {
    name: 'somebody else deploys during the rollback',
    onAnswered: (world, { operation, input }) => {
      const { taskDefinition = '' } = input as { readonly taskDefinition?: string }
      if (operation === 'UpdateService' && taskDefinition.endsWith(':7'))
        world.after(30_000, () => update(world, { taskDefinition: 'web:6' }))
    },
    outcome: 'superseded',
    says: /another deployment, ecs-svc\/\d+ of web:6, took over while web:8 was being rolled back/,
    sent: 2,
  },
  {
    name: 'the role may not do it any more',
    faults: [{ kind: 'access-denied', operations: ['UpdateService'], skip: 1 }],
    outcome: 'failed',
    says: /its verification failed, and it was not rolled back because .* may not call ecs:UpdateService.*; web:8 serves/,
    sent: 1,
  },
  {
    name: 'nobody knows the name of the address: that says nothing of the revision',
    inputs: { 'verify-url': 'http://nobody.example.com/' },
    outcome: 'failed',
    says: /its verification failed, and nothing rolls it back, because nothing proves it wrong; web:8 serves/,
    sent: 1,
  },
  {
    name: 'no answer to it ever comes',
    faults: [{ kind: 'connection-reset', when: 'before-effect', operations: ['UpdateService'], skip: 1 }],
    outcome: 'failed',
    says: /its verification failed, and whether it is rolled back is not known: UpdateService was sent, but ECS did not confirm it/,
    sent: 3,
  },
  {
    name: 'the former revision does not start any more',
    onAnswered: onceVerifying(world =>
      world.images.add(imageOf('1f3c9e0'), { exitsAfterSeconds: 1, exitCode: 1 }),
    ),
    outcome: 'failed',
    says: /its verification failed, and its rollback to web:7 failed/,
    sent: 2,
  },
  {
    name: 'the workflow is canceled during the rollback',
    cancelAfter: 270_000,
    outcome: 'cancelled',
    says: /the workflow was cancelled while web:8 was being rolled back; the rollback to web:7 was still in progress: \d of 2/,
    sent: 2,
  },
  {
    name: 'the workflow is canceled before it',
    cancelAfter: 200_000,
    outcome: 'cancelled',
    says: /while web:8 was being verified; its deployment has completed/,
    sent: 1,
  },
])('$name', async ({ name: _, outcome, says, sent, ...story }) => {
  const played = await playRollback(story)
  expect(played.outputs.outcome).toBe(outcome)
  expect(verdict(played)).toMatch(says)
  expect(deployed(played)).toHaveLength(sent)
  expect(played.passed).toBe(false)
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('a first deployment has nothing to go back to, and says so', async () => {
  const played = await playRollback({
    setUp: world => {
      world.startFrom(world.now - 10_800_000)
      openCluster(world)
      register(world, 'bootstrap')
      createService(world, { desiredCount: 2 })
      world.advanceTo(world.now + 10_800_000)
      world.images.add(imageOf(commit), broken)
      world.hosts.set(verifyHost, { kind: 'load-balancer', groupArn: targetGroupArn })
    },
  })
  expect(played.outputs).toMatchObject({ outcome: 'failed', 'failure-class': 'verification' })
  expect(verdict(played)).toContain(
    'its verification failed, and there is nothing to roll back to; web:2 serves',
  )
  expect(deployed(played)).toHaveLength(1)
})
