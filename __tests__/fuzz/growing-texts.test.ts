/** What reads texts from outside takes time in proportion to their length, whatever they repeat. */
import { expect, test } from '@jest/globals'
import { toApiError } from '../../src/adapters/aws/api-error.js'
import { taskDefinitionShape } from '../../src/adapters/aws/task-definition-shape.js'
import { parse } from '../../src/adapters/workspace/document.js'
import { isHarmless, secretForm } from '../../src/core/checks/variables/secret-value.js'
import { classOfTask } from '../../src/core/diagnosis/classes.js'
import { eventFailures } from '../../src/core/diagnosis/event-failures.js'
import { groupFailures } from '../../src/core/diagnosis/failure-group.js'
import { listeningPorts } from '../../src/core/diagnosis/listening-ports.js'
import { isErrorLine } from '../../src/core/diagnosis/main-log-line.js'
import { explainPull } from '../../src/core/diagnosis/pull-failures.js'
import { reasonText } from '../../src/core/diagnosis/reason-text.js'
import { secretArnIn } from '../../src/core/diagnosis/secret-reference.js'
import {
  isRegion,
  parseArn,
  revisionName,
  revisionNumber,
  serviceOf,
  shortenArns,
  shortenEveryArn,
} from '../../src/core/ecs/arn.js'
import {
  deploymentFailure,
  eventText,
  placementFailures,
  targetResponse,
} from '../../src/core/ecs/event-text.js'
import { parseTaskCountEvent } from '../../src/core/ecs/task-count-event.js'
import { ApiError } from '../../src/core/errors/api-error.js'
import { denialText, unavailableReason } from '../../src/core/errors/denial.js'
import { closest, quote } from '../../src/core/errors/problem.js'
import { isCommon } from '../../src/core/redaction/common-values.js'
import { maskRandom, randomParts } from '../../src/core/redaction/mask-random.js'
import { maskSecrets } from '../../src/core/redaction/mask-secrets.js'
import { hideCutEnd, redact } from '../../src/core/redaction/redact.js'
import { assignedValues, maskAssignments } from '../../src/core/redaction/secret-assignment.js'
import { secretPatterns, token, withPassword } from '../../src/core/redaction/secret-patterns.js'
import { maskUnfinished } from '../../src/core/redaction/unfinished-secret.js'
import { partsOf } from '../../src/core/redaction/value-parts.js'
import { secretsOf } from '../../src/core/task-definition/hidden-values.js'
import { parseImage } from '../../src/core/task-definition/image.js'
import { imageProblem } from '../../src/core/task-definition/image-problem.js'
import {
  isPlaceholder,
  placeholderIn,
  placeholderInText,
} from '../../src/core/task-definition/placeholder.js'
import { inUnits } from '../../src/core/task-definition/size.js'
import { validate } from '../../src/core/task-definition/validate.js'
import { stripControlCharacters } from '../../src/core/text/control-characters.js'
import { duplicates } from '../../src/core/text/duplicates.js'
import { fingerprint } from '../../src/core/text/fingerprint.js'
import { logLine } from '../../src/core/text/log-line.js'
import { hasRandomLetters } from '../../src/core/text/random-letters.js'
import { truncate } from '../../src/core/text/truncate.js'
import { parsePlaceholders } from '../../src/inputs/parse-placeholders.js'
import { readInputs } from '../../src/inputs/read-inputs.js'
import { code, copyable, cut, fence, fold, plain, unlinked } from '../../src/report/markdown/markdown.js'
import { anEvidence } from '../support/failure-evidence.js'
import { growth, mostGrowth } from '../support/growth.js'
import { aFailureGroup } from '../support/rollout-builders.js'
import { anEvent } from '../support/service-builders.js'
import { aStoppedTask } from '../support/task-builders.js'

const definition = { containerDefinitions: [{ environment: [{ name: 'A', value: 'aaaaaaaaaaaa' }] }] }
const hidden = secretsOf([definition], [])
const events = { clusterArn: '', deploymentId: '', otherTasks: new Set<string>(), hadOtherTasks: false }

type Read = (text: string) => unknown

const readers: Readonly<Record<string, Read>> = {
  redact: text => redact(text, hidden),
  hideCutEnd: text => hideCutEnd(text, hidden),
  maskSecrets,
  maskRandom,
  randomParts,
  hasRandomLetters,
  maskAssignments,
  assignedValues,
  maskUnfinished,
  partsOf,
  isCommon,
  secretForm: text => secretForm(text, false),
  isHarmless,
  stripControlCharacters,
  fingerprint,
  logLine,
  truncate: text => truncate(text, 400),
  quote,
  closest: text => closest(text, ['environment', 'image']),
  eventText,
  targetResponse,
  placementFailures: text => placementFailures([anEvent(text)]),
  deploymentFailure: text => deploymentFailure(text, 'ecs-svc/1'),
  parseTaskCountEvent,
  eventFailures: text => eventFailures([anEvent(`(service web) has started 1 tasks: ${text}`)], events),
  groupFailures: text => groupFailures([aStoppedTask({ stoppedReason: text })], [anEvent(text)]),
  classOfTask: text => classOfTask({ text, stopCode: undefined, exitCode: undefined }),
  listeningPorts: text => listeningPorts([`listening ${text}`]),
  isErrorLine,
  reasonText,
  secretArnIn,
  shortenArns,
  shortenEveryArn,
  revisionName,
  revisionNumber,
  parseArn,
  serviceOf,
  isRegion,
  explainPull: text => explainPull(anEvidence({ failure: aFailureGroup({ reason: text }) })),
  denialText: text => denialText({ operation: 'x', message: text }),
  unavailableReason: text =>
    unavailableReason(new ApiError({ kind: 'denied', operation: 'x', code: 'x', message: text })),
  toApiError: text => toApiError(new Error(text), 'ecs:DescribeServices'),
  parseImage,
  imageProblem: text => imageProblem(text, 'input'),
  placeholderIn,
  placeholderInText: text => placeholderInText(text, { isExpandedAtRunTime: false }),
  isPlaceholder,
  parsePlaceholders: text => parsePlaceholders(text, () => undefined),
  inUnits,
  plain,
  unlinked,
  copyable,
  code,
  cut,
  fold: text => fold(text, ''),
  fence: text => fence([text]),
  ...Object.fromEntries(
    [...secretPatterns.map(({ pattern }) => pattern), token.pattern, withPassword].map(pattern => [
      String(pattern),
      (text: string) => pattern.test(text),
    ]),
  ),
}

