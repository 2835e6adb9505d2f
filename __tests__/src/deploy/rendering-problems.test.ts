/** What stands in the way of rendering, told with its place in the user's own file or under its input. */
import { expect, test } from '@jest/globals'
import { app, type Case, json, rendered } from '../../support/rendered.js'

const anotherForm =
  'is a number that would be sent in another form than it is written in: quote it if it is meant as a text'

test.each<Case & { says: string[] }>([
  {
    name: 'a container that is null, at its place',
    file: 'family: web\ncontainerDefinitions:\n  -\n',
    says: ['td.yml:3:4 containerDefinitions[0] is empty, ECS wants an object'],
  },
  {
    name: 'a misspelt key, at its place',
    file: 'family: web\ncontainerDefinitions:\n  - name: app\n    image: web:1\n    portMapping: []\n',
    says: ['td.yml:5:5 unknown key containerDefinitions[0].portMapping; did you mean portMappings?'],
  },
  {
    name: 'an unknown number that would arrive as another text',
    file: 'family: web\nnew: {account: 012345678901, big: 12345678901234567890, ok: 5001, release: 1.10}\ncontainerDefinitions: []\n',
    inputs: { 'allow-unknown-keys': 'true' },
    says: [
      `td.yml:2:7 new.account ${anotherForm}`,
      `td.yml:2:30 new.big ${anotherForm}`,
      `td.yml:2:67 new.release ${anotherForm}`,
    ],
  },
  {
    name: 'a container that is not there, told once',
    inputs: { 'container-name': 'ap', image: 'web:2', command: 'x' },
    says: ['container-name "ap" is no container of the task definition; did you mean app? it has app'],
  },
  {
    name: 'options without a driver',
    inputs: { 'log-configuration-options': 'a=b' },
    says: [
      'log-configuration-options container "app" has no log driver: give log-configuration-log-driver, too',
    ],
  },
  {
    name: 'more tags than fit, with those of the file',
    file: json(app({}, { tags: Array.from({ length: 50 }, (_, i) => ({ key: `k${i}`, value: '' })) })),
    inputs: { tags: 'one=more' },
    says: ['tags make 51 with those of the source; a task definition has at most 50'],
  },
])('$name', async ({ says, ...given }) => {
  expect(await rendered(given)).toStrictEqual(says)
})
