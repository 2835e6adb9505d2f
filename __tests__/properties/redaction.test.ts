/**
 * No text about a deployment lets a value through. The rule (docs/adr/0015) has two halves:
 *
 * - Our own words (plan, diff, summary, outputs, annotations) never depend on a value: with other values in the same
 *   places they are the same, to the letter. That holds for the shortest value and for one that is an ordinary word.
 * - Out of the words of others (AWS quotes what it refuses, Docker what it cannot start) goes every value of variables,
 *   commands, labels, options, unknown keys and of secrets that stand in clear where a reference belongs, from eight
 *   characters on: shorter ones are part of ordinary words. References to secrets stay, since they open nothing and
 *   say what is wrong.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import { taskDefinitionShape } from '../../src/adapters/aws/task-definition-shape.js'
import { parse } from '../../src/adapters/workspace/document.js'
import { ApiError } from '../../src/core/errors/api-error.js'
import { deployed, type Outcome, planned, registered } from '../../src/core/outcome/outcome.js'
import { unwatchedRollout } from '../../src/core/outcome/rollout.js'
import type { ServiceResult } from '../../src/core/outcome/service-result.js'
import { makePlan, type PlanRequest } from '../../src/core/plan/make-plan.js'
import { noResources } from '../../src/core/resources/related-resources.js'
import { validate } from '../../src/core/task-definition/validate.js'
import type { JsonObject } from '../../src/core/text/json.js'
import { SavedStates } from '../../src/deploy/finish/saved-states.js'
import { readInputs } from '../../src/inputs/read-inputs.js'
import { annotations } from '../../src/report/annotations/annotations.js'
import { planLines } from '../../src/report/log/plan-lines.js'
import { verdictText } from '../../src/report/log/verdict-lines.js'
import { outputs } from '../../src/report/outputs/outputs.js'
import { summarize } from '../../src/report/summary/summary.js'
import { register } from '../../src/steps/register.js'
import { RunLog } from '../../src/steps/run-log.js'
import { definitionWithSecrets } from '../support/definition-with-secrets.js'
import { idlePorts } from '../support/idle-ports.js'
import { play } from '../support/play.js'
import { anObserved, aRegistration, aRevision, aTracked, complete } from '../support/rollout-builders.js'
import { revisionArn } from '../support/service-builders.js'
import { aStubEcs } from '../support/stub-ecs.js'
import { webStory } from '../support/web-stories.js'
import { chance } from './check-worlds.js'
import { bare, nested, type RandomSecret, randomSecret } from './random-secret.js'

const { inputs } = readInputs(name => ({ service: 'web', 'task-definition': 'x' })[name] ?? '')
const web8 = { arn: revisionArn('web:8'), revision: '8' }

const noTask = { task: undefined, taskFile: undefined }

/** Everything that our own words are made of. */
function shown(live: JsonObject, definition: JsonObject): string {
  const observed = anObserved({ serving: revisionArn('web:7'), live })
  const base = { kind: 'file', definition, origin: 'td.yml', positionOf: undefined, asIs: undefined } as const
  // What the checks say depends on the values; that they tell none is proven beside them.
  const options = { ...inputs, preflight: 'off', provenance: {}, pages: undefined } as const
  const planFor = (targets: PlanRequest['targets']) => {
    const result = makePlan({ options, base, targets, resources: noResources, ...noTask })
    if (result.kind === 'refused') throw new Error('refused')
    return result.plan
  }
  const deploy = planFor([{ kind: 'service', observed, resources: noResources }])
  const registration = planFor([])
  const [service] = deploy.services
  if (!service) throw new Error('the plan has no service')
  const become = (result: ServiceResult) =>
    complete(deployed({ plan: deploy, revision: web8, services: [result], problems: [] }))
  const outcomes: Outcome[] = [
    complete(planned([observed.target], deploy)),
    complete(registered(registration, web8)),
    become({ kind: 'unchanged', plan: service, serving: web8.arn }),
    become({ kind: 'started', rollout: unwatchedRollout(service, aTracked()) }),
    become({ kind: 'unconfirmed', plan: service, reason: 'x' }),
  ]
  return JSON.stringify([
    planLines(deploy),
    planLines(registration),
    ...outcomes.map(outcome => [
      summarize(outcome, { run: { commit: '9be21c4' }, history: undefined }),
      outputs(outcome, {}),
      annotations(outcome),
      verdictText(outcome).lines,
    ]),
  ])
}

