/** The template of docs/alarms.md: it can be parsed, names only what it has, and brings what the checks ask for. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parseDocument } from 'yaml'
import { runPasted } from '../support/pasted-commands.js'

const page = readFileSync('docs/alarms.md', 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text ?? '')

interface Template {
  readonly Parameters: Readonly<Record<string, unknown>>
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>
}

/** With `!Ref Name` read as `Name`, and the names that are referred to. */
function read(text: string) {
  const named: string[] = []
  const tag = (name: string) => ({
    tag: `!${name}`,
    resolve(value: string) {
      named.push(
        ...(name === 'Ref' ? [value] : [...value.matchAll(/\$\{(\w+)\}/g)].map(([, part]) => part ?? '')),
      )
      return value
    },
  })
  const document = parseDocument(text, { customTags: [tag('Ref'), tag('Sub')] })
  return { document, named, template: document.toJS() as Template }
}

const [template] = blocks('yaml').filter(text => text.startsWith('AWSTemplateFormatVersion'))

test('the template is YAML without errors or unknown tags, and every reference in it exists', () => {
  const { document, named, template: whole } = read(template ?? '')
  expect([...document.errors, ...document.warnings]).toStrictEqual([])
  const known = [...Object.keys(whole.Parameters), ...Object.keys(whole.Resources)]
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(name => !known.includes(name))).toStrictEqual([])
  expect(Object.keys(whole.Parameters).filter(name => !named.includes(name))).toStrictEqual([])
})

test('the service names both alarms, and they watch the metrics that the checks require', () => {
  const { Resources } = read(template ?? '').template
  expect(Resources.Service?.Properties).toMatchObject({
    DeploymentConfiguration: {
      Alarms: { Enable: true, Rollback: true, AlarmNames: ['UnhealthyHosts', 'RunningTasks'] },
    },
  })
  expect(Resources.UnhealthyHosts?.Properties).toMatchObject({
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'UnHealthyHostCount',
    Dimensions: [{ Name: 'TargetGroup' }, { Name: 'LoadBalancer' }],
  })
  expect(Resources.RunningTasks?.Properties).toMatchObject({
    Namespace: 'ECS/ContainerInsights',
    MetricName: 'RunningTaskCount',
    Dimensions: [{ Name: 'ClusterName' }, { Name: 'ServiceName' }],
  })
})

const topic = 'arn:aws:sns:eu-west-1:123456789012:web-failures'

test('the commands let EventBridge and the alarms publish to the topic, and route the rule to it', () => {
  const { Resources } = read(template ?? '').template
  const calls = runPasted(blocks('sh')[0] ?? '', { aws: topic }).map(({ words }) => words)
  expect(calls.map(words => words.slice(0, 2).join(' '))).toStrictEqual([
    'sns create-topic',
    'sns set-topic-attributes',
    'sns subscribe',
    'events put-rule',
    'events put-targets',
  ])
  const { PolicyDocument } = JSON.parse(
    JSON.stringify(Resources.FailuresPolicy?.Properties).replaceAll(
      '"Resource":"Failures"',
      `"Resource":"${topic}"`,
    ),
  )
  expect(JSON.parse(calls[1]?.at(-1) ?? '')).toStrictEqual(PolicyDocument)
  expect(calls[4]?.at(-1)).toBe(`Id=failures,Arn=${topic}`)
  expect(calls[4]?.[3]).toBe(calls[3]?.[3])
})

test('the rule is the same in all three forms', () => {
  const { Resources } = read(template ?? '').template
  expect(Resources.DeploymentFailed?.Properties).toMatchObject({
    EventPattern: {
      source: ['aws.ecs'],
      'detail-type': ['ECS Deployment State Change'],
      detail: { eventName: ['SERVICE_DEPLOYMENT_FAILED'] },
    },
  })
  const rule = runPasted(blocks('sh')[0] ?? '', { aws: topic }).find(({ words }) => words[1] === 'put-rule')
  expect(JSON.parse(rule?.words.at(-1) ?? '')).toMatchObject({
    source: ['aws.ecs'],
    'detail-type': ['ECS Deployment State Change'],
    detail: { eventName: ['SERVICE_DEPLOYMENT_FAILED'] },
  })
  const [terraform] = blocks('hcl')
  for (const part of ['["aws.ecs"]', '["ECS Deployment State Change"]', '["SERVICE_DEPLOYMENT_FAILED"]'])
    expect(terraform).toContain(part)
})
