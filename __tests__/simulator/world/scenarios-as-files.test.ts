/** Every scenario as a world file: printed, read again, it plays the same, request by request. */
import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { buildWorld } from '../../../simulator/world/build-world.js'
import { printWorld } from '../../../simulator/world/print-world.js'
import { readWorld } from '../../../simulator/world/read-world.js'
import { type Played, play, type Story } from '../../support/play.js'
import { isDeep } from '../../support/tier.js'

const quick = ['healthy', 'superseded', 'alarm-rollback']
const played = isDeep ? Object.keys(scenarios) : quick

/** Settings and faults come from the file, too; inputs and files are not part of a world. */
function asFile({ settings: _, faults: __, ...scenario }: Scenario, text: string): Story {
  const { description } = readWorld({ name: 'world.yaml', text })
  const { settings, faults } = description
  return {
    ...scenario,
    ...(settings && { settings }),
    ...(faults && { faults: faults as NonNullable<Scenario['faults']> }),
    setUp: world => buildWorld(world, description),
  }
}

/** Requests at the same moment come in any order; temporary folders have random names. */
function transcriptOf({ requests, log, outputs, took }: Played): unknown {
  const lines = requests.map(({ requestId: _, ...request }) => JSON.stringify(request)).toSorted()
  const text = JSON.stringify({ lines, log, outputs, took })
  return JSON.parse(text.replaceAll(/story-\w+\/ecs-safe-deploy-\w+/g, 'folder'))
}

test.each(played)('%s plays the same from a file', async name => {
  const scenario = scenarios[name] as Scenario
  const file = asFile(scenario, printWorld(scenario))

  expect(transcriptOf(await play(file))).toStrictEqual(transcriptOf(await play(scenario)))
})

test('every scenario can be printed and read', () => {
  for (const scenario of Object.values(scenarios)) {
    const { description } = readWorld({ name: `${scenario.name}.yaml`, text: printWorld(scenario) })
    const { settings, faults, title } = scenario
    const described = { ...scenario.world, title, ...(settings && { settings }), ...(faults && { faults }) }
    expect(description).toStrictEqual(JSON.parse(JSON.stringify(described)))
  }
})
