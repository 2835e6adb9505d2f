/** What checks read, and how their answers look in a row of a table. */
import { type Check, type CheckDefinition, runCheck } from '../../src/core/checks/check.js'
import type { CheckContext } from '../../src/core/checks/check-context.js'
import type { CheckId } from '../../src/core/checks/checks.js'
import type { Service } from '../../src/core/ecs/service.js'
import { noResources } from '../../src/core/resources/related-resources.js'
import { settingsOf } from '../../src/core/settings/service-settings.js'
import type { JsonObject } from '../../src/core/text/json.js'
import { serviceOptions } from './option-builders.js'
import { aService } from './service-builders.js'

/** What is unusual of a subject; of its service, what is not told is not known. */
export type Unusual = Partial<Omit<CheckContext, 'observed'>> & {
  readonly observed?: Partial<Omit<NonNullable<CheckContext['observed']>, 'service' | 'settings'>> & {
    readonly service?: Service
  }
}

/** A revision of one container, for a service that runs nothing yet. */
export function aCheckContext({ observed, ...overrides }: Unusual = {}): CheckContext {
  const definition = overrides.definition ?? {
    family: 'web',
    containerDefinitions: [{ name: 'app', image: 'web:2' }],
  }
  const { service = aService() } = observed ?? {}
  const rollout = overrides.rollout ?? serviceOptions()
  return {
    imagePolicy: 'immutable',
    definition,
    registeredDefinition: definition,
    source: definition,
    asIs: undefined,
    provenance: [],
    overriddenImages: [],
    isDryRun: false,
    rollout,
    waitMinutes: 30,
    waitUntil: 'completed',
    resources: noResources,
    observed: {
      live: {},
      serving: undefined,
      registeredBy: undefined,
      ...observed,
      service,
      settings: settingsOf(service, rollout),
    },
    serviceUnavailable: false,
    inputAt: () => undefined,
    positionOf: () => undefined,
    pages: undefined,
    ...overrides,
  }
}

/** The answers of several checks, one after the other. */
export function runEach(definitions: readonly CheckDefinition<CheckId>[], context: CheckContext): Check[] {
  return definitions.flatMap(definition => runCheck(definition, context))
}

/** The same where no service is meant, or none could be looked at. */
export function unobserved(context: CheckContext): CheckContext {
  return { ...context, observed: undefined }
}

/** `image-moves refused` of every check that did not pass. */
export function checkResults(checks: readonly Check[]): string[] {
  return checks.filter(({ result }) => result !== 'passed').map(({ id, result }) => `${id} ${result}`)
}

/** `refused: no container is essential`, of every check that did not pass. */
export function checkMessages(checks: readonly Check[]): string[] {
  return checks.filter(({ result }) => result !== 'passed').map(({ result, text }) => `${result}: ${text}`)
}

/** What every row of a table of definitions has. */
export interface DefinitionRow {
  readonly name: string
  readonly definition: JsonObject
  /** empty: the check passes */
  readonly messages: readonly string[]
}

/** A definition of one container, which has these members. */
export function withContainer(container: JsonObject, definitionMembers: JsonObject = {}): JsonObject {
  return {
    family: 'web',
    containerDefinitions: [{ name: 'app', image: 'web:2', ...container }],
    ...definitionMembers,
  }
}

/** The same for Fargate, with the smallest size and a role. */
export function onFargate(container: JsonObject = {}, definitionMembers: JsonObject = {}): JsonObject {
  return withContainer(container, {
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    ...definitionMembers,
  })
}
