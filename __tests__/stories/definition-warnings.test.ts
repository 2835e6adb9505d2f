/** What is doubtful in a definition is told with its line and never with a value, and deployed all the same. */
import { describe, expect, test } from '@jest/globals'
import { call, cluster, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import {
  app,
  awslogs,
  everything,
  file,
  logOptions,
  playFile,
  secretArn,
} from '../support/definition-file.js'
import { type StoryOverrides, text } from '../support/web-stories.js'

const token = `ghp_${'0123456789abcdefghijABCDEFGHIJ012345'}`

const warnings: readonly {
  id: string
  name: string
  level: string
  story: StoryOverrides
  expected: RegExp
}[] = [
  {
    id: 'secret-in-clear',
    name: 'secrets in clear',
    level: '⚠',
    story: file({
      environment: [
        { name: 'DB_PASSWORD', value: 'hunter2-hunter2' },
        { name: 'ADDRESS', value: 'https://me:hunter2-hunter2@api.example' },
        { name: 'OTHER', value: token },
      ],
    }),
    expected:
      /task-definition\.json:\d+:\d+ {2}container app has DB_PASSWORD, ADDRESS \(a URL with a password\) and OTHER \(a token of GitHub\) in plain text, which look like secrets/,
  },
  {
    id: 'container-limits',
    name: 'a limit of a container whose name ends like that of a secret',
    level: '⚠',
    story: file(
      {},
      {
        containerDefinitions: [
          app,
          { name: 'auth-token', image: 'public.ecr.aws/acme/auth-token:7', startTimeout: 300 },
        ],
      },
    ),
    expected: /container auth-token: startTimeout is 300, but the valid values for Fargate/,
  },
  {
    id: 'vanished-variable',
    name: 'a secret that somebody added to what serves',
    level: '⚠',
    story: file({ secrets: [] }),
    expected:
      /task-definition\.json:\d+:\d+ {2}container app no longer has the secret DATABASE_URL, which web:7 has$/m,
  },
  {
    id: 'secret-reference',
    name: 'a key of a secret with too few colons',
    level: '⚠',
    story: file({ secrets: [{ name: 'DATABASE_URL', valueFrom: `${secretArn}:url` }] }),
    expected:
      /task-definition\.json:\d+:\d+ {2}container app: the secret DATABASE_URL has an ARN that is not that of a secret/,
  },
  {
    id: 'secret-reference',
    name: 'a secret whose name looks like an assignment in a sentence',
    level: '⚠',
    story: file({ secrets: [{ name: 'DB_PASSWORD', valueFrom: `${secretArn}:url` }] }),
    expected:
      /container app: the secret DB_PASSWORD has an ARN that is not that of a secret, alone or followed by :json-key/,
  },
  {
    id: 'secret-reference',
    name: 'a secret in another region',
    level: 'ℹ',
    story: file({
      secrets: [{ name: 'DATABASE_URL', valueFrom: secretArn.replace('eu-west-1', 'eu-north-1') }],
    }),
    expected: /container app: the secret DATABASE_URL is in eu-north-1, but the service runs in eu-west-1/,
  },
  {
    id: 'log-group',
    name: 'logs in another region',
    level: 'ℹ',
    story: file(awslogs({ ...logOptions, 'awslogs-region': 'eu-north-1' })),
    expected:
      /task-definition\.json:\d+:\d+ {2}container app: the logs go to a different region than eu-west-1/,
  },
  {
    id: 'execution-role',
    name: 'a role of another account',
    level: '⚠',
    story: file({}, { taskRoleArn: 'arn:aws:iam::210987654321:role/web' }),
    expected: /task-definition\.json:10:3 {2}taskRoleArn belongs to AWS account 210987654321/,
  },
]

describe('reported, and deployed anyway', () => {
  test.each(warnings)('$id: $name', async ({ id, level, story, expected }) => {
    const played = await playFile(story)
    expect(played.outputs.outcome).toBe('started')
    const line = played.log.find(one => one.includes(id)) ?? ''
    expect(line.trim().startsWith(`${level} ${id}`)).toBe(true)
    expect(line).toMatch(expected)
    expect(everything(played)).not.toContain('hunter2')
    expect(everything(played)).not.toContain(token)
  })
})

describe('drift', () => {
  /** Somebody registers web:8 with a variable that the file does not have, and deploys it. */
  const drifted = (tags: readonly object[]): StoryOverrides => ({
    also: world => {
      const environment = [{ name: 'ADDED', value: 'hunter2-hunter2' }]
      call(world, 'RegisterTaskDefinition', {
        ...taskDefinition(imageOf('1f3c9e0')),
        containerDefinitions: [{ ...app, image: imageOf('1f3c9e0'), environment }],
        ...(tags.length > 0 ? { tags } : {}),
      })
      call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web' })
      world.advanceTo(world.now + 900_000)
    },
  })
  const by = (repository: string) => [{ key: 'ecs-safe-deploy:repository', value: repository }]
  const overwrites = 'this deployment overwrites app.environment.ADDED'

  test.each([
    {
      name: 'another repository',
      tags: by('octo/terraform'),
      expected: `⚠ drift  web:8 was registered by octo/terraform, not by octo/web: ${overwrites}`,
    },
    {
      name: 'an unknown origin',
      tags: [],
      expected: `ℹ drift  web:8 has no tag that says which repository registered it (ECS says GitHubActions/deploy): ${overwrites}`,
    },
  ])('what $name registered and this file does not have is reported', async ({ tags, expected }) => {
    const played = await playFile(drifted(tags))
    expect(text(played)).toContain(expected)
    expect(everything(played)).not.toContain('hunter2')
  })

  test.each([
    { name: 'this repository registered it', story: drifted(by('octo/web')), inputs: {} },
    {
      name: 'the live definition is the base',
      story: drifted(by('octo/terraform')),
      inputs: { 'task-definition': '' },
    },
    {
      name: 'provenance-tags is off',
      story: drifted(by('octo/terraform')),
      inputs: { 'provenance-tags': 'false' },
    },
  ])('nothing is said where $name', async ({ story, inputs }) => {
    const played = await playFile(story, inputs)
    expect(played.outputs.outcome).toBe('started')
    expect(text(played)).not.toContain('drift')
  })
})
