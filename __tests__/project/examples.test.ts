/** The workflows of examples/ and e2e/: sound by themselves, run by `npm run e2e`, and the ones that the documents show. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { exampleCases } from '../../e2e/example-cases.js'
import { officialCases } from '../../e2e/official-cases.js'
import { recipeCases } from '../../e2e/recipe-cases.js'
import { simulatorCases } from '../../e2e/simulator-cases.js'
import { usesOf } from '../../e2e/uses.js'
import { workflowCases } from '../../e2e/workflow-cases.js'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly permissions?: object
  readonly jobs: Readonly<Record<string, Job>>
}

const action = 'OWNER/ecs-safe-deploy@COMMIT'
const simulator = 'OWNER/ecs-safe-deploy/simulator@COMMIT'
const inputsOf = (path: string) =>
  Object.keys((parse(readFileSync(path, 'utf8')) as { readonly inputs: object }).inputs)
const [inputs, simulatorInputs] = [inputsOf('action.yml'), inputsOf('simulator/action.yml')]
/** Of each action of this repository, as users and as its own workflows use it. */
const inputsByUse: Readonly<Record<string, readonly string[]>> = {
  [action]: inputs,
  './': inputs,
  [simulator]: simulatorInputs,
  './simulator': simulatorInputs,
}
/** Runs no action of this repository, but a program of it: __tests__/conformance/documents.test.ts. */
const conformance = 'examples/conformance.yml'
const readme = readFileSync('README.md', 'utf8')
const gettingStarted = readFileSync('docs/getting-started.md', 'utf8')
const recipes = readFileSync('docs/recipes.md', 'utf8')

const workflows = ['examples', 'e2e/workflows']
  .flatMap(folder => readdirSync(folder).map(file => `${folder}/${file}`))
  .filter(path => path.endsWith('.yml') && !path.startsWith('examples/task-definition'))
  .map(path => {
    const text = readFileSync(path, 'utf8')
    return { path, text, jobs: (parse(text) as Workflow).jobs }
  })
const examples = workflows.filter(({ path }) => path.startsWith('examples/') && path !== conformance)

test('every example runs', () => {
  const played = [...workflowCases, ...exampleCases, ...recipeCases, ...simulatorCases, ...officialCases].map(
    ({ workflow }) => workflow,
  )
  expect([...played, conformance].toSorted()).toStrictEqual(workflows.map(({ path }) => path).toSorted())
})

describe.each(workflows)('$path', ({ path, text, jobs }) => {
  test('pins every other action by commit and names its version', () => {
    const lines = text.split('\n').filter(line => /^\s*(?:- )?uses:/.test(line))
    const pinned =
      /uses: (?:\.\/(?:simulator)?|OWNER\/ecs-safe-deploy(?:\/simulator)?@COMMIT|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/
    expect(lines.filter(line => !pinned.test(line))).toStrictEqual([])
  })

  test('gives our actions only inputs that they have', () => {
    const own = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses !== undefined && uses in inputsByUse)
    const unknown = own.flatMap(({ uses = '', with: given = {} }) =>
      Object.keys(given).filter(name => !inputsByUse[uses]?.includes(name)),
    )
    expect(unknown).toStrictEqual([])
    const count = own.flatMap(({ with: given = {} }) => Object.keys(given)).length
    expect(count > 0).toBe(path !== conformance)
  })

  test('starts without permissions, and every job sets its own permissions and time limit', () => {
    expect((parse(text) as Workflow).permissions).toStrictEqual({})
    const loose = Object.entries(jobs).filter(([, job]) => !(job.permissions && job['timeout-minutes']))
    expect(loose.map(([name]) => name)).toStrictEqual([])
  })

  test('requests a token wherever it assumes a role, and nothing that it does not use', () => {
    const wrong = Object.entries(jobs).filter(([, { steps, permissions }]) => {
      const uses = (name: string) => steps.some(step => step.uses?.startsWith(`${name}@`))
      const needed = {
        ...(uses('aws-actions/configure-aws-credentials') && { 'id-token': 'write' }),
        ...(uses('actions/checkout') && path.startsWith('examples/') && { contents: 'read' }),
        ...(steps.some(step => step.with?.['pr-comment'] === true) && { 'pull-requests': 'write' }),
      }
      return JSON.stringify(permissions) !== JSON.stringify(needed)
    })
    expect(wrong.map(([name]) => name)).toStrictEqual([])
  })
})

describe.each(examples)('$path', ({ path, text }) => {
  test('uses an action of this repository as users do, and docs/recipes.md leads to it', () => {
    expect(usesOf(text).some(uses => uses === action || uses === simulator)).toBe(true)
    expect(recipes).toContain(`](../${path})`)
  })
})

/** The lines of a piece of YAML without what is indented in common, without comments behind them. */
function lines(yaml: string): readonly string[] {
  const all = yaml.trimEnd().split('\n')
  return all.map(line => line.replace(/ +#.*$/, ''))
}

test.each([
  ['README.md', readme],
  ['docs/getting-started.md', gettingStarted],
  ['docs/recipes.md', recipes],
])('every workflow and every step in %s is part of an example', (_, page) => {
  const shown = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml]) => yaml ?? '')
  const strange = shown.filter(
    yaml => !examples.some(({ text }) => indentations.some(by => holds(lines(text), lines(yaml), by))),
  )
  expect(strange).toStrictEqual([])
  expect(shown.length).toBeGreaterThan(0)
})

test('docs/getting-started.md shows the first workflow whole', () => {
  expect(gettingStarted).toContain(readFileSync('examples/deploy.yml', 'utf8'))
})

test('docs/simulator/action.md shows the test of a rollback as it runs', () => {
  const page = readFileSync('docs/simulator/action.md', 'utf8')
  const [, section = ''] = /^## Test a rollback\n([\s\S]*?)^## /m.exec(page) ?? []
  const shown = [...section.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml]) => yaml ?? '')
  const files = ['examples/simulator-terraform.yml', 'examples/simulator-world.yaml']
  const texts = files.map(path => readFileSync(path, 'utf8'))
  expect(shown).toHaveLength(2)
  const strange = shown.filter(
    yaml => !texts.some(text => holds(lines(text), lines(yaml), 0) || holds(lines(text), lines(yaml), 6)),
  )
  expect(strange).toStrictEqual([])
})

const indentations = [0, 2, 4, 6]

function holds(text: readonly string[], part: readonly string[], indentedBy: number): boolean {
  const wanted = part.map(line => `${' '.repeat(indentedBy)}${line}`.trimEnd()).join('\n')
  return `\n${text.join('\n')}\n`.includes(`\n${wanted}\n`)
}
