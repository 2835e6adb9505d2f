/** https://github.com/kayac/ecspresso, where ECSPRESSO names the program; its configuration is what its `init` writes. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentFor } from '../../../simulator/support/client-settings.js'
import type { Needed } from '../test-where.js'
import type { DeployingClient, Session } from './deploying-client.js'
import { runProgram } from './run-program.js'
import { type StoryWorld, tags } from './story-world.js'

export const ecspressoProgram = process.env.ECSPRESSO ?? ''

export const ecspresso: Needed = {
  name: 'No program ECSPRESSO (go install github.com/kayac/ecspresso/v2/cmd/ecspresso@latest)',
  requiredBy: 'REQUIRE_ECSPRESSO',
  isHere: () => existsSync(ecspressoProgram),
}

export const ecspressoClient: DeployingClient = { name: 'ecspresso', needs: ecspresso, open: openSession }

export interface EcspressoFolder {
  readonly path: string
  run(...args: readonly string[]): ReturnType<typeof runProgram>
}

/** With the definitions of the service web. */
export async function openEcspressoFolder(
  { server }: StoryWorld,
  more: Readonly<Record<string, string>> = {},
): Promise<EcspressoFolder> {
  const path = await mkdtemp(join(tmpdir(), 'ecspresso-'))
  const env = { ...environmentFor(server), AWS_ENDPOINT_URL: server.url, ...more }
  const run = (...args: string[]) => runProgram(ecspressoProgram, args, { env, cwd: path })
  const { says, output } = await run('init', '--region', 'eu-west-1', '--cluster', 'prod', '--service', 'web')
  if (says === 'failed') throw new Error(output)
  return { path, run }
}

async function openSession(world: StoryWorld): Promise<Session> {
  const { path, run } = await openEcspressoFolder(world)
  const say = async (...args: string[]) => (await run(...args)).says
  const runLatest = ['run', '--latest-task-definition', '--skip-task-definition']
  return {
    deployed: { cluster: 'prod', service: 'web' },
    deploy: async tag => {
      const file = join(path, 'ecs-task-def.json')
      await writeFile(file, (await readFile(file, 'utf8')).replace(`:${tags.previous}"`, `:${tag}"`))
      return say('deploy')
    },
    rollBack: () => say('rollback'),
    runTask: command =>
      say(...runLatest, '--overrides', JSON.stringify({ containerOverrides: [{ name: 'app', command }] })),
    close: () => rm(path, { recursive: true }),
  }
}
