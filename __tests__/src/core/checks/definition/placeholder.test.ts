import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from '../../../../../src/adapters/workspace/document.js'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { placeholder } from '../../../../../src/core/checks/definition/placeholder.js'
import { secretInClear } from '../../../../../src/core/checks/variables/secret-in-clear.js'
import type { JsonObject, Path } from '../../../../../src/core/text/json.js'
import { aCheckContext, checkMessages, withContainer } from '../../../../support/check-builders.js'

const dollar = '$'

/** `3:3 refused taskRoleArn contains …`, without the words that all have. */
function findingsIn(file: string): string[] {
  const document = parse(file, readFileSync(`__tests__/fixtures/placeholders/${file}`, 'utf8'))
  if ('problem' in document) throw new Error(document.problem)
  const { positionOf } = document
  const definition = document.value as JsonObject
  return runCheck(placeholder, aCheckContext({ definition, positionOf })).map(
    ({ result, text, position }) => {
      const what = text.replace('contains ', '').replace(', which nothing has replaced', '')
      return `${position?.line}:${position?.column} ${result} ${what}`
    },
  )
}

test.each([
  {
    file: 'angle-brackets.json',
    findings: [
      '3:3 refused taskRoleArn the placeholder "<ACCOUNT_ID>"',
      '4:3 refused executionRoleArn the placeholder "<ACCOUNT_ID>"',
      '8:3 refused memory the placeholder "<MEMORY>"',
      '23:32 refused container api, secrets API_TOKEN a placeholder of the form <…>',
      '16:30 warning container api, environment DB_HOST a placeholder of the form <…>',
      '17:35 warning container api, environment DATABASE_URL a placeholder of the form <…>',
      '20:32 warning container api, environment QUEUE_URL a placeholder of the form <…>',
      '29:11 warning container api, logConfiguration.options.awslogs-group a placeholder of the form <…>',
      '30:11 warning container api, logConfiguration.options.awslogs-region a placeholder of the form <…>',
      '38:51 warning volumes[0].efsVolumeConfiguration.fileSystemId the placeholder "xxxxxxxx"',
    ],
  },
  {
    file: 'shell-variables.json',
    findings: [
      `3:3 refused executionRoleArn the placeholder "${dollar}{AWS_ACCOUNT_ID}"`,
      '4:3 refused taskRoleArn the placeholder "$AWS_ACCOUNT_ID"',
      `7:3 refused cpu the placeholder "${dollar}{CPU}"`,
      `18:28 warning container worker, environment STAGE a placeholder of the form ${dollar}{…}`,
      `20:35 warning container worker, environment STATE_BUCKET a placeholder of the form ${dollar}{…}`,
      '21:29 warning container worker, environment REGION a placeholder of the form $(…)',
      '22:28 warning container worker, environment DRIVE a placeholder of the form %…%',
      '26:25 warning container worker, dockerLabels.team a placeholder of the form __…__',
      '29:66 warning container worker, logConfiguration.options.Host a placeholder of the form __…__',
    ],
  },
  {
    file: 'templates.yml',
    findings: [
      '2:1 refused executionRoleArn the placeholder "{{ account_id }}"',
      '6:5 refused containerDefinitions[0].name the placeholder "{{app}}"',
      '30:9 refused containerDefinitions[0].secrets[1].valueFrom a placeholder of the form ACCOUNT_ID',
      '3:1 warning taskRoleArn the placeholder "YOUR_TASK_ROLE"',
      '7:5 warning containerDefinitions[0].image the placeholder "TBD"',
      '11:9 warning containerDefinitions[0].environment[0].value a placeholder of the form {{ … }}',
      '15:9 warning containerDefinitions[0].environment[2].value a placeholder of the form your-…',
      '19:9 warning containerDefinitions[0].environment[4].value a placeholder of the form YOUR_…',
      '21:9 warning containerDefinitions[0].environment[5].value a placeholder of the form CHANGE_ME',
      '23:9 warning containerDefinitions[0].environment[6].value a placeholder of the form CHANGE_ME',
      `25:9 warning containerDefinitions[0].environment[7].value a placeholder of the form ${dollar}{{ … }}`,
      '28:9 warning containerDefinitions[0].secrets[0].valueFrom a placeholder of the form PLACEHOLDER',
      '35:9 warning containerDefinitions[0].logConfiguration.options.syslog-address a placeholder of the form __…__',
    ],
  },
  {
    file: 'bare-words.json',
    findings: [
      '3:3 refused taskRoleArn the placeholder "####"',
      '4:3 refused executionRoleArn the placeholder "ACCOUNT_ID"',
      '30:11 refused container ledger, secrets DB_PASSWORD a placeholder of the form ACCOUNT_ID',
      '24:11 warning container ledger, environment LICENSE a placeholder of the form ####',
      '37:11 warning container ledger, logConfiguration.options.awslogs-region a placeholder of the form REGION',
    ],
  },
])('$file', ({ file, findings }) => {
  expect(findingsIn(file)).toStrictEqual(findings)
})

