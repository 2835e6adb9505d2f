/** Reasons as ECS words them: docs.aws.amazon.com, stopped-task-error-codes. */
import { expect, test } from '@jest/globals'
import { type EvidenceOverrides, explained } from '../../../../support/failure-evidence.js'

test.each<{
  name: string
  reason: string
  more?: EvidenceOverrides
  detail: string | undefined
  next: string | undefined
}>([
  {
    name: 'another architecture, by the log only',
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: ['exec /app/server: exec format error'] },
    detail: `web:9be21c4 is built for a different architecture than X86_64, which the task runs on (exec format error)`,
    next: 'Build the image for linux/amd64, or set runtimePlatform.cpuArchitecture to what it is built for.',
  },
  {
    name: 'the last line that looks like an error, even if more lines follow',
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: ['starting', 'Error: DATABASE_URL is not set', 'shutting down'] },
    detail: 'its log ends with "Error: DATABASE_URL is not set"',
    // Which it has: the value may be empty, or the app means another place.
    next: 'Fix the error shown in the log of app.',
  },
  {
    name: 'a variable that the task definition does not set',
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: ["KeyError: 'FEATURE_X'"] },
    detail: `its log ends with "KeyError: 'FEATURE_X'"`,
    next: 'The task definition does not set FEATURE_X for app: add it to environment or secrets, or make app start without it.',
  },
  {
    name: 'a variable that may be set by an environment file',
    reason: 'Essential container in task exited',
    more: {
      exitCode: 1,
      lines: ['fatal: TOKEN is missing'],
      definition: {
        containerDefinitions: [{ name: 'app', environmentFiles: [{ value: 's3', type: 's3' }] }],
      },
    },
    detail: 'its log ends with "fatal: TOKEN is missing"',
    next: 'Fix the error shown in the log of app.',
  },
  {
    name: 'a last line that does not look like an error',
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: ['loading plugins'] },
    detail: 'its log ends with "loading plugins"',
    next: 'Read the log of app to find out why it ended: nothing in its last lines looks like an error.',
  },
  ...[
    'config: unknown key FEATURE_BANNER',
    'listen tcp: invalid port 99999',
    'unexpected end of JSON input',
    'ModuleNotFound: not found: express',
    'waiting for the database timed out',
  ].map(line => ({
    name: `an error without the word error: ${line}`,
    reason: 'Essential container in task exited',
    more: { exitCode: 1, lines: [line, 'shutting down'] },
    detail: `its log ends with "${line}"`,
    next: 'Fix the error shown in the log of app.',
  })),
  {
    name: 'a program that exits with 0',
    reason: 'Essential container in task exited',
    more: { exitCode: 0, lines: ['migrated 3 tables'] },
    detail:
      'this is not an error, but the tasks of a service must keep running; its log ends with "migrated 3 tables"',
    next: 'Use a command that keeps app running, or set its essential to false.',
  },
  {
    name: 'a program that the image does not contain',
    reason: 'Essential container in task exited',
    more: { exitCode: 127 },
    detail: undefined,
    next: 'Correct command or entryPoint of app: the image must contain the program, as an executable file.',
  },
  {
    name: 'a command that cannot be executed',
    reason: 'Essential container in task exited',
    more: { exitCode: 126 },
    detail: undefined,
    next: 'Correct command or entryPoint of app: the image must contain the program, as an executable file.',
  },
  {
    name: 'nothing but an exit code',
    reason: 'Essential container in task exited',
    more: { exitCode: 1 },
    detail: undefined,
    next: undefined,
  },
])('$name', ({ reason, more, detail, next }) => {
  expect(explained('container-exit', reason, more)).toStrictEqual({ detail, next })
})
