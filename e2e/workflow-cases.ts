/** The workflows of e2e/workflows/: the action of this checkout (`uses: ./`), and steps that look at what it says. */
import type { Case } from './case.js'

const push = ['push', 'push.json'] as const
const pullRequest = ['pull_request', 'pull-request.json'] as const
const register = 'RegisterTaskDefinition'
const update = 'UpdateService'

export const workflowCases: readonly Case[] = [
  {
    shows: 'a healthy deployment, whose outputs a later step sees',
    workflow: 'e2e/workflows/healthy.yml',
    scenario: 'healthy',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: {
            'deploy: actions/checkout': 'success',
            'deploy: Deploy': 'success',
            'deploy: Check the outputs': 'success',
            'deploy: Post Deploy': 'success',
          },
          changes: [register, update],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: { 'deploy: Deploy': /web: succeeded/ },
        },
      },
    ],
  },
  {
    shows: 'a broken one, whose job fails and whose `if: failure()` step and next job see the outputs',
    workflow: 'e2e/workflows/broken.yml',
    scenario: 'port-mismatch',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            'deploy: actions/checkout': 'success',
            'deploy: Deploy': 'failure',
            'deploy: Tell somebody': 'success',
            'deploy: Post Deploy': 'success',
            'after: Another job sees the outcome': 'success',
          },
          changes: [register, update],
          services: { 'prod/web': 'web:7 2/2' },
          summaries: { 'deploy: Deploy': /web: rolled back/ },
        },
      },
    ],
  },
  {
    shows: 'a dry-run on a pull request, which changes nothing',
    workflow: 'e2e/workflows/dry-run.yml',
    scenario: 'healthy',
    runs: [
      {
        on: pullRequest,
        expect: {
          green: true,
          steps: {
            'plan: actions/checkout': 'success',
            'plan: Plan': 'success',
            'plan: Check the plan': 'success',
            'plan: Post Plan': 'success',
          },
          changes: [],
          services: { 'prod/web': 'web:7 2/2' },
          summaries: { 'plan: Plan': /LOG_LEVEL/ },
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
          steps: {
            'register: actions/checkout': 'success',
            'register: Register': 'success',
            'register: Check the outputs': 'success',
            'register: Post Register': 'success',
          },
          changes: [register],
          services: { 'prod/web': 'web:7 2/2' },
        },
      },
    ],
  },
  {
    shows: 'a step killed in the middle of a rollout: its post step puts the desired count back',
    workflow: 'e2e/workflows/killed.yml',
    scenario: 'healthy',
    runs: [
      {
        on: push,
        cancelledAfter: 'DescribeServiceDeployments',
        expect: {
          green: false,
          steps: {
            'deploy: actions/checkout': 'success',
            'deploy: Deploy': 'failure',
            'deploy: Post Deploy': 'success',
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
            'deploy (web): actions/checkout': 'success',
            'deploy (web): Deploy': 'success',
            'deploy (web): Post Deploy': 'success',
            'deploy (api): actions/checkout': 'success',
            'deploy (api): Deploy': 'success',
            'deploy (api): Post Deploy': 'success',
            'deploy (worker): actions/checkout': 'success',
            'deploy (worker): Deploy': 'failure',
            'deploy (worker): Tell somebody': 'success',
            'deploy (worker): Post Deploy': 'success',
          },
          changes: [register, register, register, update, update, update],
          services: { 'prod/web': 'web:8 2/2', 'prod/api': 'api:2 1/1', 'prod/worker': 'worker:1 1/1' },
        },
      },
    ],
  },
]
