/** What the step was asked for, as arguments of `serve`. Every wrong input is a problem with its name, its value and what to do. */
import { closest, distance } from 'fastest-levenshtein'
import { readServe } from '../serve-command.js'
import { UsageError } from '../usage.js'

/** What else than the rules of `serve` the inputs are held to. */
export interface InputContext {
  readonly scenarios: readonly string[]
  /** Of a path in the workspace. */
  readonly isFile: (path: string) => boolean
  /** Names that the workflow passes, those that this action does not have included. */
  readonly passed: readonly string[]
}

export interface ValidInputs {
  readonly kind: 'valid'
  /** Of `serve`. */
  readonly args: readonly string[]
  /** Name of the artifact to upload the requests as. */
  readonly artifact: string | undefined
}

export type ReadInputs = ValidInputs | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/** What each input is, and what to do where it is not. All but the scenario, whose names say more. */
const advice: Readonly<Record<string, string>> = {
  scenario: '',
  world: 'is no file in the workspace. Check out the repository before this step, and correct the path.',
  tag: 'is not a tag of an image. Use letters, digits, dots, dashes and underscores, 128 at most.',
  speed: 'is not a speed. Set a number from 0 to 1000: simulated seconds per real second.',
  host: 'is not an address. Set one of this machine, such as 127.0.0.1 or 0.0.0.0.',
  port: 'is not a port. Set a whole number from 1 to 65535, or leave it empty for any free one.',
  region: 'is not a region. Set one such as eu-west-1, or leave it empty for that of the world.',
  account: 'is not an account. Set 12 digits in quotes, or leave it empty for that of the world.',
  seed: 'is not a seed. Set a whole number from 0 to 4294967295.',
  'requests-artifact':
    'is not a name of an artifact. Leave out line breaks and these characters: " : < > | * ? \\ /',
}

/** The only input that is not a flag of `serve`. */
const artifactInput = 'requests-artifact'

/** As @actions/artifact refuses them (path-and-artifact-name-validation.ts). */
const refusedInArtifactNames = /[":<>|*?\r\n\\/]/

export const inputNames: readonly string[] = Object.keys(advice)

/** `values` has an entry for each input that is not empty. */
export function readInputs(values: ReadonlyMap<string, string>, context: InputContext): ReadInputs {
  const { passed } = context
  const problems = [
    ...passed.filter(name => !inputNames.includes(name)).map(unknownInput),
    ...[...values].flatMap(([name, value]) => problemsOf(name, value, context)),
    ...conflicts(values),
  ]
  if (problems.length > 0) return { kind: 'wrong', problems }
  const flags = [...values].filter(([name]) => name !== artifactInput)
  const args = flags.map(([name, value]) => `--${name}=${value}`)
  return { kind: 'valid', args, artifact: values.get(artifactInput) }
}

function problemsOf(name: string, value: string, { scenarios, isFile }: InputContext): string[] {
  const problem = `${name}: ${JSON.stringify(value)} ${advice[name]}`
  if (name === artifactInput) return refusedInArtifactNames.test(value) ? [problem] : []
  try {
    readServe([`--${name}=${value}`], scenarios)
    if (name !== 'world' || isFile(value)) return []
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    if (name === 'scenario') return [`scenario: ${error.message}.`]
  }
  return [problem]
}

function conflicts(values: ReadonlyMap<string, string>): string[] {
  if (!values.has('world')) return []
  return [
    ...(values.has('scenario')
      ? [
          `scenario: ${JSON.stringify(values.get('scenario'))} and world: ${JSON.stringify(values.get('world'))} exclude each other. Set one of them.`,
        ]
      : []),
    ...(values.has('tag')
      ? [
          `tag: ${JSON.stringify(values.get('tag'))} is for scenarios. Leave it out, and name the tag in the world file.`,
        ]
      : []),
  ]
}

function unknownInput(name: string): string {
  const near = closest(name, inputNames)
  const known = `The inputs are ${inputNames.join(', ')}.`
  return distance(name, near) <= Math.max(2, name.length / 3)
    ? `${name}: there is no such input. Did you mean ${near}? ${known}`
    : `${name}: there is no such input. ${known}`
}

/** On act and its relatives, steps of a composite action have its inputs in their environment as well. */
const leaking = ['ACT', 'GITEA_ACTIONS', 'FORGEJO_ACTIONS']

/** The runner passes each key of `with:` as INPUT_ and its name in capitals, whether action.yml knows it or not. */
export function passedInputs(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (leaking.some(variable => env[variable])) return []
  return Object.keys(env).flatMap(variable => {
    const name = /^INPUT_(.+)$/s.exec(variable)?.[1]
    return name === undefined || name !== name.toUpperCase() ? [] : [name.toLowerCase()]
  })
}
