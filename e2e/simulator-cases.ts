/** Workflows that start the simulator themselves: `uses: …/simulator`. */
import type { Case } from './case.js'
import { pullRequest, push, stepsOf } from './case-words.js'

export const simulatorCases: readonly Case[] = [
  {
    shows: 'a first deployment, without AWS',
    workflow: 'examples/first-run.yml',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: stepsOf('try', [
            'OWNER/ecs-safe-deploy/simulator',
            'OWNER/ecs-safe-deploy',
            'Post OWNER/ecs-safe-deploy',
            'Post OWNER/ecs-safe-deploy/simulator',
          ]),
          changes: [],
          services: {},
          summaries: { 'try: OWNER/ecs-safe-deploy': /web on [a-z-]+: `web:8` serves/ },
        },
      },
    ],
  },
  {
    shows: 'Terraform creates a service, a broken revision is deployed, and ECS goes back',
    workflow: 'examples/simulator-terraform.yml',
    requires: 'terraform',
    runs: [
      {
        on: pullRequest,
        expect: {
          green: true,
          steps: stepsOf('test', [
            'actions/checkout',
            'OWNER/ecs-safe-deploy/simulator',
            'hashicorp/setup-terraform',
            'terraform -chdir=infrastructure init -input=false',
            'terraform -chdir=infrastructure apply -input=false -auto-approve',
            'Deploy a broken revision',
            'ECS rolls back, and says why',
            'Terraform finds nothing to change',
            'actions/upload-artifact',
            'Post actions/upload-artifact',
            'Post hashicorp/setup-terraform',
            'Post OWNER/ecs-safe-deploy/simulator',
          ]),
          changes: [],
          services: {},
        },
      },
    ],
  },
  {
    shows: 'a simulator that runs for the time of a job, also one that fails, and wrong inputs',
    workflow: 'e2e/workflows/simulator.yml',
    runs: [
      {
        on: push,
        expect: {
          green: false,
          steps: {
            ...stepsOf('test', [
              'actions/checkout',
              'Simulator',
              'Read with the AWS CLI',
              'Deploy',
              'Ask for what the simulator lacks',
              'Keep the requests',
              'Fail',
              'Post Keep the requests',
              'Post Deploy',
              'Post Simulator',
            ]),
            'test: Fail': 'failure',
            ...stepsOf('after', [
              'Nothing listens any more',
              'actions/download-artifact',
              'The requests are there',
              'Post actions/download-artifact',
            ]),
            ...stepsOf('wrong', [
              'actions/checkout',
              'Wrong simulator',
              'It has failed and set nothing',
              'Post Wrong simulator',
            ]),
            'wrong: Wrong simulator': 'failure',
          },
          changes: [],
          services: {},
          summaries: { 'test: Deploy': /web on [a-z-]+: `web:8` serves/ },
          artifacts: { 'uploaded-requests': /"operation":"UpdateService"/ },
        },
      },
    ],
  },
]
