import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { drift } from '../../../../../src/core/checks/service/drift.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import { aCheckContext, checkMessages, unobserved } from '../../../../support/check-builders.js'
import { aService, revisionArn } from '../../../../support/service-builders.js'

const tag = (name: string, value: string) => ({ key: `ecs-safe-deploy:${name}`, value })
const ours = [tag('commit', '9be21c4'), tag('repository', 'octo/web')]
const theirs = [tag('repository', 'octo/other'), tag('run', 'https://github.com/octo/other/actions/runs/7')]

const variables = (names: readonly string[], image = 'web:1'): JsonObject => ({
  containerDefinitions: [
    { name: 'app', image, environment: names.map(name => ({ name, value: `${name}-hunter2` })) },
  ],
})

interface Row {
  readonly name: string
  readonly live: JsonObject
  readonly source: JsonObject
  readonly definition?: JsonObject
  readonly registeredBy?: string
  readonly says: readonly string[]
}

const live = variables(['A', 'B'])
const file = variables(['A'], 'web')
const rendered = variables(['A'], 'web:2')
const overwrites = 'this deployment overwrites app.environment.B'

test.each<Row>([
  {
    name: 'by this repository',
    live: { ...live, tags: ours },
    source: file,
    definition: rendered,
    says: [],
  },
  {
    name: 'by another repository',
    live: { ...live, tags: theirs },
    source: file,
    definition: rendered,
    says: [
      `warning: web:7 was registered by octo/other (https://github.com/octo/other/actions/runs/7), not by octo/web: ${overwrites}`,
    ],
  },
  {
    name: 'by another repository, which left the image of this one',
    live: { ...live, tags: [tag('repository', 'octo/web'), theirs[1] ?? tag('run', '')] },
    source: file,
    definition: rendered,
    says: [
      `warning: web:7 was registered by octo/other (https://github.com/octo/other/actions/runs/7), not by octo/web: ${overwrites}`,
    ],
  },
  {
    name: 'by another repository, of which nothing is overwritten but the image that is given',
    live: { ...variables(['A']), tags: theirs },
    source: file,
    definition: rendered,
    says: [],
  },
  {
    name: 'by another repository, and the live definition is the source',
    live: { ...live, tags: theirs },
    source: { ...live, tags: theirs },
    definition: variables(['A', 'C'], 'web:2'),
    says: [],
  },
  {
    name: 'by another repository, and this one only adds to it',
    live: { ...variables(['A']), tags: theirs },
    source: variables(['A', 'B'], 'web'),
    definition: variables(['A', 'B'], 'web:2'),
    says: [],
  },
  {
    name: 'by an unknown principal',
    live,
    source: file,
    definition: rendered,
    says: [`notice: web:7 has no tag that says which repository registered it: ${overwrites}`],
  },
  {
    name: 'by a principal that ECS names',
    live,
    source: file,
    definition: rendered,
    registeredBy: 'arn:aws:sts::123456789012:assumed-role/Terraform/ci',
    says: [
      `notice: web:7 has no tag that says which repository registered it (ECS says Terraform/ci): ${overwrites}`,
    ],
  },
  {
    name: 'by someone, with many differences: five are named',
    live: variables(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']),
    source: file,
    definition: rendered,
    says: [
      'notice: web:7 has no tag that says which repository registered it: this deployment overwrites app.environment.B, app.environment.C, app.environment.D, app.environment.E, app.environment.F and 2 more',
    ],
  },
])('the revision that serves was registered $name: $says', row => {
  const { source, definition = source, registeredBy, says } = row
  const subject = aCheckContext({
    source,
    definition,
    overriddenImages: ['app'],
    provenance: ours,
    observed: {
      service: aService(),
      serving: revisionArn('web:7'),
      live: row.live,
      registeredBy,
    },
  })
  expect(checkMessages(runCheck(drift, subject))).toStrictEqual(says)
})

const drifted = aCheckContext({
  source: file,
  definition: rendered,
  provenance: ours,
  observed: { service: aService(), serving: revisionArn('web:7'), live: { ...live, tags: theirs } },
})

test.each([
  { name: 'without provenance-tags', subject: { ...drifted, provenance: [] } },
  { name: 'without a service', subject: unobserved(drifted) },
  { name: 'where nothing serves', subject: { ...drifted, observed: aCheckContext().observed } },
])('$name it says nothing, not even that it passed', ({ subject }) => {
  expect(runCheck(drift, subject)).toStrictEqual([])
})
