/** The steps of release.yml that cannot be tried before a release: what they attest, and how they move the major tag. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { testUnless } from '../support/test-unless.js'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly shell?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
}

const workflow = parse(readFileSync('.github/workflows/release.yml', 'utf8')) as {
  readonly jobs: { readonly publish: { readonly steps: readonly Step[] } }
}
const { steps } = workflow.jobs.publish

test('every file that a runner downloads to run the action is attested', () => {
  const attest = steps.find(({ uses }) => uses?.startsWith('actions/attest@'))
  const subjects = attest?.with?.['subject-path']?.trim().split('\n') ?? []
  const covered = (file: string) =>
    subjects.some(subject =>
      subject.endsWith('/**') ? file.startsWith(subject.slice(0, -2)) : file === subject,
    )
  const files = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
  expect(['action.yml', ...files].filter(file => !covered(file))).toStrictEqual([])
})

test('the instructions verify the workflow that signs', () => {
  const [, signer = ''] =
    /--signer-workflow OWNER\/ecs-safe-deploy\/(\S+)/.exec(readFileSync('docs/release.md', 'utf8')) ?? []
  const signing = parse(readFileSync(signer, 'utf8')) as typeof workflow
  expect(signing.jobs.publish.steps).toStrictEqual(steps)
})

const folder = mkdtempSync(join(tmpdir(), 'release-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Answers for the three calls of the step, and writes each down. */
const gh = `#!/bin/sh
echo "$*" >>"$CALLS"
case "$*" in
  *matching-refs*) test -n "$TAGS" || exit 1; for tag in $TAGS; do echo "refs/tags/$tag"; done ;;
  *git/ref/tags/*) test -n "$MAJOR" ;;
  *) test -z "$REFUSED" ;;
esac
`

const patch = 'api --method PATCH repos/octo/app/git/refs/tags/v1 -f sha=5f1e9c0 -F force=true --silent'
const post = 'api --method POST repos/octo/app/git/refs -f ref=refs/tags/v1 -f sha=5f1e9c0 --silent'

interface Row {
  readonly name: string
  readonly answers: Readonly<Record<string, string>>
  readonly green: boolean
  readonly last: string
  readonly says: RegExp
}

const rows: readonly Row[] = [
  { name: 'the first release makes it', answers: { TAGS: 'v1.2.0' }, green: true, last: post, says: /^$/ },
  {
    name: 'the next one moves it',
    answers: { TAGS: 'v1.2.0 v1.1.0', MAJOR: 'v1' },
    green: true,
    last: patch,
    says: /^$/,
  },
  {
    name: 'it stays at a newer release',
    answers: { TAGS: 'v1.2.0 v1.10.0', MAJOR: 'v1' },
    green: true,
    last: 'matching-refs',
    says: /^v1\.10\.0 is newer than v1\.2\.0: v1 stays\.$/,
  },
  {
    name: 'other tags that begin alike count for nothing',
    answers: { TAGS: 'v1.2.0 v1.2.0-rc.1 v1.x v1.3.0-beta', MAJOR: 'v1' },
    green: true,
    last: patch,
    says: /^$/,
  },
  {
    name: 'GitHub refuses to move it',
    answers: { TAGS: 'v1.2.0', MAJOR: 'v1', REFUSED: 'yes' },
    green: false,
    last: patch,
    says: /^::error::v1\.2\.0 is published, and v1 has not moved.*docs\/release\.md/,
  },
  {
    name: 'GitHub does not return the tags',
    answers: { MAJOR: 'v1' },
    green: false,
    last: 'matching-refs',
    says: /^::error::v1\.2\.0 is published, and v1 has not moved/,
  },
]

const testOnLinux = testUnless(
  process.platform !== 'linux',
  'the job runs on Linux: its bash, and a sort that knows versions',
)

testOnLinux.each(rows)('the major tag: $name', ({ answers, green, last, says }) => {
  const { run = '', shell } = steps.find(({ name }) => name?.startsWith('Move the major tag')) ?? {}
  const calls = join(folder, 'calls')
  writeFileSync(calls, '')
  writeFileSync(join(folder, 'gh'), gh)
  chmodSync(join(folder, 'gh'), 0o755)
  // What the runner starts for a step, without and with `shell: bash`.
  const options = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e']
  const { status, stdout } = spawnSync('bash', [...options, '-c', run], {
    encoding: 'utf8',
    env: {
      PATH: `${folder}${delimiter}${process.env.PATH}`,
      CALLS: calls,
      GH_REPO: 'octo/app',
      GITHUB_SHA: '5f1e9c0',
      TAG: 'v1.2.0',
      ...answers,
    },
  })
  expect(stdout.trim()).toMatch(says)
  expect(status === 0).toBe(green)
  expect(readFileSync(calls, 'utf8').trim().split('\n').at(-1)).toContain(last)
})
