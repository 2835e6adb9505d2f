/** docs/simulator.md and docs/simulator/clients/: their commands and programs, run as they stand there, end as they say. */
import { readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { testWithCli } from './support/aws-cli.js'
import { boto3Environment, testWithBoto3 } from './support/boto3.js'
import { ecsDeployClient, ecsDeployEnvironment } from './support/deploying/ecs-deploy-client.js'
import { ecspresso, ecspressoProgram } from './support/deploying/ecspresso-client.js'
import { type DocumentedPage, openPage, type Ran } from './support/documented-page.js'
import { runDocumentedSteps } from './support/documented-steps.js'
import { goEnvironment, requireSdk, testWithGo } from './support/go-session.js'
import { officialActions } from './support/official-actions.js'
import { terraformEnvironment, testWithTerraform } from './support/terraform.js'
import { testWhere } from './support/test-where.js'

const rolledBack = 'ROLLBACK_SUCCESSFUL'

async function withPage(path: string, use: (page: DocumentedPage) => Promise<void>): Promise<void> {
  const page = await openPage(path)
  try {
    await use(page)
  } finally {
    await page.close()
  }
}

const withClientPage = (client: string, use: (page: DocumentedPage) => Promise<void>) =>
  withPage(`docs/simulator/clients/${client}.md`, use)

function expectRan(ran: Ran, { code, says }: { readonly code: number; readonly says: string | RegExp }) {
  expect(ran).toStrictEqual({ code, output: expect.stringMatching(says) })
}

/** Of programs that read how the service deployment ended. */
async function expectBothEnds(page: DocumentedPage, environment = {}): Promise<void> {
  expectRan(await page.run(0, environment), { code: 0, says: /^SUCCESSFUL/m })
  expectRan(await page.run(1, environment), { code: 1, says: rolledBack })
}

testWithCli('the first page leads to a rollback, and shows what ECS says of it', () =>
  withPage('docs/simulator.md', async page => {
    const ran = await page.run(0)
    const shown = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/simulator.md', 'utf8'))?.[1] ?? ''
    const said = [...shown.matchAll(/"(.+?)"/g)].map(([, text = '']) => text.replace(/ecs-svc\/\d+/, ''))
    expect(said.length).toBeGreaterThan(5)
    expectRan(ran, { code: 0, says: rolledBack })
    const output = ran.output.replaceAll(/ecs-svc\/\d+/g, '')
    for (const text of said) expect(output).toContain(text)
  }),
)

testWithCli('the AWS CLI', () =>
  withClientPage('aws-cli', async page => {
    expectRan(await page.run(0), { code: 0, says: /"SUCCESSFUL"/ })
    const failing = await page.run(1)
    expectRan(failing, { code: 0, says: rolledBack })
    expect(failing.output).toContain('DATABASE_URL is not set')
  }),
)

testWithBoto3('boto3', () =>
  withClientPage('boto3', page => expectBothEnds(page, { PYTHONPATH: boto3Environment.PYTHONPATH ?? '' })),
)

test('the SDK for JavaScript', () =>
  withClientPage('sdk-javascript', async page => {
    symlinkSync(resolve('node_modules'), join(page.folder, 'node_modules'))
    await expectBothEnds(page)
  }))

testWithGo('the SDK for Go', () =>
  withClientPage('sdk-go', async page => {
    requireSdk(page.folder)
    await expectBothEnds(page, goEnvironment())
  }),
)

testWhere(ecsDeployClient.needs)('ecs-deploy', () =>
  withClientPage('ecs-deploy', async page => {
    expectRan(await page.run(0, ecsDeployEnvironment), { code: 0, says: 'Deployment successful' })
    expectRan(await page.run(1, ecsDeployEnvironment), { code: 0, says: 'Deployment successful' })
    expectRan(await page.run(2), { code: 0, says: rolledBack })
  }),
)

testWhere(ecspresso)('ecspresso', () =>
  withClientPage('ecspresso', async page => {
    const environment = { PATH: `${dirname(ecspressoProgram)}:${process.env.PATH}` }
    const says = 'Service is stable now. Completed!'
    expectRan(await page.run(0, environment), { code: 0, says })
    expectRan(await page.run(1, environment), { code: 0, says })
    expectRan(await page.run(2), { code: 0, says: rolledBack })
  }),
)

testWithTerraform('Terraform', () =>
  withClientPage('terraform', async page => {
    const environment = await terraformEnvironment(page.folder)
    expectRan(await page.run(0, environment), { code: 0, says: 'Apply complete!' })
    expectRan(await page.run(1, environment), { code: 0, says: 'Apply complete!' })
    expectRan(await page.run(2, environment), { code: 2, says: '1 to change' })
  }),
)

const deploying = officialActions('amazon-ecs-render-task-definition', 'amazon-ecs-deploy-task-definition')

testWhere(deploying).each([
  { image: 'v3', code: 0 },
  { image: 'v2', code: 1 },
])('the official actions with $image', async ({ image, code }) => {
  const page = readFileSync('docs/simulator/clients/official-actions.md', 'utf8')
  expect(await runDocumentedSteps(page.replace('/api:v3', `/api:${image}`))).toMatchObject({ code })
})
