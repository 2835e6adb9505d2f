/**
 * The runner passes each key of `with:` as INPUT_ and the name in capitals, spaces as underscores, whether action.yml
 * knows it or not: https://github.com/actions/runner, src/Runner.Worker/Handlers/Handler.cs. A variable of `env:` looks the same.
 */
import type { PassedInputs } from '../../core/options/passed-inputs.js'

/** They run on act, where the steps of a composite action also get the inputs of that action. */
const actVariables = ['ACT', 'GITEA_ACTIONS', 'FORGEJO_ACTIONS']

export function readPassedInputs(env: Readonly<Record<string, string | undefined>>): PassedInputs {
  const inputs = Object.entries(env).flatMap(([variable, value]) => {
    const name = /^INPUT_(.+)$/s.exec(variable)?.[1]
    // The runner never writes small letters.
    if (name === undefined || name !== name.toUpperCase()) return []
    const text = (value ?? '').trim()
    return [{ name: name.toLowerCase(), isEmpty: text === '', isFalse: /^false$/i.test(text) }]
  })
  return { inputs, includesSurrounding: actVariables.some(variable => env[variable]) }
}