const anything = fc.oneof(
  randomSecret.map(({ value }) => value),
  fc.string(),
  fc.constantFrom('', 'a', '1', 'true', 'web', 'app', 'production', 'started', '9be21c4', '***', 'web:8'),
)

test('our own words are the same, whatever the values are', () => {
  const values = fc.array(anything, { minLength: 60, maxLength: 60 })
  const changed = (place: number) => `live ${place}`
  const usual = shown(definitionWithSecrets(changed), definitionWithSecrets(String))
  expect(usual).toContain('app.environment.A')
  fc.assert(
    fc.property(values, all => {
      const definition = definitionWithSecrets(place => all[place] ?? '')
      expect(shown(definitionWithSecrets(changed), definition)).toBe(usual)
      expect(shown(definition, definitionWithSecrets(changed))).toBe(usual)
    }),
    chance('our own words', 100),
  )
})

test('a mistake in a file is reported without the values around it', () => {
  const chances = chance('mistakes in a file', 1_000)
  let problems = 0
  // Most mistakes are made next to the value.
  const place = fc.oneof(fc.nat(400), fc.tuple(fc.nat(6), fc.integer({ min: -3, max: 1 })))
  const damage = fc.constantFrom(
    '',
    ':',
    '\n',
    ' ',
    '"',
    "'",
    '|',
    '!',
    '&',
    '*',
    '{',
    '}',
    ']',
    '- ',
    '\t',
    '%',
    '#',
  )
  fc.assert(
    fc.property(randomSecret, place, damage, fc.nat(3), (secret, where, instead, cut) => {
      const yaml = [
        'family: web',
        'containerDefinitions:',
        '  - name: app',
        `    command: [serve, ${JSON.stringify(secret.value)}]`,
        '    environment:',
        `      - {name: A, value: ${secret.parts[0]}}`,
        `      - {name: B, valeu: ${secret.parts[0]}}`,
        '      - name: C',
        `        value: ${secret.parts[0]}`,
        `    dockerLabels: {a: ${secret.parts[0]}, b: ["${secret.parts[0]}"]}`,
        '',
      ].join('\n')
      const [which, extra] = Array.isArray(where) ? where : [0, where]
      const starts = [...yaml.matchAll(RegExp(secret.parts[0] ?? '', 'g'))].map(({ index }) => index)
      const at = (Array.isArray(where) ? (starts[which % starts.length] ?? 0) : 0) + extra
      const document = parse('td.yml', yaml.slice(0, at) + instead + yaml.slice(at + cut))
      const shown =
        'problem' in document
          ? [document.problem]
          : (['refuse', 'keep'] as const).flatMap(keys => {
              const { problems, unknown } = validate(document, taskDefinitionShape, keys)
              return [...problems, ...unknown].map(({ text }) => text)
            })
      problems += shown.length
      expect(bare(shown.join(' '))).not.toContain(secret.parts[0])
    }),
    chances,
  )
  expect(problems).toBeGreaterThan(chances.numRuns)
})

/** How AWS and Docker have been seen to quote what they could not use. */
const quoting: readonly ((value: string) => string)[] = [
  value => `CannotStartContainerError: exec: ${JSON.stringify(value)}: executable file not found in $PATH`,
  value => `ResourceInitializationError: unable to pull secrets: ${value}.`,
  value => `invalid value '${value}'`,
  value => `CannotStartContainerError: ${value.replace(/\s+/g, ' ')} is not a valid option.`,
  value => value,
]

