/** Problems of rendering, each with its place in the user's file or under its input. */
import { expect, test } from '@jest/globals'
import { app, type Case, json, rendered } from '../../support/rendered.js'

const anotherForm =
  'is a number that would be sent in a different form than written: quote it if it is meant as text'

test.each<Case & { says: string[] }>([
  {
    name: 'a container that is null, at its place',
    file: 'family: web\ncontainerDefinitions:\n  -\n',
    says: ['td.yml:3:4 containerDefinitions[0] is empty, but ECS expects an object'],
  },
  {
    name: 'a misspelt key, at its place',
    file: 'family: web\ncontainerDefinitions:\n  - name: app\n    image: web:1\n    portMapping: []\n',
    says: [
      'td.yml:5:5 unknown key containerDefinitions[0].portMapping; did you mean portMappings? (allow-unknown-keys: true sends it as it is)',
    ],
  },
  {
    name: 'an unknown number that would arrive as another text',
    file: 'family: web\nnew: {account: 012345678901, big: 12345678901234567890, ok: 5001, release: 1.10}\ncontainerDefinitions: []\n',
    inputs: { 'allow-unknown-keys': 'true' },
    says: [
      `td.yml:2:7 new.account ${anotherForm}`,
      `td.yml:2:30 new.big ${anotherForm}`,
      `td.yml:2:67 new.release ${anotherForm}`,
      'td.yml:3:1 containerDefinitions is empty, but ECS needs it',
    ],
  },
  {
    name: 'a missing container, reported once',
    inputs: { 'container-name': 'ap', image: 'web:2', command: 'x' },
    says: ['container-name "ap" is not a container of the task definition; did you mean app?'],
  },
  {
    name: 'options without a driver',
    inputs: { 'log-configuration-options': 'a=b' },
    says: [
      'log-configuration-options container "app" has no log driver: set log-configuration-log-driver, too',
    ],
  },
  {
    name: 'more tags than fit, with those of the file',
    file: json(app({}, { tags: Array.from({ length: 50 }, (_, i) => ({ key: `k${i}`, value: '' })) })),
    inputs: { tags: 'one=more' },
    says: ['tags and those of the source are 51 in total; a task definition can have at most 50'],
  },
])('$name', async ({ says, ...given }) => {
  expect(await rendered(given)).toStrictEqual(says)
})