const positionOf = () => ({ file: 'td.json', line: 1, column: 1 })
const variable = (value: string) => withContainer({ environment: [{ name: 'A', value }] })

describe('in a variable', () => {
  test.each([
    `${dollar}{DB_HOST}`, `jdbc:mysql://${dollar}{DB_HOST}/x`, '{{ .Env }}', '{{account_id}}', 'x-{{ ENV }}', '<DB_HOST>',
    '<your-bucket>', '<db host>', 'amqp://<host>:5672', '$(DB_HOST)', '$DB_HOST', '%DB_HOST%', '#{DB_HOST}#',
    '[DB_HOST]', '@DB_HOST@', '__DB_HOST__', 'YOUR_KEY', 'your-account-id', 'PLACEHOLDER_HOST',
    'CHANGEME', 'change-me', '####', 'arn:aws:sns:eu-west-1:####:x', 'REPLACE_ME', 'REPLACE_WITH_HOST', `TO${'DO'}`, 'xxxx', 'https://xxxxxxxx.example',
    `arn:aws:sns:${dollar}{region}:1:x`, 'arn:aws:sns:eu-west-1:ACCOUNT_ID:x', `${dollar}{AWS::Region}`,
  ])('%s is warned of', value => {
    const [finding] = runCheck(placeholder, aCheckContext({ definition: variable(value), positionOf }))
    expect(finding).toMatchObject({ result: 'warning', text: expect.stringContaining('a placeholder of the form') })
    expect(finding?.text.replace(/ form \S+( … \S+)?,/, '')).not.toContain(value)
  }) // biome-ignore format: one list

  test.each([
    'arn:aws:sns:eu-west-1:123456789012:x', '123456789012', '<p>x</p>', '<br/>', '<none>', 'a < b > c', '$1', '$remote_addr',
    '$remote_addr - $status', '%(message)s', '%d{ISO8601} %-5level', '%datetime% %channel%', '%20%2F', '{{ message }} {{ level }}',
    `${dollar}{amount}`, `${dollar}{PORT:-80}`, '[INFO]', 'me@example.org', '__main__', 'a__b', 'your', 'at your-place or mine',
    `TO${'DO'},DOING,DONE`, 'todo-app', 'xx', 'Xerxes', 'p4$$W0RD!', '{"a": {"b": {}}}', '', 'thank-your-mother',
    'https://example.com/{id}', 'redis://cache:6379', 'REGION', '#### Title', 'p4ss####word', '^[A-Z]+$', 'select <> from',
  ])('%s is not', value => {
    const checks = runCheck(placeholder, aCheckContext({ definition: variable(value), positionOf }))
    expect(checkMessages(checks)).toStrictEqual([])
  }) // biome-ignore format: one list
})

test('nothing is said of what serves already', () => {
  const definition = variable('<DB_HOST>')
  const context = aCheckContext({ definition, positionOf, observed: { live: definition } })
  expect(checkMessages(runCheck(placeholder, context))).toStrictEqual([])
})

test('in a secret in the place of its ARN, nothing of it is shown', () => {
  const definition = withContainer({ secrets: [{ name: 'A', valueFrom: 'hunter2$hunter2:<hunter2>' }] })
  const [finding] = runCheck(placeholder, aCheckContext({ definition }))
  expect(finding).toMatchObject({ result: 'refused' })
  expect(finding?.text).not.toContain('hunter2')
})

test('what an input brings is told with the input', () => {
  const inputAt = (path: Path) => (path.includes('environment') ? 'environment-variables' : undefined)
  const context = aCheckContext({ definition: variable(`${dollar}{DB_HOST}`), inputAt })
  expect(runCheck(placeholder, context)).toMatchObject([
    {
      text: `container app, environment A contains a placeholder of the form ${dollar}{…}, which nothing has replaced (input environment-variables)`,
      next: 'Write the value in its place, or an expression of GitHub.',
    },
  ])
})

test('of very many, twenty are told, the refused ones first', () => {
  const environment = Array.from({ length: 30 }, (_, i) => ({ name: `A${i}`, value: '<DB_HOST>' }))
  const definition = withContainer({ environment }, { taskRoleArn: 'arn:aws:iam::<ACCOUNT_ID>:role/x' })
  const messages = checkMessages(runCheck(placeholder, aCheckContext({ definition, positionOf })))
  expect(messages).toHaveLength(21)
  expect([messages.at(0), messages.at(-1)]).toStrictEqual([
    'refused: taskRoleArn contains the placeholder "<ACCOUNT_ID>", which nothing has replaced',
    'warning: 11 more placeholders remain',
  ])
})

test.each([
  'PLACEHOLDER_KEY', '<DB_PASSWORD>', 'your-secret-here', '__API_KEY__', 'xxxxxxxx', 'CHANGE_ME', '#{KEY}#', '[DB_PASSWORD]',
])('%s is no secret in clear', value => {
  const definition = withContainer({ environment: [{ name: 'API_KEY', value }] })
  expect(checkMessages(runCheck(secretInClear, aCheckContext({ definition })))).toStrictEqual([])
}) // biome-ignore format: one list
