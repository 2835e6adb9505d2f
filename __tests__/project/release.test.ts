/** What a release needs: notes, a version, licenses of everything in dist/. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { notesFor, tagProblem, withAbsoluteLinks } from '../../scripts/changelog.js'

const changelog = `# Changelog

Words before.

## Unreleased

- Not yet.

## 1.10.0 (2026-11-22)

- Ten.
- Another.

### Details

More.

## [1.1.0]

- One.

## 1.0.1
`

test.each([
  { tag: 'v1.10.0', notes: '- Ten.\n- Another.\n\n### Details\n\nMore.' },
  { tag: 'v1.1.0', notes: '- One.' },
  { tag: '1.1.0', notes: '- One.' },
])('the notes of $tag', ({ tag, notes }) => {
  expect(notesFor(tag, changelog)).toBe(notes)
})

test.each(['v1.0.0', 'v1.0.1', 'v1.1', '', 'v', 'vUnreleased '])('there are none for %j', tag => {
  expect(() => notesFor(tag, changelog)).toThrow(/^CHANGELOG.md has nothing under/)
})

test('links to files point to the tag, others stay', () => {
  const notes = 'See [the policy](docs/iam-policy.json), [SemVer](https://semver.org) and [above](#use).'
  expect(withAbsoluteLinks(notes, 'https://github.com/octo/app/blob/v1.2.3')).toBe(
    'See [the policy](https://github.com/octo/app/blob/v1.2.3/docs/iam-policy.json), [SemVer](https://semver.org) and [above](#use).',
  )
})

test('a tag matches the version in package.json', () => {
  expect(tagProblem('v1.2.3', '1.2.3')).toBeUndefined()
  expect(tagProblem('v1.2.4', '1.2.3')).toBe(
    'The tag is v1.2.4, and package.json says 1.2.3: tag the commit that has the version',
  )
})

/** On the commit of a release nothing is unreleased: what it changes stands under its version. */
function newest(text: string, version: string): string {
  return text.includes(`\n## ${version}`) ? notesFor(version, text) : notesFor('Unreleased', text)
}

const ours = readFileSync('CHANGELOG.md', 'utf8')
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

test.each([
  { name: 'as it is', text: ours, version },
  {
    name: 'with its lines under a version, as docs/release.md says',
    text: `# Changelog\n\n## Unreleased\n\n## 1000.0.0 (2026-11-22)\n\n${newest(ours, version)}\n`,
    version: '1000.0.0',
  },
])('CHANGELOG.md $name describes the changes', given => {
  expect(newest(given.text, given.version)).toMatch(/^- /m)
})

const action = parse(readFileSync('action.yml', 'utf8')) as {
  readonly name: string
  readonly description: string
  readonly author: string
  readonly branding: Readonly<Record<string, string>>
}

// https://github.com/reecetech/version-increment/pull/2 quotes the form: "Description must be less than 125 characters."
test('the Marketplace accepts the texts of action.yml', () => {
  const { name, description, author, branding } = action
  expect(description.length).toBeLessThan(125)
  expect(
    [name, description, author].filter(text => !text || text !== text.trim() || text.includes('\n')),
  ).toEqual([])
  // action.test.ts has icon and color checked against the values that GitHub knows.
  expect(Object.keys(branding)).toStrictEqual(['icon', 'color'])
})

test('the repository has one action for the Marketplace, at its root, and a README', () => {
  const files = readdirSync('.')
  expect(files.filter(file => /^action\.ya?ml$|^Dockerfile$/.test(file))).toStrictEqual(['action.yml'])
  expect(files).toContain('README.md')
})

const workflow = readFileSync('.github/workflows/release.yml', 'utf8')

test('the release is a draft first, and nothing is built after the tests', () => {
  expect(workflow.indexOf('--draft --verify-tag')).toBeLessThan(workflow.indexOf('--draft=false'))
  expect(workflow.slice(workflow.indexOf('  publish:'))).not.toMatch(/npm|tsc|ncc/)
})

test('one update moves the major tag, and nothing deletes it', () => {
  expect(workflow).toContain('--method PATCH "repos/$GH_REPO/git/refs/tags/$major"')
  expect(workflow).not.toMatch(/DELETE|git push|tag -d/)
})
