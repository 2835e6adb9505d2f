/** What a world file can say. The reader of world files checks by this schema, and editors complete by it. */
import type { Change, LaterChange, PastChange, WorldDescription } from '../description.js'
import { durationPattern } from '../duration.js'
import { awsSchemas } from './aws-schema.js'
import { faultDefinition } from './fault-schema.js'
import {
  type Definitions,
  integer,
  type JsonSchema,
  list,
  named,
  object,
  oneOf,
  reference,
  text,
} from './json-schema.js'
import { accountPattern, regionPattern } from './patterns.js'
import { resourceDefinitions } from './resource-schemas.js'
import { settingsDefinition } from './settings-schema.js'
import { softwareDefinitions } from './software-schema.js'

type Members<T> = Readonly<Record<keyof T, JsonSchema>>

const change: Members<Change> = {
  repositories: named(reference('repository'), 'By name, as in a reference of an image.'),
  images: named(reference('image'), 'By reference, as task definitions have it.'),
  targetGroups: named(reference('targetGroup'), 'By ARN, or by a name that can stand for it in this file.'),
  loadBalancing: object({
    shiftError: text('Why ECS cannot shift test traffic, in its words; empty: it can.'),
    registrationError: text('Why ECS cannot register targets, in its words; empty: it can.'),
  }),
  hosts: named(reference('host'), 'By host name.'),
  secrets: named(oneOf(['readable', 'denied', 'missing']), 'By ARN. Others are readable.'),
  logGroups: named(oneOf(['missing']), 'By name. Others are created on first use.'),
  capacity: reference('capacity'),
  hookFunctions: named(reference('hookFunction'), 'By ARN.'),
  sidecars: list(reference('sidecar')),
  alarms: named(reference('alarm'), 'By name.'),
  clusters: named(reference('cluster'), 'By name: as CreateCluster takes them.'),
  taskDefinitions: list(
    reference('ecs.RegisterTaskDefinitionRequest'),
    'As RegisterTaskDefinition takes them.',
  ),
  services: list(reference('ecs.CreateServiceRequest'), 'As CreateService takes them.'),
  scaling: list(reference('scaling')),
  calls: list(reference('call'), 'Other operations of ECS, each with its input.'),
  stopDeployments: list(
    reference('serviceName'),
    'Somebody stops the current deployment of a service, which rolls it back.',
  ),
}

const past: Members<PastChange> = { ...change, ago: reference('duration', 'How long before now.') }

const later: Members<LaterChange> = {
  ...change,
  after: reference('duration', 'After the start of the server.'),
  afterRollout: reference('duration', 'After the next rollout has begun.'),
}

const world: Members<WorldDescription> = {
  ...change,
  title: text('One sentence, which the server prints.'),
  region: text('By default eu-west-1.', regionPattern),
  account: text('By default "123456789012".', accountPattern),
  seed: integer('The same seed gives the same history; by default 1.'),
  settings: settingsDefinition,
  faults: list(faultDefinition),
  begins: reference('duration', 'How long before now the world begins; by default as long as its history.'),
  history: list(reference('pastChange'), 'Oldest first.'),
  later: list(reference('laterChange'), 'What happens while the server runs.'),
}

export function definitions(): Definitions {
  const aws = awsSchemas()
  const cluster = aws.definitions['ecs.CreateClusterRequest'] ?? {}
  const { clusterName: _, ...clusterMembers } = cluster.properties ?? {}
  return {
    duration: {
      description: 'Seconds, or a number with its unit: 500ms, 40s, 5m, 3h, 2d.',
      anyOf: [{ type: 'number', minimum: 0 }, text(undefined, durationPattern)],
    },
    ...softwareDefinitions,
    ...resourceDefinitions,
    cluster: object(clusterMembers),
    call: {
      type: 'object',
      properties: aws.inputs,
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
    },
    change: object(change),
    pastChange: object(past, ['ago']),
    laterChange: object(later),
    fault: faultDefinition,
    ...aws.definitions,
  }
}

export const worldSchema: JsonSchema = object(world, [], 'A world of the ECS simulator.')
