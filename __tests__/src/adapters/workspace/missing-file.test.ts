import { expect, test } from '@jest/globals'
import { missingFile } from '../../../../src/adapters/workspace/missing-file.js'

const checkout = 'is the repository checked out before this step?'

test.each([
  { name: 'a relative path', path: 'td.json', root: '/__w/web/web', says: checkout },
  {
    name: 'a job on the runner',
    path: '/home/runner/work/web/web/td.json',
    root: '/home/runner/work/web/web',
    says: checkout,
  },
  {
    name: 'a path of the runner in a container',
    path: '/home/runner/work/web/web/deploy/td.json',
    root: '/__w/web/web',
    says: 'the job runs in a container, where the workspace is /__w/web/web; use deploy/td.json',
  },
  {
    name: 'a path of a self-hosted runner in a container',
    path: '/opt/actions-runner/_work/web/web/td.json',
    root: '/__w/web/web',
    says: 'where the workspace is /__w/web/web; use td.json',
  },
  {
    name: 'a path of another folder of the runner',
    path: '/home/runner/work/_temp/rendered/td.json',
    root: '/__w/web/web',
    says: 'use a path relative to the workspace',
  },
  {
    name: 'a revision',
    path: 'web:41',
    root: '/__w/web/web',
    says: 'is a registered revision, not a file: set task-definition-arn to it instead',
  },
  {
    name: 'an ARN',
    path: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:41',
    root: '/__w/web/web',
    says: 'is a registered revision, not a file: set task-definition-arn to it instead',
  },
  { name: 'a path in the container', path: '/__w/web/web/td.json', root: '/__w/web/web', says: checkout },
  { name: 'another absolute path', path: '/tmp/td.json', root: '/__w/web/web', says: checkout },
])('$name: $says', ({ path, root, says }) => {
  expect(missingFile(path, root)).toContain(says)
})
