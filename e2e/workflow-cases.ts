/** The workflows of e2e/workflows/: the action of this checkout (`uses: ./`) and steps that check its outputs. */
import type { Case } from './case.js'
import { pullRequest, push, register, stepsOf, update } from './case-words.js'

export const workflowCases: readonly Case[] = [
  {
    shows: 'a healthy deployment, whose outputs a later step reads',
    workflow: 'e2e/workflows/healthy.yml',
    scenario: 'healthy',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: stepsOf('deploy', ['actions/checkout', 'Deploy', 'Check the outputs', 'Post Deploy']),
          changes: [register, update],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: { 'deploy: Deploy': /web on [a-z-]+: `web:8` serves/ },
        },
      },
    ],
  },
  {
    shows: 'a broken one, whose job fails and whose `if: failure()` step and next job read the outputs',
    workflow: 'e2e/workflows/broken.yml',
    scenario: 'port-mismatch',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            ...stepsOf('deploy', ['actions/checkout', 'Deploy', 'Tell somebody', 'Post Deploy']),
            ...stepsOf('after', ['Another job reads the outcome']),
            'deploy: Deploy': 'failure',
          },
          changes: [register, update],
          services: { 'prod/web': 'web:7 2/2' },
          summaries: { 'deploy: Deploy': /web on [a-z-]+: rolled back, `web:7` serves/ },
        },
      },
    ],
  },
  {
    shows: 'a dry run on a pull request, which changes nothing',
    workflow: 'e2e/workflows/dry-run.yml',
    scenario: 'healthy',
    runs: [
      {
        on: pullRequest,
        expect: {
          green: true,
          steps: stepsOf('plan', ['actions/checkout', 'Plan', 'Check the plan', 'Post Plan']),
          changes: [],
          services: { 'prod/web': 'web:7 2/2' },
          summaries: { 'plan: Plan': /LOG_LEVEL/ },
        },
      },
    ],
  },
  {
    shows: 'an Express service, which gets the revision by a call of its own',
    workflow: 'e2e/workflows/express.yml',
    scenario: 'express',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: stepsOf('deploy', ['actions/checkout', 'Deploy', 'Check the outputs', 'Post Deploy']),
          changes: [register, 'UpdateExpressGatewayService'],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: { 'deploy: Deploy': /web on [a-z-]+: `web:8` serves/ },
        },
      },
    ],
  },
  {
    shows: 'register only',
    workflow: 'e2e/workflows/register-only.yml',
    scenario: 'healthy',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: stepsOf('register', ['actions/checkout', 'Register', 'Check the outputs', 'Post Register']),
          changes: [register],
          services: { 'prod/web': 'web:7 2/2' },
        },
      },
    ],
  },
  {
    shows: 'a volume for each task, of the service and of a migration',
    workflow: 'e2e/workflows/volumes.yml',
    scenario: 'managed-volumes',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: stepsOf('deploy', [
            'actions/checkout',
            'Leave a volume to the launch',
            'Deploy',
            'Check the outputs',
            'Post Deploy',
          ]),
          changes: [register, 'RunTask', update],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: { 'deploy: Deploy': /web on [a-z-]+: `web:8` serves/ },
        },
      },
    ],
  },
  {
    shows: 'a step killed in the middle of a rollout: its post step restores the desired count',
    workflow: 'e2e/workflows/killed.yml',
    scenario: 'healthy',
    runs: [
      {
        on: push,
        canceledAfter: 'DescribeServiceDeployments',
        expect: {
          green: false,
          steps: {
            ...stepsOf('deploy', ['actions/checkout', 'Deploy', 'Post Deploy']),
            'deploy: Deploy': 'failure',
          },
          changes: [register, update, update],
          services: { 'prod/web': 'web:8 2/2' },
        },
      },
    ],
  },
  {
    shows: 'three services in a matrix, of which one fails',
    workflow: 'e2e/workflows/matrix.yml',
    scenario: 'several-services',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            ...stepsOf('deploy (web)', ['actions/checkout', 'Deploy', 'Post Deploy']),
            ...stepsOf('deploy (api)', ['actions/checkout', 'Deploy', 'Post Deploy']),
            ...stepsOf('deploy (worker)', ['actions/checkout', 'Deploy', 'Tell somebody', 'Post Deploy']),
            'deploy (worker): Deploy': 'failure',
          },
          changes: [register, register, register, update, update, update],
          services: { 'prod/web': 'web:8 2/2', 'prod/api': 'api:2 1/1', 'prod/worker': 'worker:1 1/1' },
        },
      },
    ],
  },
]
