import { healthChecksIn } from '../../task-definition/container-health-checks.js'
import { isList, type Json } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const healthCommand = defineCheck({ id: 'health-command', run })

function run({ definition, positionOf }: CheckContext): Findings {
  const checks = healthChecksIn(definition)
  if (checks.length === 0) return undefined
  return checks.flatMap(({ name, path, value }): CheckFinding[] => {
    const problem = commandProblem(isList(value.command) ? value.command : [])
    if (problem === undefined) return []
    return [
      {
        result: 'warning',
        text: `container ${name}: healthCheck.command ${problem}`,
        next: 'Start it with CMD (a program and its arguments) or CMD-SHELL (one line for the shell), or remove healthCheck.',
        position: positionOf([...path, 'command']),
      },
    ]
  })
}

/** Commands can contain secrets: no words in messages. */
function commandProblem(words: readonly Json[]): string | undefined {
  const [first] = words
  if (first === undefined) return 'is empty'
  if ((first === 'CMD' || first === 'CMD-SHELL') && words.length > 1) return undefined
  if (first === 'NONE') return 'is NONE, which disables the check'
  return 'must be CMD or CMD-SHELL followed by the command'
}
