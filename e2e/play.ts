/** Plays a case (its repository, its simulator, its runs on act) and returns what was not as expected. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inspect, isDeepStrictEqual } from 'node:util'
import { type ActRun, runAct } from './act.js'
import { type ArtifactService, startArtifactService } from './artifact-service.js'
import type { Case, Expectation, Run } from './case.js'
import { type Chat, startChat } from './chat.js'
import { type IdentityTokens, serveIdentityTokens } from './identity-tokens.js'
import { officialActions } from './official-actions.js'
import { noSimulator, type Simulator, startSimulator } from './simulator.js'
import { foldersFor, usesOf } from './uses.js'
import { copyAction, layOutRepository } from './workspace.js'

export interface CaseSetup {
  /** The checkout of this project. */
  readonly root: string
  /** Where act is. */
  readonly act: string
  readonly terraformPlugins: string | undefined
  /** An empty folder. */
  readonly scratch: string
}

const speed = 60

/** Of actions that need GitHub or AWS, where their own code is not on this machine. */
const standIns = [
  'aws-actions/configure-aws-credentials',
  'actions/upload-artifact',
  'actions/download-artifact',
  'hashicorp/setup-terraform',
]

export async function play(
  { workflow, scenario, tag, runs }: Case,
  setup: CaseSetup,
): Promise<readonly string[]> {
  const checkout = layOut(workflow, setup)
  const program = join(setup.root, 'dist/simulator/main.js')
  const simulator = scenario
    ? await startSimulator({ program, scenario, speed, tag: tag ?? checkout.commit })
    : noSimulator
  const chat = await startChat()
  await using artifactService = await startArtifactService()
  await using identityTokens = await serveIdentityTokens()
  try {
    const wrong: string[] = []
    for (const run of runs)
      wrong.push(
        ...(await playRun(run, { setup, checkout, simulator, chat, artifactService, identityTokens })),
      )
    return wrong
  } finally {
    await Promise.all([simulator.stop(), chat.stop()])
  }
}

interface Checkout {
  readonly repository: string
  /** The file of the workflow, in the repository. */
  readonly file: string
  readonly actions: Readonly<Record<string, string>>
  readonly commit: string
}

function layOut(workflow: string, { root, scratch }: CaseSetup): Checkout {
  const file = `.github/workflows/${basename(workflow)}`
  const repository = join(scratch, 'repository')
  const action = join(scratch, 'action')
  const text = readFileSync(join(root, workflow), 'utf8')
  const actions = foldersFor(text, {
    'OWNER/ecs-safe-deploy': action,
    ...Object.fromEntries(standIns.map(name => [name, join(root, 'e2e/stand-ins', basename(name))])),
    ...officialActions(),
  })
  copyAction(root, action)
  if (usesOf(text).some(uses => uses.startsWith('./'))) copyAction(root, repository)
  const commit = layOutRepository(repository, {
    [file]: join(root, workflow),
    'deploy/task-definition.yml': join(root, 'examples/task-definition.yml'),
    'deploy/migration.yml': join(root, 'examples/task-definition-migration.yml'),
    'preview/main.tf': join(root, 'examples/preview.tf'),
    'infrastructure/main.tf': join(root, 'examples/simulator-terraform.tf'),
    'tests/world.yaml': join(root, 'examples/simulator-world.yaml'),
  })
  return { repository, file, actions, commit }
}

interface RunContext {
  readonly setup: CaseSetup
  readonly checkout: Checkout
  readonly simulator: Simulator
  readonly chat: Chat
  readonly artifactService: ArtifactService
  readonly identityTokens: IdentityTokens
}

async function playRun(
  run: Run,
  { setup, checkout, simulator, chat, artifactService, identityTokens }: RunContext,
): Promise<readonly string[]> {
  const { repository, file, actions } = checkout
  const { length: before } = await simulator.changes()
  const { length: messagesBefore } = chat.messages
  const ran = await runAct({
    program: setup.act,
    repository,
    workflow: join(repository, file),
    event: run.on[0],
    payload: join(setup.root, 'e2e/events', run.on[1]),
    actions,
    home: join(setup.scratch, 'home'),
    secrets: { GITHUB_TOKEN: 'simulated', CHAT_WEBHOOK: chat.url },
    env: {
      ...simulator.environment,
      ...artifactService.variables,
      ...identityTokens.variables,
      ARTIFACTS: join(setup.scratch, 'artifacts'),
      TERRAFORM_STATE: join(setup.scratch, 'terraform'),
      TERRAFORM_PLUGINS: setup.terraformPlugins ?? '',
    },
    canceled: run.canceledAfter ? simulator.answered(run.canceledAfter) : undefined,
  })
  const changes = (await simulator.changes()).slice(before).filter(isCertain(run)).toSorted()
  const messages = chat.messages.slice(messagesBefore)
  const found = differences(
    run.expect,
    await facts(run.expect, { ran, changes, messages, simulator, artifactService }),
  )
  return found.length > 0 ? [`on ${run.on[1]}:`, ...found, ...ran.text] : []
}

/** Whether the action or the circuit breaker stops a failing deployment first is a matter of milliseconds. */
function isCertain({ expect: { green } }: Run): (operation: string) => boolean {
  return operation => green || operation !== 'StopServiceDeployment'
}

interface RunResult {
  readonly ran: ActRun
  readonly changes: readonly string[]
  readonly messages: readonly string[]
  readonly simulator: Simulator
  readonly artifactService: ArtifactService
}

/** What is true, in the shape of the expectation. */
async function facts(
  expected: Expectation,
  { ran, changes, messages, simulator, artifactService }: RunResult,
): Promise<Expectation> {
  const { green, steps } = ran
  const services: Record<string, string> = {}
  for (const path of Object.keys(expected.services)) {
    const [cluster = '', name = ''] = path.split('/')
    services[path] = await simulator.service(cluster, name)
  }
  const comments: Record<string, string> = {}
  for (const pull of Object.keys(expected.comments ?? {}))
    comments[pull] = (await simulator.comments(pull)).join('\n-- another --\n')
  const artifacts = [...artifactService.artifacts].map(([name, { text }]) => [name, text])
  return {
    green,
    steps,
    changes,
    services,
    summaries: expected.summaries && matched(expected.summaries, ran.summaries),
    comments: expected.comments && matched(expected.comments, comments),
    artifacts: expected.artifacts && matched(expected.artifacts, Object.fromEntries(artifacts)),
    message:
      expected.message &&
      matched({ chat: expected.message }, { chat: messages.join('\n-- another --\n') }).chat,
  }
}

/** The pattern itself where a text matches, so that only differences are shown. */
function matched(
  expected: Readonly<Record<string, RegExp>>,
  texts: Readonly<Record<string, string>>,
): Record<string, RegExp> {
  const found = Object.entries(expected).map(([name, pattern]) => {
    const text = texts[name] ?? ''
    return [name, pattern.test(text) ? pattern : text]
  })
  return Object.fromEntries(found)
}

function differences(expected: Expectation, actual: Expectation): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const found = actual[name as keyof Expectation]
    return isDeepStrictEqual(found, value)
      ? []
      : [`  ${name}: expected ${inspect(value)}`, `  ${' '.repeat(name.length)}  but have ${inspect(found)}`]
  })
}
