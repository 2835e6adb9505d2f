/** What a runner passes that action.yml does not know. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { inputVariables } from '../../../simulator/demo/runner-environment.js'
import { readPassedInputs } from '../../../src/adapters/runner/passed-inputs.js'
import { insteadOf, insteadTable } from '../../../src/inputs/instead-of-inputs.js'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
function read(given: Raw, env: Raw = {}) {
  const inputs = { service: 'web', 'force-new-deployment': 'true', ...given }
  const variables = { ...env, ...inputVariables(inputs) }
  return readInputs(name => inputs[name as keyof typeof inputs] ?? '', readPassedInputs(variables))
}
const said = (given: Raw, env: Raw = {}) =>
  read(given, env).problems.map(({ subject, text }) => `${subject} ${text}`)

describe('a name that is near', () => {
  test.each([
    { name: 'dryrun', meant: 'dry-run' },
    { name: 'dry_run', meant: 'dry-run' },
    { name: 'Dry Run', meant: 'dry-run', shown: 'dry_run' },
    { name: 'on-timout', meant: 'on-timeout' },
    { name: 'task-defintion', meant: 'task-definition' },
    { name: 'taskDefinition', meant: 'task-definition', shown: 'taskdefinition' },
    { name: 'container_name', meant: 'container-name' },
    { name: 'wait-for-minute', meant: 'wait-for-minutes' },
    { name: 'secret', meant: 'secrets' },
  ])('$name', ({ name, meant, shown = name }) => {
    expect(said({ [name]: 'x' })).toStrictEqual([
      expect.stringMatching(new RegExp(`^${shown} is not an input of this action; did you mean ${meant}\\?`)),
    ])
  })
})

describe('an input of another action', () => {
  test.each([
    { name: 'codedeploy-appspec', says: /this action does not deploy through CodeDeploy/ },
    { name: 'wait-max-delay-seconds', says: /remove it/ },
    { name: 'aws-region', says: /configure-aws-credentials in a step before/ },
    { name: 'aws_region', says: /configure-aws-credentials in a step before/ },
  ])('$name', ({ name, says }) => {
    expect(said({ [name]: 'x' })).toStrictEqual([expect.stringMatching(says)])
  })

  test('several with the same advice are one problem', () => {
    expect(
      said({ 'codedeploy-appspec': 'a', 'codedeploy-application': 'b', 'codedeploy-deployment-group': 'c' }),
    ).toStrictEqual([
      expect.stringMatching(
        /^codedeploy-appspec is an input .* does not have, and so are codedeploy-application, codedeploy-deployment-group: /,
      ),
    ])
  })

  test('the table has each input of the official actions that action.yml lacks, and none that it has', () => {
    const guide = readFileSync('docs/moving-over.md', 'utf8')
    const official = [...guide.matchAll(/^\| `([\w-]+)` \| .* \|$/gm)].map(([, name = '']) => name)
    const ours = Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs)
    expect(official.length).toBeGreaterThan(40)
    expect(official.filter(name => !ours.includes(name) && !insteadOf(name.toLowerCase()))).toStrictEqual([])
    const learned = insteadTable
      .flatMap(({ names }) => names)
      .filter(name => ours.some(own => own.toLowerCase() === name))
    expect(learned).toStrictEqual([])
  })
})

describe('any other name', () => {
  test('is refused with the way out for a variable of env', () => {
    expect(said({ foo: 'bar' })).toStrictEqual([
      "foo is not an input of this action: remove it. If this is the variable INPUT_FOO of an env block, rename it or set it to '' in the env of this step",
    ])
  })

  test('with a hyphen it is no variable', () => {
    expect(said({ 'deploy-strategy': 'x' })).toStrictEqual([
      'deploy-strategy is not an input of this action: remove it',
    ])
  })

  test('that is no name is not shown', () => {
    expect(said({ x39JsJhQQ79puSkqtaKNg: 'x' }).join()).not.toMatch(/x39/i)
  })

  test('is reported together with the others', () => {
    expect(read({ foo: 'bar', dryrun: 'true', 'codedeploy-application': 'web', 'wait-for-minutes': 'x' }).problems.map(({ subject }) => subject)).toStrictEqual([
      'foo', 'dryrun', 'codedeploy-application', 'wait-for-minutes',
    ]) // biome-ignore format: one list
  })
})

describe('not refused', () => {
  test.each<{ name: string; given?: Raw; env?: Raw }>([
    { name: 'an empty value, as an env block hides a variable', env: { INPUT_VERSION: '' } },
    { name: 'small letters, which no runner writes', env: { INPUT_version: '7' } },
    { name: 'other variables', env: { MY_INPUT_FOO: '7', INPUT: 'x', INPUT_: 'y' } },
    {
      name: 'an input of the official action that is switched off',
      given: { 'codedeploy-appspec': '', 'codedeploy-application': ' ', 'run-task': 'false' },
    },
    { name: 'an input in other letters', given: { 'Dry-Run': '' } },
    {
      name: 'an input that action.yml writes with capitals',
      given: { 'run-task-assign-public-IP': 'DISABLED' },
    },
  ])('$name', ({ given = {}, env = {} }) => {
    expect(said(given, env)).toStrictEqual([])
  })

  test('an empty value of a name with a hyphen is refused: that is no variable', () => {
    expect(said({ 'task-defintion': '' })).toStrictEqual([
      expect.stringContaining('did you mean task-definition?'),
    ])
  })

  test.each(['ACT', 'GITEA_ACTIONS', 'FORGEJO_ACTIONS'])(
    '%s: an input of a surrounding composite action is only warned of',
    variable => {
      const { problems, notices } = read({ 'deploy-strategy': 'x' }, { [variable]: 'true' })
      expect([problems, notices]).toStrictEqual([
      [], [{ level: 'warning', text: 'deploy-strategy is not an input of this action, and has no effect here.' }],
    ]) // biome-ignore format: one list
      expect(said({ dryrun: 'true' }, { [variable]: 'true' })).toHaveLength(1)
    },
  )
})
