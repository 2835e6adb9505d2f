/** The workflows of examples/, unchanged. */
import type { Case } from './case.js'
import { credentials, deploying, pullRequest, push, register, stepsOf, update } from './case-words.js'

const scaling = stepsOf('scale', [
  credentials,
  'aws ecs update-service --cluster prod --service web --desired-count "$COUNT"',
  `Post ${credentials}`,
])

export const exampleCases: readonly Case[] = [
  {
    shows: 'every push to main is deployed',
    workflow: 'examples/deploy.yml',
    scenario: 'healthy',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: {
            'deploy: actions/checkout': 'success',
            ...deploying('deploy'),
            'deploy: echo "$OUTCOME${SERVES:+, $SERVES runs}"': 'success',
          },
          changes: [register, update],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: { 'deploy: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:8` serves/ },
        },
      },
    ],
  },
  {
    shows: 'a pull request gets a plan, one from a fork does not',
    workflow: 'examples/pull-request.yml',
    scenario: 'healthy',
    runs: [
      {
        on: pullRequest,
        expect: {
          green: true,
          steps: { 'plan: actions/checkout': 'success', ...deploying('plan') },
          changes: [],
          services: { 'prod/web': 'web:7 2/2' },
          summaries: { 'plan: OWNER/ecs-safe-deploy': /web on [a-z-]+: plan/ },
          comments: { 'octo-org/web#7': /web on prod: plan.*updated for `4d0c1b2`/s },
        },
      },
      {
        on: ['pull_request', 'pull-request-from-fork.json'],
        expect: { green: true, steps: {}, changes: [], services: { 'prod/web': 'web:7 2/2' } },
      },
    ],
  },
  {
    shows: 'a release goes to staging and then to production',
    workflow: 'examples/release.yml',
    scenario: 'several-services',
    tag: 'v1.4.2',
    runs: [
      {
        on: ['release', 'release.json'],
        expect: {
          green: true,
          steps: {
            ...deploying('staging'),
            ...deploying('production'),
            'production: Release notes': 'success',
          },
          changes: [register, register, update, update],
          services: { 'staging/web': 'web:8 1/1', 'prod/web': 'web:9 2/2' },
          summaries: {
            'staging: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:8` serves/,
            'production: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:9` serves/,
            'production: Release notes': /^### v1\.4\.2: succeeded\nProduction serves \S+\/web:9\.$/m,
          },
        },
      },
    ],
  },
  {
    shows: 'somebody goes back to the last revision that succeeded',
    workflow: 'examples/rollback.yml',
    scenario: 'healthy',
    runs: [
      {
        on: ['workflow_dispatch', 'rollback.json'],
        expect: {
          green: true,
          steps: { ...deploying('plan'), ...deploying('rollback') },
          changes: [update],
          services: { 'prod/web': 'web:6 2/2' },
          summaries: {
            'plan: OWNER/ecs-safe-deploy': /rollback: previous means `web:6`/,
            'rollback: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:6` serves/,
          },
        },
      },
    ],
  },
  {
    shows: 'a healthy revision whose page ends in an error is found, and the service goes back',
    workflow: 'examples/verification.yml',
    scenario: 'verify-fails',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            'deploy: actions/checkout': 'success',
            ...deploying('deploy'),
            'deploy: OWNER/ecs-safe-deploy': 'failure',
          },
          changes: [register, update, update],
          services: { 'prod/web': 'web:7 2/2' },
          summaries: {
            'deploy: OWNER/ecs-safe-deploy': /rolled back, `web:7` serves[\s\S]*500 instead of 200/,
          },
        },
      },
    ],
  },
  {
    shows: 'a deployment waits at its pause hook until the environment is approved',
    workflow: 'examples/approval.yml',
    scenario: 'paused',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: {
            'deploy: actions/checkout': 'success',
            ...deploying('deploy'),
            ...deploying('approve'),
          },
          changes: ['ContinueServiceDeployment', register, update],
          services: { 'prod/web': 'web:8 2/2' },
          summaries: {
            'deploy: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:8` paused/,
            'approve: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:8` serves/,
          },
        },
      },
    ],
  },
  {
    shows: 'the services of a repository are deployed in parallel, and one that fails stops no other',
    workflow: 'examples/several-services.yml',
    scenario: 'several-services',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            ...deploying('deploy (web)'),
            ...deploying('deploy (api)'),
            ...deploying('deploy (worker)'),
            'deploy (worker): OWNER/ecs-safe-deploy': 'failure',
          },
          changes: [register, register, register, update, update, update],
          services: { 'prod/web': 'web:8 2/2', 'prod/api': 'api:2 1/1', 'prod/worker': 'worker:1 1/1' },
        },
      },
    ],
  },
  {
    shows: 'of services that go together one fails, and the others are taken back',
    workflow: 'examples/together.yml',
    scenario: 'three-services-taken-back',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            'deploy: actions/checkout': 'success',
            ...deploying('deploy'),
            'deploy: OWNER/ecs-safe-deploy': 'failure',
          },
          changes: [register, update, update, update, update, update],
          services: { 'prod/web': 'web:7 2/2', 'prod/api': 'web:7 1/1', 'prod/worker': 'web:7 1/1' },
          summaries: {
            'deploy: OWNER/ecs-safe-deploy':
              /worker \(rolled back\), web and api \(completed, then taken back to web:7\)/,
          },
        },
      },
    ],
  },
  {
    shows: 'a service is scaled to zero at night; a push in the night is verified and scaled down again',
    workflow: 'examples/night-stop.yml',
    scenario: 'healthy',
    runs: [
      {
        on: ['schedule', 'evening.json'],
        expect: { green: true, steps: scaling, changes: [update], services: { 'prod/web': 'web:7 0/0' } },
      },
      {
        on: push,
        expect: {
          green: true,
          steps: deploying('deploy'),
          // The last one restores the desired count.
          changes: [register, update, update],
          services: { 'prod/web': 'web:8 0/0' },
          summaries: { 'deploy: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:8` came up/ },
        },
      },
      {
        on: ['schedule', 'morning.json'],
        expect: { green: true, steps: scaling, changes: [update], services: { 'prod/web': 'web:8 2/2' } },
      },
    ],
  },
]