/** Alone, and behind what makes a pattern begin. */
const heads = [
  '',
  'password=',
  'password: ',
  'PASSWORD ',
  '"token":"',
  'postgres://',
  'postgres://shop:',
  'Authorization: Bearer ',
  'arn:aws:ecs:eu-west-1:1:',
  'arn:aws:secretsmanager:eu-west-1:1:',
  'arn:aws:cloudwatch:eu-west-1:1:',
  '(service web) ',
  '(port 1) is unhealthy in ',
  '(task 1) ',
  '-----BEGIN PRIVATE KEY-----',
  'eyJhbGciOi.eyJ',
  'sha256:',
  'qZ3vT0x8Jm2Lr7Yc1Wd9Kp4Hs6Nb5Gf+Uo/EtIaXeRzBvCyMwQjSlPkDhFgVnTu1\n',
]

const units = [
  ' ',
  'a',
  '=',
  ':',
  '"',
  "'",
  '\\',
  '[',
  '(',
  '{',
  '1',
  '-',
  '.',
  '/',
  '@',
  ',',
  '\n',
  '\t',
  '%0A',
  'é',
  '\u202e',
  'a:',
  'a ',
  'aB3/',
  'aB3\\n',
  'task/a/',
  'service-deployment/a/',
  'A ',
  'a.',
  '.-',
  'a=',
  'a@',
  '":"',
  '\\"',
  'password=',
  'password: ',
  'token',
  'TOKEN ',
  '"token":',
  'bearer ',
  '-p ',
  '--token ',
  '://',
  'a://b:',
  'x:a@',
  '-eyJ',
  'eyJa.',
  'AKIA',
  'ghp_',
  '-----BEGIN ',
  '-----END ',
  'arn:',
  'arn:aws:ecs:a:1:x',
  ':task-definition/a',
  ':cloudwatch:',
  ':alarm:',
  '(port 1) is unhealthy in ',
  ' due to (reason ',
  '(task 1) ',
  ' has started 1 tasks: ',
  'port 1: ',
  'was unable to place a task ',
  '. For more information, see ',
  'Deserialization error',
  ': aws a ',
  'www.',
  'gh-1',
  '${',
  '{{',
  '<A',
  '<your-a ',
  '%A',
  '__',
  '_A',
  '#{',
  '$(A',
  'YOUR_',
  'xX',
  '[A',
  '`',
]

const tails = ['', 'x', '\n', '!\n']

const all = heads.flatMap(head => units.flatMap(unit => tails.map(tail => ({ head, unit, tail }))))
/** Each unit after nothing, and one in three of the others: all of them take ten minutes. */
const tried = all.filter(({ head }, i) => head === '' || i % 3 === 0)
test.each(Object.keys(readers))('%s', async name => {
  const read = readers[name] as Read
  for (const { head, unit, tail } of tried) {
    const write = (size: number) => `${head}${unit.repeat(Math.ceil(size / unit.length))}${tail}`
    const times = await growth(size => read(write(size)), 6_000)
    expect([head, unit, tail, times > mostGrowth ? times : 'linear']).toStrictEqual([
      head,
      unit,
      tail,
      'linear',
    ])
  }
})

const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i))

function readFile(text: string): unknown {
  const document = parse('td.yml', text)
  return 'problem' in document ? document : validate(document, taskDefinitionShape, 'refuse')
}

test.each<{ name: string; work: (size: number) => unknown }>([
  {
    name: 'unknown keys of a file',
    work: size => readFile(lines(size, i => `envirnment${i}: 1\n`).join('')),
  },
  {
    name: 'unknown keys of many variables',
    work: size =>
      readFile(
        JSON.stringify({
          family: 'web',
          containerDefinitions: [{ environment: lines(size, String).map(name => ({ name, valeu: name })) }],
        }),
      ),
  },
  { name: 'repeated items', work: size => duplicates([...lines(size, String), ...lines(size, String)]) },
  {
    name: 'hidden values',
    work: size => secretsOf([{ command: lines(size, i => `--password=secret${i}word`) }], ['web']),
  },
  {
    name: 'lines of an input',
    work: size =>
      readInputs(name => (name === 'environment-variables' ? lines(size, i => `A${i}=x`).join('\n') : '')),
  },
])('$name', async ({ work }) => {
  expect(await growth(work, 2_500)).toBeLessThan(mostGrowth)
})
