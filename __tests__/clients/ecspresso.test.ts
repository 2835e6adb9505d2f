/** What users of ecspresso run beside a deployment: every command ends well, and is in no need of AWS. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { databaseUrl, repository } from '../../simulator/scenarios/web-service.js'
import { ecspresso, openEcspressoFolder } from './support/deploying/ecspresso-client.js'
import { openStoryWorld } from './support/deploying/story-world.js'
import { recordExchanges } from './support/record-exchanges.js'
import { canMakeCertificates, serveRegistry } from './support/registry-over-tls.js'
import { testWhere } from './support/test-where.js'

const observers = recordExchanges()
const testWithEcspresso = testWhere(ecspresso)

const configuration = `region: eu-west-1
cluster: prod
service: web
service_definition: ecs-service-def.json
task_definition: ecs-task-def.json
plugins:
  - name: ssm
  - name: secretsmanager
`

testWithEcspresso.each([
  { args: ['status'], prints: 'PRIMARY web:7 desired:2 pending:0 running:2 COMPLETED' },
  { args: ['revisions'], prints: 'web:7' },
  { args: ['tasks'], prints: 'RUNNING' },
  { args: ['diff'], prints: '' },
  { args: ['wait'], prints: 'Service is stable now' },
  { args: ['deregister', '--revision', '3', '--force'], prints: 'web:3' },
  { args: ['scale', '--tasks', '3'], prints: 'desired:3 pending:0 running:3 COMPLETED' },
])('$args', async ({ args, prints }) => {
  const world = await openStoryWorld(observers)
  const folder = await openEcspressoFolder(world)
  try {
    const { says, output } = await folder.run(...args)
    expect({ says, output }).toStrictEqual({ says: 'succeeded', output: expect.stringContaining(prints) })
  } finally {
    await rm(folder.path, { recursive: true })
    await world.server.close()
  }
})

testWithEcspresso('parameters and secrets are read into a definition', async () => {
  const world = await openStoryWorld(observers)
  const folder = await openEcspressoFolder(world)
  try {
    const template = {
      family: 'web',
      containerDefinitions: [
        {
          name: 'app',
          image: 'nginx:1.27',
          environment: [{ name: 'LEVEL', value: '{{ ssm `/web/level` }}' }],
          secrets: [{ name: 'DATABASE_URL', valueFrom: '{{ secretsmanager_arn `web/database-url` }}' }],
        },
      ],
    }
    await writeFile(join(folder.path, 'ecspresso.yml'), configuration)
    await writeFile(join(folder.path, 'ecs-task-def.json'), JSON.stringify(template))
    const { output } = await folder.run('render', 'taskdef')

    expect(output).toContain('"value": "simulated"')
    expect(output).toContain(
      '"valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/database-url-8Zk2Qp"',
    )
  } finally {
    await rm(folder.path, { recursive: true })
    await world.server.close()
  }
})

const testWithCertificates = testWhere({
  ...ecspresso,
  name: 'No program ECSPRESSO, or no openssl',
  isHere: () => ecspresso.isHere() && canMakeCertificates(),
})

/** With the keys of the execution role, it would ask AWS itself. */
const noRole = { kind: 'access-denied', services: ['sts'], operations: ['AssumeRole'] } as const

testWithCertificates.each([
  { name: 'what is there', missing: [], says: 'succeeded', prints: ['Secret DATABASE_URL', 'Verify OK!'] },
  {
    name: 'a secret that is missing',
    missing: [databaseUrl],
    says: 'failed',
    prints: ["Secrets Manager can't find the specified secret."],
  },
] as const)('verify finds $name', async ({ missing, says, prints }) => {
  const world = await openStoryWorld(observers, [noRole])
  const registry = await serveRegistry(world.world, repository.replace(/\/.*/, ''))
  const folder = await openEcspressoFolder(world, registry.environment)
  try {
    for (const arn of missing) world.world.secrets.delete(arn)
    const verified = await folder.run('verify')
    expect(verified).toMatchObject({ says })
    for (const text of prints) expect(verified.output).toContain(text)
  } finally {
    registry.close()
    await rm(folder.path, { recursive: true })
    await world.server.close()
  }
})
