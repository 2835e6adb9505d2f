import { describe, expect, test } from '@jest/globals'
import { redact } from '../../../../src/core/redaction/redact.js'
import { imageProblem } from '../../../../src/core/task-definition/image-problem.js'

const digits = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const digest = `sha256:${digits}`
const ecr = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'
const dollar = '$'

describe('the reason', () => {
  test.each([
    { name: 'a bare digest', image: digest, reason: `"${digest}" is a digest without its repository: use repository@sha256:…` },
    { name: 'the digits of one', image: digits, reason: 'is a digest without its repository' },
    { name: 'a digest behind its @ alone', image: `@${digest}`, reason: 'is a digest without its repository' },
    { name: 'a digest behind an empty repository', image: `${ecr}/@${digest}`, reason: 'has no repository' },
    { name: 'several lines', image: 'web:1\nweb:latest', reason: '"web:1", with more lines after it, is 2 lines, but an image is one: choose one' },
    { name: 'several lines that begin with none', image: 'hunter2hunter2\nhunter3', reason: /^the value is 2 lines/ },
    { name: 'Windows line ends', image: 'web:1\r\nweb:2', reason: 'is 2 lines' },
    { name: 'what GitHub masked', image: '***.dkr.ecr.eu-west-1.amazonaws.com/web:1', reason: 'contains ***, which GitHub writes over secrets' },
    { name: 'double quotes', image: '"web:1"', reason: 'has quotes around it: remove' },
    { name: 'single quotes', image: "'web:1'", reason: 'has quotes around it' },
    { name: 'a variable of the shell', image: 'web:$TAG', reason: 'contains the placeholder $TAG, which nothing has replaced' },
    { name: 'one in braces', image: `${dollar}{REGISTRY}/web:1`, reason: `contains the placeholder ${dollar}{REGISTRY}` },
    { name: 'an expression of GitHub', image: `web:${dollar}{{ github.sha }}`, reason: 'contains an expression that GitHub has not evaluated: set the image with the input' },
    { name: 'an invisible character', image: 'web:1\u200b', reason: '"web:1<U+200B>" has a character in its tag' },
    { name: 'a variable of Windows', image: 'web:%TAG%', reason: 'contains the placeholder %TAG%' },
    { name: 'angle brackets', image: '<IMAGE1_NAME>', reason: 'contains the placeholder <IMAGE1_NAME>' },
    { name: 'a name in the place of an account', image: 'ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com/Web:1', reason: 'contains the placeholder ACCOUNT_ID' },
    { name: 'an address', image: 'https://ghcr.io/acme/web:1', reason: 'begins with https://, which belongs to an address, not to an image: remove it' },
    { name: 'the scheme of skopeo', image: 'docker://acme/web:1', reason: 'begins with docker://' },
    { name: 'a space', image: 'web: 1', reason: 'contains a space' },
    { name: 'an empty registry', image: '/web:1', reason: 'begins with a slash, so its registry is empty: check' },
    { name: 'an empty part', image: `${ecr}//web:1`, reason: 'begins with a slash, so its registry is empty' },
    { name: 'an empty part inside', image: 'acme//web:1', reason: 'has an empty part between its slashes' },
    { name: 'an empty part at the end', image: 'acme/web/:1', reason: 'has an empty part between its slashes' },
    { name: 'a registry alone', image: `${ecr}/:1`, reason: 'has no repository' },
    { name: 'a tag alone', image: ':1', reason: 'has no repository' },
    { name: 'an empty tag', image: 'web:', reason: '"web:" has an empty tag after its colon: check' },
    { name: 'an empty tag behind a port', image: 'localhost:5000/web:', reason: 'has an empty tag' },
    { name: 'an empty tag before a digest', image: `web:@${digest}`, reason: 'has an empty tag' },
    { name: 'an empty digest', image: 'web@', reason: 'has an empty digest' },
    { name: 'an empty digest with its algorithm', image: 'web@sha256:', reason: 'has an empty digest' },
    { name: 'capitals in the digest', image: `web@sha256:${digits.toUpperCase()}`, reason: 'has capitals in its digest' },
    { name: 'a digest in capitals', image: `web@${digest.toUpperCase()}`, reason: 'has capitals in its digest' },
    { name: 'a short digest', image: 'web@sha256:9f86d0', reason: 'has a digest of 6 characters, but a sha256 digest has 64' },
    { name: 'a long digest', image: `web@${digest}0`, reason: 'has a digest of 65 characters' },
    { name: 'a digest with other letters', image: `web@sha256:${'g'.repeat(64)}`, reason: 'has a digest with characters other than 0-9 and a-f' },
    { name: 'a tag behind the @', image: 'web@latest', reason: 'has something other than a sha256 digest after its @' },
    { name: 'a branch with a slash', image: `${ecr}/web:feature/login`, reason: `"${ecr}/web:feature/login" has a slash in its tag: use a tag of letters` },
    { name: 'the same without a registry', image: 'web:feature/login', reason: 'has a slash in its tag' },
    { name: 'a branch with a dot and a slash', image: 'web:v1.2/hotfix', reason: 'has a slash in its tag' },
    { name: 'build metadata', image: 'web:1.2.3+build.7', reason: 'has a + in its tag' },
    { name: 'two tags', image: 'web:1:2', reason: 'has two colons' },
    { name: 'a dash before the tag', image: 'web:-1', reason: 'has a tag that begins with - or .' },
    { name: 'a dot before the tag', image: 'web:.1', reason: 'has a tag that begins with - or .' },
    { name: 'a long tag', image: `web:${'a'.repeat(129)}`, reason: 'has a tag of 129 characters, but a tag has at most 128' },
    { name: 'another character in the tag', image: 'web:1~2', reason: 'has a character in its tag that a tag cannot contain' },
    { name: 'capitals in the repository', image: 'ghcr.io/Acme/web:1', reason: '"ghcr.io/Acme/web:1" has capitals in its repository: write the repository in lower case' },
    { name: 'capitals without a registry', image: 'Web', reason: 'has capitals in its repository' },
    { name: 'another character in the repository', image: 'a=b', reason: 'has a character in its repository that a repository cannot contain' },
    { name: 'anything else', image: 'acme./web:1', reason: 'is not an image reference: use repository:tag or repository@sha256:…' },
  ])('of $name', ({ image, reason }) => {
    const problem = imageProblem(image, 'definition')
    if (typeof reason === 'string') expect(problem).toContain(reason)
    else expect(problem).toMatch(reason)
    expect(problem).not.toContain('hunter')
    // The log redacts each line once more.
    expect(redact(problem ?? '', [])).toBe(problem)
  }) // biome-ignore format: one table
})

