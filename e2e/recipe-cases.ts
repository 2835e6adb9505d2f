/** More workflows of examples/, which docs/recipes.md explains; unchanged as well. */
import type { Case } from './case.js'
import { credentials, deploying, push, register, stepsOf, update } from './case-words.js'

const upload = 'actions/upload-artifact'
const download = 'actions/download-artifact'

/** Of a matrix, with a row of the overview. */
const withRow = (service: string) => ({
  ...deploying(`deploy (${service})`),
  ...stepsOf(`deploy (${service})`, ['Row of the overview', upload, `Post ${upload}`]),
})

/** Up to what Terraform does to the service of a pull request. */
const terraforming = (job: string, command: string) =>
  stepsOf(job, [
    'actions/checkout',
    credentials,
    'hashicorp/setup-terraform',
    'terraform -chdir=preview init -input=false',
    'terraform -chdir=preview workspace select -or-create "$TF_VAR_name"',
    `terraform -chdir=preview ${command} -input=false -auto-approve`,
    'Post hashicorp/setup-terraform',
    `Post ${credentials}`,
  ])

export const recipeCases: readonly Case[] = [
  {
    shows: 'a migration runs with the new image, and the service is updated after it',
    workflow: 'examples/migration.yml',
    scenario: 'migration',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: { 'deploy: actions/checkout': 'success', ...deploying('deploy') },
          changes: [register, 'RunTask', update],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: { 'deploy: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:8` serves/ },
        },
      },
    ],
  },
  {
    shows: 'a migration has a task definition of its own, which is registered before it runs',
    workflow: 'examples/migration-definition.yml',
    scenario: 'migration',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: { 'deploy: actions/checkout': 'success', ...deploying('deploy') },
          changes: [register, register, 'RunTask', update],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: {
            'deploy: OWNER/ecs-safe-deploy':
              /web on [a-z-]+: `web:8` serves.*of `web-migration:1` ended with exit code 0/s,
          },
        },
      },
    ],
  },
  {
    shows: 'all tasks are replaced, by a revision that is the same',
    workflow: 'examples/redeploy.yml',
    scenario: 'healthy',
    runs: [
      {
        on: ['workflow_dispatch', 'redeploy.json'],
        expect: {
          green: true,
          steps: deploying('redeploy'),
          changes: [register, update],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: { 'redeploy: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:8` serves/ },
        },
      },
    ],
  },
  {
    shows: 'a chat hears how a deployment has ended, and why',
    workflow: 'examples/chat.yml',
    scenario: 'crash-at-start',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            ...deploying('deploy'),
            'deploy: OWNER/ecs-safe-deploy': 'failure',
            'deploy: Tell the channel': 'success',
          },
          changes: [register, update],
          services: { 'prod/web': 'web:7 2/2' },
          message:
            /^web on prod: rolled-back\. .*app exited with code 1.* https:\/\/github\.com\/octo-org\/web\/actions\/runs\/1$/,
        },
      },
    ],
  },
  {
    shows: 'of two services of a repository, only the one with another image is deployed',
    workflow: 'examples/monorepo.yml',
    scenario: 'monorepo',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: { ...deploying('deploy (web)'), ...deploying('deploy (api)') },
          changes: [register, update],
          services: { 'prod/web': 'web:8 2/2', 'prod/api': 'api:2 1/1' },
        },
      },
    ],
  },
  {
    shows: 'a matrix ends in one table, which names the service that failed',
    workflow: 'examples/overview.yml',
    scenario: 'several-services',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            ...withRow('web'),
            ...withRow('api'),
            ...withRow('worker'),
            'deploy (worker): OWNER/ecs-safe-deploy': 'failure',
            ...stepsOf('overview', [download, 'Overview', `Post ${download}`]),
          },
          changes: [register, register, register, update, update, update],
          services: { 'prod/web': 'web:8 2/2', 'prod/api': 'api:2 1/1', 'prod/worker': 'worker:1 1/1' },
          summaries: {
            'overview: Overview':
              /\| api \| succeeded \| api:2 \| {2}\|\n\| web \| succeeded \| web:8 \| {2}\|\n\| worker \| rolled-back \| worker:1 \| .*code 1/,
          },
        },
      },
    ],
  },
  {
    shows: 'a pull request gets a service of its own, which is removed when it is closed',
    workflow: 'examples/preview.yml',
    scenario: 'several-services',
    tag: '4d0c1b2a3f4e5d6c7b8a99887766554433221100',
    requires: 'terraform',
    runs: [
      {
        on: ['pull_request', 'pull-request.json'],
        expect: {
          green: true,
          steps: { ...terraforming('preview', 'apply'), ...deploying('preview') },
          changes: ['CreateService', register, register, update],
          services: { 'staging/web-pr-7': 'web-pr-7:2 1/1', 'staging/web': 'web:7 1/1' },
          summaries: { 'preview: OWNER/ecs-safe-deploy': /web-pr-7 on [a-z-]+: `web-pr-7:2` serves/ },
        },
      },
      {
        on: ['pull_request', 'pull-request.json'],
        expect: {
          green: true,
          steps: { ...terraforming('preview', 'apply'), ...deploying('preview') },
          changes: [register, update],
          services: { 'staging/web-pr-7': 'web-pr-7:3 1/1' },
        },
      },
      {
        on: ['pull_request', 'pull-request-closed.json'],
        expect: {
          green: true,
          steps: { ...terraforming('remove', 'destroy'), 'remove: Remove the empty workspace': 'success' },
          changes: ['DeleteService', 'DeregisterTaskDefinition', update],
          services: { 'staging/web-pr-7': 'web-pr-7:3 0/0', 'staging/web': 'web:7 1/1' },
        },
      },
    ],
  },
]