/** A crash loop in which ECS repeats a value wherever it can, while the action watches. */
async function gossip(secrets: readonly RandomSecret[], quote: (value: string) => string) {
  const definition = taskDefinition('web') as { containerDefinitions: JsonObject[] }
  const [container = {}] = definition.containerDefinitions
  const values = secrets.map(({ value }) => value)
  const file = {
    ...definition,
    containerDefinitions: [
      {
        ...container,
        environment: values.map((value, i) => ({ name: `A${i}`, value })),
        entryPoint: values,
        dockerLabels: Object.fromEntries(values.map((value, i) => [`a${i}`, value])),
      },
    ],
  }
  const rumour = values.map(quote).join(' and ')
  const story = webStory({
    software: { exitsAfterSeconds: 3, exitCode: 1 },
    onAnswered: world => {
      for (const task of world.tasks.values()) {
        if (task.lastStatus !== 'STOPPED') continue
        task.stoppedReason = rumour
        for (const one of task.containers) one.reason = rumour
      }
      for (const service of world.services.values()) {
        const message = `(service web) was unable to start: ${rumour}`
        service.events = service.events.map(event => ({ ...event, message }))
      }
    },
  })
  return play({ ...story, files: { 'task-definition.json': JSON.stringify(file) } })
}

const secrets = fc.oneof(
  nested,
  randomSecret.map(one => [one]),
)

test('what ECS repeats of a value is in no line, summary, output, annotation or saved state', async () => {
  await fc.assert(
    fc.asyncProperty(secrets, fc.constantFrom(...quoting), async (all, quote) => {
      const { log, summary, outputs, annotations, state } = await gossip(all, quote)
      expect(outputs.outcome).toBe('rolled-back')
      const everything = bare(JSON.stringify([log, summary, outputs, annotations, state]))
      // The gossip did arrive: what is left of it is stars.
      expect(everything.length).toBeGreaterThan(1_000)
      expect(log.join('\n')).toContain('***')
      for (const part of all.flatMap(({ parts }) => parts)) expect(everything).not.toContain(part)
    }),
    chance('gossip of ECS', 15),
  )
})

test('what ECS repeats of a value when it refuses to register it is in no problem', async () => {
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
  await fc.assert(
    fc.asyncProperty(secrets, fc.constantFrom(...quoting), async (all, quote) => {
      const values = all.map(({ value }) => value)
      const message = values.map(quote).join(' and ')
      const ecs = aStubEcs({
        registerTaskDefinition: () =>
          Promise.reject(
            new ApiError({
              kind: 'rejected',
              operation: 'ecs:RegisterTaskDefinition',
              code: 'ClientException',
              message,
            }),
          ),
      })
      const definition = definitionWithSecrets(place => values[place % values.length] ?? '')
      const lines: string[] = []
      const log = (line: string) => void lines.push(line)
      const saveState = async (_: string, value: string) => lines.push(value) > 0
      const quiet = { log, debug: log, group: log, ungroup: () => {}, output: log, saveState }
      const nobody = { commit: undefined, run: {}, pullRequest: undefined, mask: () => {} }
      const passedInputs = () => ({ inputs: [], includesSurrounding: false })
      const runner = { ...quiet, ...nobody, input: String, passedInputs, annotate: () => {}, summary }
      const ports = {
        ...idlePorts,
        ecs,
        clock,
        runner,
        step: {
          problems: [],
          event: undefined,
          hasCredentials: undefined,
          region: undefined,
          pages: undefined,
          clientToken: () => '',
        },
        canceled: new AbortController().signal,
      }
      const plan = aRegistration({ revision: aRevision({ definition }) })
      const none = { registered: undefined, registeredForTask: undefined, definitionFile: undefined }
      const progress = { ...none, ...noTask }
      const saved = new SavedStates(runner)
      const context = {
        ports,
        inputs,
        problems: [],
        notices: [],
        targets: [],
        log: new RunLog(runner),
        saved,
      }
      const answer = await register.perform(context, { ...progress, plan })
      if (answer.kind !== 'end') throw new Error('ECS took it')
      const outcome = complete(answer.outcome, answer.notices)
      const everything = bare(
        JSON.stringify([
          lines,
          summarize(outcome, { run: {}, history: undefined }),
          outputs(outcome, {}),
          annotations(outcome),
          verdictText(outcome).lines,
        ]),
      )
      expect(everything).toContain('ECS refuses')
      for (const part of all.flatMap(({ parts }) => parts)) expect(everything).not.toContain(part)
    }),
    chance('refusals of ECS', 300),
  )
})

async function summary() {}
