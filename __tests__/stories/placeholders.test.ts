/** A file with placeholders, from the inputs to what ECS registers. */
import { describe, expect, test } from '@jest/globals'
import { commit, imageOf } from '../../simulator/scenarios/web-service.js'
import { everything, playFile } from '../support/definition-file.js'
import { acceptedInputs, text } from '../support/web-stories.js'

const dollar = '$'
const port = `${dollar}{PORT}`

/** As teams keep it in their repositories. */
const template = `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::<ACCOUNT_ID>:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::<ACCOUNT_ID>:role/web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "__CPU__",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "<IMAGE>",
      "essential": true,
      "portMappings": [{ "containerPort": ${port}, "protocol": "tcp" }],
      "environment": [
        { "name": "LOG_LEVEL", "value": "info" },
        { "name": "MOTTO", "value": "{{ motto }}" }
      ],
      "secrets": [
        { "name": "DATABASE_URL", "valueFrom": "arn:aws:secretsmanager:eu-west-1:<ACCOUNT_ID>:secret:web/database-url-8Zk2Qp" }
      ],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "app"
        }
      }
    }
  ]
}
`
const file = 'task-definition.json'
const motto = 'say "hunter2-hunter2", \\ and {{ motto }}'
const lines = ['<ACCOUNT_ID>=123456789012', `${port}=5001`, '__CPU__=256', `{{ motto }}=${motto}`]
const placeholders = lines.join('\n')

describe('what nothing replaces', () => {
  test('is called a placeholder where the file has a wrong type', async () => {
    const played = await playFile({ files: { [file]: template } })
    expect(text(played)).toContain(
      `task-definition.json:14:26 containerDefinitions[0].portMappings[0].containerPort is the placeholder "${port}", but ECS expects a number; replace it with the input placeholders`,
    )
    expect(played.requests).toStrictEqual([])
  })

  test('is refused where ECS would refuse it, and warned of elsewhere; the image that an input gives is neither', async () => {
    const played = await playFile({ files: { [file]: template } }, { placeholders: `${port}=5001` })
    expect(played.outputs.outcome).toBe('refused')
    const found = played.annotations
      .filter(({ title }) => title?.includes('placeholder'))
      .map(({ level, position, message }) => [level, position?.line, position?.column, message.split(',')[0]])
    expect(found).toStrictEqual([
      ['error', 3, 3, 'executionRoleArn contains the placeholder "<ACCOUNT_ID>"'],
      ['error', 4, 3, 'taskRoleArn contains the placeholder "<ACCOUNT_ID>"'],
      ['error', 7, 3, 'cpu contains the placeholder "__CPU__"'],
      ['error', 20, 35, 'container app'],
      ['warning', 17, 28, 'container app'],
    ])
  })

  test('is refused in the image of another container', async () => {
    const image = imageOf(commit)
    const other = template.replace('"<IMAGE>"', '"<REGISTRY>/web:1"')
    const played = await playFile(
      { files: { [file]: other } },
      { placeholders, image: '', 'container-name': '' },
    )
    expect(text(played)).toContain(
      'task-definition.json:12:7 container app: "<REGISTRY>/web:1" contains the placeholder <REGISTRY>',
    )
    expect(text(played)).not.toContain(image)
  })
})

describe('placeholders', () => {
  test('are replaced before the revision is registered, and what is hidden there stays hidden', async () => {
    const played = await playFile({ files: { [file]: template } }, { placeholders })
    expect(text(played)).not.toContain('refused')
    const [registered] = acceptedInputs(played, 'RegisterTaskDefinition')
    expect(registered).toMatchObject({
      executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
      cpu: '256',
      containerDefinitions: [
        {
          portMappings: [{ containerPort: 5001 }],
          environment: expect.arrayContaining([{ name: 'MOTTO', value: motto }]),
        },
      ],
    })
    expect(everything(played)).not.toContain('hunter2')
  })

  test.each([
    {
      name: 'a text that is nowhere',
      extra: '<DB_HOST>=db.internal',
      says: 'placeholders     "<DB_HOST>" (line 5) does not occur in a value of task-definition.json',
    },
    {
      name: 'what may be the rest of a secret',
      extra: 'x39JsJhQQ79puSkqtaKNg==',
      says: 'placeholders line 5 looks like the end of a value that was wrapped',
    },
  ])('$name is refused before any call', async ({ extra, says }) => {
    const played = await playFile(
      { files: { [file]: template } },
      { placeholders: `${placeholders}\n${extra}` },
    )
    expect(text(played).replace(/ +/g, ' ')).toContain(says.replace(/ +/g, ' '))
    expect(played.requests).toStrictEqual([])
    expect(everything(played)).not.toContain('hunter2')
    expect(everything(played)).not.toContain('x39JsJhQQ79')
  })

  test('a value of a wrong type is not shown, and its place is that in the file as written', async () => {
    const wrong = placeholders.replace('5001', 'hunter2-hunter2')
    const played = await playFile({ files: { [file]: template } }, { placeholders: wrong })
    expect(text(played)).toContain(
      'task-definition.json:14:26 containerDefinitions[0].portMappings[0].containerPort is the string',
    )
    expect(everything(played)).not.toContain('hunter2')
  })

  test('an empty value is warned of', async () => {
    const empty = placeholders.replace(motto, '')
    const played = await playFile({ files: { [file]: template } }, { placeholders: empty })
    expect(text(played)).toContain(
      'placeholders: the value of "{{ motto }}" (line 4) is empty, so it is replaced with nothing.',
    )
  })

  test('without a file they have no effect, which is said', async () => {
    const played = await playFile({}, { placeholders, 'task-definition': '' })
    expect(text(played)).toContain('placeholders')
    expect(everything(played)).not.toContain('hunter2')
  })
})
