/** The commands of docs/simulator/, run as they stand there: the AWS CLI deploys, curl breaks the world and lets time pass. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@jest/globals'
import { testWithCli } from './support/aws-cli.js'
import { commandsIn, serveAsUsersDo } from './support/documented-page.js'

const commandsOf = (page: string) => commandsIn(readFileSync(page, 'utf8'))

testWithCli('the commands of the page about world files deploy, fail and roll back', async () => {
  const args = ['--world', 'docs/simulator/failing-rollout.yaml', '--speed', '0']
  const { url, environment, stop, ...ready } = await serveAsUsersDo(args)
  expect(ready).toMatchObject({ event: 'ready', region: 'eu-west-1', account: '123456789012', speed: 0 })
  const folder = mkdtempSync(join(tmpdir(), 'world-'))
  const shell = async (script: string) => {
    const env = { ...process.env, ...environment, AWS_ENDPOINT_URL: url, SIMULATOR: url, AWS_PAGER: '' }
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder,
      env,
    })
    return stdout
  }
  const pass = (time: string) => shell(`curl -fsS "$SIMULATOR/_control/time" -d '{"advance": "${time}"}'`)
  const deployments = async () =>
    JSON.parse(
      await shell(
        'aws ecs describe-services --cluster shop --services api --query "services[0].deployments[].[taskDefinition,rolloutState]" --output json',
      ),
    )
  try {
    const [, deploy = ''] = commandsOf('docs/simulator/world-file.md')
    expect(deploy).toContain('aws ecs update-service')
    expect(await shell(deploy)).toContain('IN_PROGRESS')
    await pass('10m')
    const definition = (revision: number) =>
      `arn:aws:ecs:eu-west-1:123456789012:task-definition/api:${revision}`
    expect(await deployments()).toStrictEqual([[definition(1), 'COMPLETED']])
    const logs = await shell(
      'aws logs describe-log-streams --log-group-name /ecs/api --query "logStreams[].logStreamName" --output text',
    )
    expect(logs).toContain('app/app/')

    await shell(
      `curl -fsS "$SIMULATOR/_control/images" -d '{"\${registry}/api:v2": {"listens": {"8080": 200}}}'
       aws ecs update-service --cluster shop --service api --task-definition api:2`,
    )
    await pass('10m')
    expect(await deployments()).toStrictEqual([[definition(2), 'COMPLETED']])

    const [control = ''] = commandsOf('docs/simulator/control.md')
    await shell(control)
    expect(await deployments()).toStrictEqual([[definition(1), 'COMPLETED']])
  } finally {
    await stop()
    rmSync(folder, { recursive: true })
  }
})
