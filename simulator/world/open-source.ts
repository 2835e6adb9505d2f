/** What a server is to serve: a scenario or the file of a user. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { defaultPlace } from '../ecs/world.js'
import type { Scenario } from '../scenarios/scenario.js'
import { commit } from '../scenarios/web-service.js'
import type { ServeCommand, WorldSource } from '../serve-command.js'
import type { Simulation, SimulationOptions } from '../simulation.js'
import { RefusedChange } from './apply-change.js'
import type { WorldDescription } from './description.js'
import { relocate } from './names.js'
import { readWorld, type WorldFile, WorldFileError } from './read-world.js'

export interface OpenSource {
  readonly name: string
  readonly description: WorldDescription
  readonly during: string | undefined
  readonly addTag: SimulationOptions['addTag']
  /** What the world refuses of its description is a problem of the file. */
  explain(open: () => Simulation): Simulation
}

type Overrides = Pick<ServeCommand, 'tag' | 'seed' | 'region' | 'account'> & {
  readonly scenarioNamed: (name: string) => Scenario
}

export function openSource(source: WorldSource, overrides: Overrides): Promise<OpenSource> {
  return source.kind === 'file'
    ? openFile(source.path, overrides)
    : openScenarioByName(source.name, overrides)
}

async function openScenarioByName(name: string, overrides: Overrides): Promise<OpenSource> {
  const { world, title, settings, faults, during } = overrides.scenarioNamed(name)
  const place = placeOf(overrides)
  const described = { title, ...(settings && { settings }), ...(faults && { faults }), ...world }
  const description = { ...relocate(described, defaultPlace, { ...defaultPlace, ...place }), ...place }
  const { tag } = overrides
  return {
    name,
    description: { ...description, ...seedOf(overrides) },
    during,
    addTag: tag === undefined ? undefined : { present: commit, added: tag },
    explain: open => open(),
  }
}

async function openFile(path: string, overrides: Overrides): Promise<OpenSource> {
  return openText({ name: path, text: await readText(path) }, overrides)
}

/** Checked as a file is. */
export function openDescription(world: WorldDescription, overrides: Overrides): OpenSource {
  return openText({ name: 'world', text: JSON.stringify(world, undefined, 1) }, overrides)
}

function openText({ name, text }: Pick<WorldFile, 'name' | 'text'>, overrides: Overrides): OpenSource {
  const { description, problemAt } = readWorld({ name, text, place: placeOf(overrides) })
  return {
    name: basename(name),
    description: { ...description, ...seedOf(overrides) },
    during: undefined,
    addTag: undefined,
    explain: open => {
      try {
        return open()
      } catch (error) {
        if (!(error instanceof RefusedChange)) throw error
        throw new WorldFileError([problemAt(error.path, `is refused: ${error.message}`)])
      }
    },
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^\w+: |, \w+(?: '.*')?$/g, '') : String(error)
    throw new WorldFileError([`${path}: cannot be read: ${reason}`])
  }
}

function placeOf({ region, account }: Overrides) {
  return { ...(region !== undefined && { region }), ...(account !== undefined && { account }) }
}

function seedOf({ seed }: Overrides) {
  return seed === undefined ? {} : { seed }
}
