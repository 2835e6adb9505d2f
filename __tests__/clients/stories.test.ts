/** Programs that deploy, each through the same stories: what the program says, and what ECS holds in the end. */
import { describe, expect } from '@jest/globals'
import { awsCliClient } from './support/deploying/aws-cli-client.js'
import { boto3Client } from './support/deploying/boto3-client.js'
import type { DeployingClient, Says, Session } from './support/deploying/deploying-client.js'
import { ecsDeployClient } from './support/deploying/ecs-deploy-client.js'
import { ecspressoClient } from './support/deploying/ecspresso-client.js'
import { officialActionsClient } from './support/deploying/official-actions-client.js'
import { type Holds, openStoryWorld, tags, whatEcsHolds } from './support/deploying/story-world.js'
import { terraformClient } from './support/deploying/terraform-client.js'
import { recordExchanges } from './support/record-exchanges.js'
import { testWhere } from './support/test-where.js'

interface Row {
  readonly client: DeployingClient
  /** What it says of a rollout that ECS rolled back. */
  readonly failing: Says
  /** What it says of a task that ends with 3; undefined if it runs no tasks. */
  readonly failedTask: Says | undefined
  /** Of its service: the one that serves, the next one, and where its rollback leads. */
  readonly revisions: { readonly serving: string; readonly next: string; readonly rolledBack: string }
}

const web = { serving: 'web:7', next: 'web:8' }
const formerRevision = { ...web, rolledBack: 'web:7' }
/** With the former image. */
const newRevision = { ...web, rolledBack: 'web:9' }
const ofTerraform = { serving: 'shop:1', next: 'shop:2', rolledBack: 'shop:3' }

const rows: readonly Row[] = [
  { client: awsCliClient, failing: 'succeeded', failedTask: 'failed', revisions: formerRevision },
  { client: boto3Client, failing: 'succeeded', failedTask: 'failed', revisions: formerRevision },
  // It does not wait for tasks.
  { client: ecsDeployClient, failing: 'succeeded', failedTask: 'succeeded', revisions: newRevision },
  { client: officialActionsClient, failing: 'failed', failedTask: 'failed', revisions: newRevision },
  { client: ecspressoClient, failing: 'succeeded', failedTask: 'failed', revisions: formerRevision },
  { client: terraformClient, failing: 'succeeded', failedTask: undefined, revisions: ofTerraform },
]

interface Story {
  readonly name: string
  readonly isTask?: true
  readonly play: (session: Session) => Promise<Says>
  readonly says: (row: Row) => Says | undefined
  readonly holds: (row: Row) => Partial<Holds>
}

const steady = (revision: string, tag: string) => ({
  serves: revision,
  runs: [tag, tag],
  deployments: [`PRIMARY COMPLETED ${revision}`],
})

const stories: readonly Story[] = [
  {
    name: 'a healthy rollout',
    play: session => session.deploy(tags.healthy),
    says: () => 'succeeded',
    holds: ({ revisions: { next, serving } }) => ({
      ...steady(next, tags.healthy),
      rollouts: [`${next} SUCCESSFUL`, `${serving} SUCCESSFUL`],
    }),
  },
  {
    name: 'a failing rollout',
    play: session => session.deploy(tags.crashing),
    says: ({ failing }) => failing,
    holds: ({ revisions: { next, serving } }) => ({
      ...steady(serving, tags.previous),
      rollouts: [`${next} ROLLBACK_SUCCESSFUL`, `${serving} SUCCESSFUL`],
    }),
  },
  {
    name: 'a rollback',
    play: async session => {
      expect(await session.deploy(tags.healthy)).toBe('succeeded')
      return session.rollBack()
    },
    says: () => 'succeeded',
    holds: ({ revisions: { next, rolledBack } }) => ({
      ...steady(rolledBack, tags.previous),
      rollouts: [`${rolledBack} SUCCESSFUL`, `${next} SUCCESSFUL`],
    }),
  },
  {
    name: 'a task',
    isTask: true,
    play: session => session.runTask(['migrate']),
    says: () => 'succeeded',
    holds: ({ revisions }) => ({ serves: revisions.serving, exitCodes: [0] }),
  },
  {
    name: 'a task that fails',
    isTask: true,
    play: session => session.runTask(['migrate', 'badly']),
    says: ({ failedTask }) => failedTask,
    holds: ({ revisions }) => ({ serves: revisions.serving, exitCodes: [3] }),
  },
]

const observers = recordExchanges()

describe.each(rows)('$client.name', row => {
  const played = stories.filter(({ isTask }) => !isTask || row.failedTask !== undefined)
  testWhere(row.client.needs).each(played)('$name', async ({ play, says, holds }) => {
    const world = await openStoryWorld(observers)
    const session = await row.client.open(world)
    try {
      const said = await play(session)
      expect({ said, ...whatEcsHolds(world, session.deployed) }).toMatchObject({
        said: says(row),
        ...holds(row),
      })
      expect(world.server.requests.filter(({ status }) => status !== 200)).toStrictEqual([])
    } finally {
      await session.close()
      await world.server.close()
    }
  })
})
