/** Terraform's AWS provider creates, reads, updates and destroys a service of the simulator. */
import { afterAll, beforeAll, expect } from '@jest/globals'
import { operations } from '../../simulator/ecs/operations.js'
import type { World } from '../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import { portMismatch } from '../../simulator/scenarios/port-mismatch.js'
import { commit, releases } from '../../simulator/scenarios/web-service.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import { openWorkspace, testWithTerraform, type Workspace } from './support/terraform.js'

let world: World
let server: SimulatorServer
let workspace: Workspace

const healthy = { release: releases[6].tag }

beforeAll(async () => {
  const clock = new ScaledClock({ speed: 600 })
  const opened = await openScenario(portMismatch, { clock, checkAnswers: true, unknownMembers: 'refuse' })
  world = opened.world
  world.images.addOtherwise({})
  server = opened.server
})

afterAll(() => server.close())