test.each([
  'nginx', 'web:1', `web@${digest}`, `${ecr}/team/web:9be21c4@${digest}`, 'localhost:5000/web', 'registry:5000/web:1',
  'Registry.Example.com/web:1', `web:${'a'.repeat(128)}`, 'web:_1',
])('%s has no problem', image => {
  expect(imageProblem(image, 'definition')).toBe(undefined)
}) // biome-ignore format: one table

describe('the end of a reference is shown', () => {
  test.each([
    { name: 'a tag', image: `${ecr}/${'very/'.repeat(40)}Web:9be21c4`, end: '/Web:9be21c4" has capitals' },
    { name: 'a digest', image: `${ecr}/a-team/with/a/long/path/Web:9be21c4@${digest}`, end: `/a-team/with/a/long/path/Web:9be21c4@${digest}" has capitals` },
    { name: 'a long tag', image: `${ecr}/web:${'a'.repeat(130)}-end`, end: 'aaaa-end" has a tag of 134 characters' },
  ])('with $name', ({ image, end }) => {
    expect(imageProblem(image, 'definition')).toContain(end)
  }) // biome-ignore format: one table
})

test('a password before a registry is hidden', () => {
  expect(imageProblem('me:hunter2@ghcr.io/acme/web:1', 'definition')).toBe(
    '"***@ghcr.io/acme/web:1" has something other than a sha256 digest after its @: use the digest as the registry shows it',
  )
})

test('an expression in an input is written in the workflow, not advised again', () => {
  expect(imageProblem(`web:${dollar}{{ github.sha }}`, 'input')).toMatch(
    /has not evaluated: write it in the workflow file, because GitHub evaluates none in the value of a variable/,
  )
})
