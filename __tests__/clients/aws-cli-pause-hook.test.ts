/** The AWS CLI finds the hook that waits, and the command that reports print continues the deployment. */
import { expect } from '@jest/globals'
import { openWorld } from '../../simulator/ecs/open-world.js'
import { startServer } from '../../simulator/protocol/server.js'
import { continuePaused } from '../../simulator/scenarios/continue.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import { continueCommand } from '../../src/core/ecs/cli-commands.js'
import { runAws, testWithCli } from './support/aws-cli.js'
import { recordExchanges } from './support/record-exchanges.js'

const observers = recordExchanges()

testWithCli('a paused deployment is continued, and a second answer is refused', async () => {
  // The deployment takes minutes of this clock, a call of the CLI seconds.
  const clock = new ScaledClock({ speed: 1 })
  const world = openWorld({ clock, region: 'eu-west-1', settings: {} })
  continuePaused.setUp(world)
  const server = await startServer({ world, clock, validateResponses: true, ...observers })
  const aws = (words: string) => runAws(server, words.split(' '), {})
  try {
    const list = await aws('ecs list-service-deployments --cluster prod --service web')
    const [{ serviceDeploymentArn: arn }] = list.serviceDeployments
    const describe = `ecs describe-service-deployments --service-deployment-arns ${arn}`
    const hooksOf = async () => (await aws(describe)).serviceDeployments[0].lifecycleHookDetails
    const [hook] = await hooksOf()
    expect(hook).toMatchObject({ targetType: 'PAUSE', status: 'AWAITING_ACTION', timeoutAction: 'ROLLBACK' })

    const command = continueCommand(arn, hook.hookId).replace(/^aws /, '')
    expect(await aws(command)).toEqual({ serviceDeploymentArn: arn })
    expect(await hooksOf()).toEqual([{ ...hook, status: 'SUCCEEDED' }])
    await expect(aws(command)).rejects.toThrow(/Provided hookId is either completed, unavailable/)
  } finally {
    await server.close()
  }
})
