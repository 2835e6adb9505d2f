/** The commands of docs/record.md, run as they stand there after a deployment by the action. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect } from '@jest/globals'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { codeRepository } from '../../simulator/scenarios/code-repository.js'
import { environmentFor } from '../simulator/support/client-settings.js'
import { play } from '../support/play.js'
import { webStory } from '../support/web-stories.js'
import { testWithCli } from './support/aws-cli.js'
import { commandsIn } from './support/documented-page.js'
import { recordExchanges } from './support/record-exchanges.js'

const { onAnswer, onResponse } = recordExchanges()

/** Blocks for a shell, by the title that they stand under. */
const blocks = new Map(
  readFileSync('docs/record.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map(part => [part.slice(0, part.indexOf('\n')), commandsIn(part)]),
)

async function shell(server: SimulatorServer, script: string): Promise<string> {
  const env = {
    ...environmentFor(server),
    GITHUB_REPOSITORY: codeRepository,
    GITHUB_TOKEN: 'simulated',
  }
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { env })
  return stdout
}

testWithCli('every command of docs/record.md answers what it is said to answer', async () => {
  const printed = new Map<string, string[]>()
  await play({
    ...webStory({ inputs: { environment: 'production', 'github-token': 'simulated' } }),
    onAnswer,
    onAnswered: (_, request) => onResponse(request),
    async afterwards(server) {
      for (const [title, scripts] of blocks) {
        const answers: string[] = []
        for (const script of scripts) answers.push(await shell(server, script))
        if (answers.length > 0) printed.set(title, answers)
      }
    },
  })

  const commit = '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819'
  const one = (title: string, nth = 0) => printed.get(title)?.[nth] ?? `nothing is said under ${title}`
  expect(one('What serves')).toMatch(/^PRIMARY\tCOMPLETED\t2\tecs-svc\/\d+\tarn:\S+\/web:8\n$/)
  const deployments = one('The last deployments').split('\n')
  expect(deployments[0]).toMatch(/\tSUCCESSFUL\tarn:\S+:service-revision\/prod\/web\/\d+$/)
  expect(deployments.filter(line => line.includes('SUCCESSFUL'))).toHaveLength(8)
  expect(one('From a deployment to its revision and image')).toMatch(
    /\/web:8\t\S+\/web:9be21c4\tsha256:[0-9a-f]{64}\n$/,
  )
  expect(one('From a revision to its commit')).toContain(`ecs-safe-deploy:commit\t${commit}\n`)
  expect(one('From a commit to its revisions')).toMatch(/^arn:\S+:task-definition\/web:8\n$/)
  const [newest, before] = one('All of it, as a table').split('\n')
  expect(newest).toMatch(new RegExp(`^\\S+ SUCCESSFUL web:8 ${commit}$`))
  expect(before).toMatch(/^\S+ SUCCESSFUL web:7 None$/)
  expect(JSON.parse(one('At GitHub'))).toMatchObject([{ environment: 'production', payload: { version: 1 } }])
  expect(JSON.parse(one('At GitHub', 1))[0]).toMatchObject({ state: 'success' })
})
