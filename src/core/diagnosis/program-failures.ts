/**
 * What the image does not have: program, directory, user.
 * https://github.com/opencontainers/runc/blob/main/libcontainer/standard_init_linux.go
 */
import { quote } from '../errors/problem.js'
import { memberAt } from './container-definition.js'
import type { Explanation } from './evidence.js'
import type { StartFailure, StartRow } from './start-row.js'

/** Old Docker versions escape the quotes. */
const quoted = '\\\\*"([^"\\\\]+)\\\\*"'

export const programRows: readonly StartRow[] = [
  {
    failureClass: 'container-exit',
    matches: new RegExp(`exec: ${quoted}: permission denied|exec (\\S{1,200}): permission denied`),
    explain: ({ evidence, name, group }) => {
      const program = group(1) || group(2)
      return {
        detail: `${quote(program)} in the image of ${name} is not an executable file`,
        next: `Make ${program} executable in the image (chmod +x), or correct command or entryPoint of ${name}.`,
        position: commandAt(evidence),
      }
    },
  },
  {
    failureClass: 'container-exit',
    matches: new RegExp(
      `exec: ${quoted}: (?:executable file not found|stat \\S{1,200}: no such file|no such file)|exec (\\S{1,200}): no such file or directory`,
    ),
    explain: missingProgram,
  },
  {
    failureClass: 'container-exit',
    matches: /exec format error/i,
    explain: () => ({ detail: undefined, next: undefined, position: undefined }),
  },
  {
    failureClass: 'container-exit',
    matches: new RegExp(`chdir to cwd \\(?${quoted}`),
    explain: ({ evidence, name, group }) => ({
      detail: `the image of ${name} has no directory ${group(1)}`,
      next: `Correct workingDirectory of ${name}, or create ${group(1)} in the image.`,
      position: memberAt(evidence, evidence.failure.container, 'workingDirectory'),
    }),
  },
  {
    failureClass: 'container-exit',
    matches: /unable to find (user|group) ([^:\s]+): no matching entries/,
    explain: ({ evidence, name, group }) => ({
      detail: `the image of ${name} has no ${group(1)} ${group(2)}`,
      next: `Correct user of ${name}, or create the ${group(1)} ${group(2)} in the image.`,
      position: memberAt(evidence, evidence.failure.container, 'user'),
    }),
  },
]

/** The whole command as one word is a usual mistake. */
function missingProgram({ evidence, name, group }: StartFailure): Explanation {
  const program = group(1) || group(2)
  const words = program.trim().split(/\s+/)
  const next =
    words.length > 1
      ? `Write each word of command or entryPoint of ${name} as an item of its own: ${JSON.stringify(words)}.`
      : `Correct command or entryPoint of ${name}: the image must contain the program, as an executable file.`
  return {
    detail: `the image of ${name} has no program ${quote(program)}`,
    next,
    position: commandAt(evidence),
  }
}

function commandAt(evidence: StartFailure['evidence']): Explanation['position'] {
  const { container } = evidence.failure
  return memberAt(evidence, container, 'command') ?? memberAt(evidence, container, 'entryPoint')
}
