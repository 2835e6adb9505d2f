/** The commands of "Moving a port" in docs/checks.md, run as they stand there after the action registered the revision. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { commit, files, imageOf, replayHistory } from '../../simulator/scenarios/web-service.js'
import { environmentFor } from '../simulator/support/client-settings.js'
import { play, type Story } from '../support/play.js'
import { webOf } from '../support/web-stories.js'
import { testWithCli } from './support/aws-cli.js'
import { commandsIn } from './support/documented-page.js'
import { recordExchanges } from './support/record-exchanges.js'

const { onAnswer, onResponse } = recordExchanges()

const [, section = ''] = readFileSync('docs/checks.md', 'utf8').split(/^## Moving a port$/m)
const [check = '', list = '', move = '', inspect = ''] = commandsIn(section)

async function shell(server: SimulatorServer, script: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    env: environmentFor(server),
  })
  return stdout
}

/** The app listens on 5201, and so says its file; the action only registers it. */
function registration(keep: (world: World) => void): Story {
  const file = files['task-definition.json'] ?? ''
  return {
    files: { 'task-definition.json': file.replace('"containerPort": 5001', '"containerPort": 5201') },
    setUp: world => {
      keep(world)
      replayHistory(world, { desiredCount: 2 })
      world.images.add(imageOf(commit), movedSoftware)
    },
    inputs: {
      'task-definition': 'task-definition.json',
      'container-name': 'app',
      image: imageOf(commit),
    },
  }
}

testWithCli(
  'the commands under "Moving a port" of docs/checks.md move it, and one call alone is refused',
  async () => {
    let world: World | undefined
    const played = await play({
      ...registration(made => {
        world = made
      }),
      onAnswer,
      onAnswered: (_, request) => onResponse(request),
      async afterwards(server) {
        const refused = expect.objectContaining({
          stderr: expect.stringMatching(/did not have a container port \d+ defined/),
        })
        const balancers = list + move
        await expect(shell(server, balancers.replace(' --task-definition web:8', ''))).rejects.toEqual(
          refused,
        )
        await expect(shell(server, move.replace(/--load-balancers \S+/, ''))).rejects.toEqual(refused)

        expect(check).toContain('aws elbv2 modify-target-group')
        await shell(server, balancers)
        world?.advanceTo(world.now + 600_000)
        expect(await shell(server, inspect)).toMatch(/^SUCCESSFUL\tarn:/)
      },
    })
    expect(played.outputs.outcome).toBe('registered')
    const web = webOf(played.world)
    expect(web.loadBalancers).toMatchObject([{ containerName: 'app', containerPort: 5201 }])
    expect(web.deployments.map(({ revision }) => revision.taskDefinition.arn)).toEqual([
      expect.stringMatching(/web:8$/),
    ])
  },
)
