/** Stories about the user's file: the usual one with other members. */
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import type { JsonObject } from '../../src/core/text/json.js'
import type { Played } from './play.js'
import { playWeb, type StoryOverrides } from './web-stories.js'

const usual = taskDefinition('web') as JsonObject & { readonly containerDefinitions: readonly [JsonObject] }

/** The container of the usual file. */
export const [app] = usual.containerDefinitions

export const secretArn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/database-url-8Zk2Qp'

export const logOptions = {
  'awslogs-group': '/ecs/web',
  'awslogs-region': 'eu-west-1',
  'awslogs-stream-prefix': 'app',
}

export function awslogs(options: object): object {
  return { logConfiguration: { logDriver: 'awslogs', options } }
}

/** The usual file with other members, in the container and around it; `undefined` takes one out. */
export function file(members: object, around: object = {}): StoryOverrides {
  const definition = { ...usual, containerDefinitions: [{ ...app, ...members }], ...around }
  return { files: { 'task-definition.json': JSON.stringify(definition, null, 2) } }
}

/** Deployed, and not watched. */
export function playFile(
  story: StoryOverrides,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Played> {
  return playWeb({ ...story, inputs: { 'wait-for-service-stability': 'false', ...inputs } })
}

/** All that people and machines are told. */
export function everything({ log, summary, outputs, annotations }: Played): string {
  return JSON.stringify([log, summary, outputs, annotations])
}
