/** docs/moving-over.md has a row for each input of the official actions, and names only inputs that exist. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { insteadOf } from '../../src/inputs/instead-of-inputs.js'

const guide = readFileSync('docs/moving-over.md', 'utf8')
const ours = Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs)

function rowsOf(heading: string) {
  const section = guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].map(([, theirs = '', here = '']) => ({
    theirs,
    here,
  }))
}

/**
 * action.yml of aws-actions/amazon-ecs-render-task-definition and -deploy-task-definition, July 2026; of the latter's
 * main branch task-definition-arn. Express: main of amazon-ecs-deploy-express-service, without names that others use.
 */
const official = {
  Render:
    'task-definition task-definition-arn task-definition-family task-definition-revision container-name image ' +
    'environment-variables log-configuration-log-driver log-configuration-options docker-labels command ' +
    'task-role-arn execution-role-arn env-files secrets',
  Deploy:
    'task-definition task-definition-arn desired-count service cluster wait-for-service-stability wait-for-minutes ' +
    'wait-max-delay-seconds codedeploy-appspec codedeploy-application codedeploy-deployment-group ' +
    'codedeploy-deployment-description codedeploy-deployment-config force-new-deployment ' +
    'service-managed-ebs-volume-name service-managed-ebs-volume run-task run-task-container-overrides ' +
    'run-task-security-groups run-task-subnets run-task-assign-public-IP run-task-capacity-provider-strategy ' +
    'run-task-launch-type run-task-started-by run-task-tags run-task-managed-ebs-volume-name ' +
    'run-task-managed-ebs-volume wait-for-task-stopped enable-ecs-managed-tags propagate-tags ' +
    'keep-null-value-keys max-retries',
  Express:
    'service-name cluster image task-definition-arn environment-variables secrets command execution-role-arn ' +
    'task-role-arn tags container-port log-stream-prefix repository-credentials infrastructure-role-arn ' +
    'health-check-path min-task-count max-task-count auto-scaling-metric auto-scaling-target-value ' +
    'mutate-tags-on-update',
} as const

test.each(Object.entries(official))('%s: a row for each input', (heading, inputs) => {
  expect(
    rowsOf(heading)
      .map(({ theirs }) => theirs)
      .sort(),
  ).toStrictEqual(inputs.split(' ').sort())
})

test.each(Object.keys(official))('%s: the input that a row begins with is ours', heading => {
  const named = rowsOf(heading).flatMap(({ here }) => /^`([\w-]+)`/.exec(here)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(7)
  expect(named.filter(name => !ours.includes(name))).toStrictEqual([])
})

test('an input with the same name is never listed as missing', () => {
  const missing = rowsOf('Deploy').filter(({ here }) => /^(?:none|refused)/.test(here))
  expect(missing.filter(({ theirs }) => ours.includes(theirs))).toStrictEqual([])
})

test('only CodeDeploy has no counterpart, and what is refused has an answer in the refusal as well', () => {
  const rows = Object.keys(official).flatMap(rowsOf)
  const none = rows.filter(({ here }) => here.startsWith('none')).map(({ theirs }) => theirs)
  expect(none.filter(name => !name.startsWith('codedeploy-'))).toStrictEqual([])
  const refused = rows.filter(({ here }) => here.startsWith('refused')).map(({ theirs }) => theirs)
  expect(refused.length).toBeGreaterThan(0)
  expect([...none, ...refused].filter(name => !insteadOf(name))).toStrictEqual([])
})
