/**
 * The AWS SDK for Go before the simulator: the client of Terraform, and of most tools that wait for deployments. The
 * calls are those of a tool that follows its own service deployment; the waiters, the types of errors and the reading
 * of every answer are the SDK's.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@jest/globals'
import { crashAtStart } from '../../simulator/scenarios/crash-at-start.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { commit, imageOf, releases, targetGroupArn } from '../../simulator/scenarios/web-service.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import { buildSession, testWithGo } from './support/go-session.js'
import { recordExchanges } from './support/record-exchanges.js'

const observers = recordExchanges()

testWithGo('a service is created, updated, rolled back, stopped and deleted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'go-session-'))
  const { world, server } = await openScenario(crashAtStart, {
    clock: new ScaledClock({ speed: 600 }),
    validateResponses: true,
    ...observers,
    unknownMembers: 'refuse',
  })
  world.setAlarm('web-5xx', 'ALARM')
  try {
    const args = [server.url, imageOf(releases[6].tag), imageOf(commit), targetGroupArn]
    const { stdout } = await promisify(execFile)(buildSession(folder), args, { encoding: 'utf8' })
    expect(JSON.parse(stdout)).toStrictEqual({
      created: 'SUCCESSFUL',
      updated: 'SUCCESSFUL',
      serves: 'shop:2',
      tags: 1,
      'created at': expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      crashed: 'ROLLBACK_SUCCESSFUL',
      'exit codes': [1],
      stopped: 'ROLLBACK_SUCCESSFUL',
      alarm: 'web-5xx: ALARM, over 1',
      'alarm since': expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      'no such page': true,
      'no cluster': true,
      'no service': true,
      'a service is left': true,
      'no revision': true,
      revisions: 4,
      cluster: 'INACTIVE',
    })
  } finally {
    await server.close()
    await rm(folder, { recursive: true })
  }
})
