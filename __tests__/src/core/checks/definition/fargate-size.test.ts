import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { fargateSize } from '../../../../../src/core/checks/definition/fargate-size.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages, onFargate, withContainer } from '../../../../support/check-builders.js'

const sized = (cpu: string | number, memory: string | number, around: JsonObject = {}) =>
  onFargate({}, { cpu, memory, ...around })
const windows = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }

test.each<DefinitionRow>([
  { name: 'the smallest', definition: sized('256', '512'), messages: [] },
  { name: 'numbers', definition: sized(512, 4096), messages: [] },
  { name: 'vCPU and GB', definition: sized('.25 vCPU', '2 GB'), messages: [] },
  { name: 'units in small letters, without a blank', definition: sized('1vcpu', '8gb'), messages: [] },
  { name: 'half a gigabyte', definition: sized('256', '0.5 GB'), messages: [] },
  { name: 'a step in the middle', definition: sized('4096', '29696'), messages: [] },
  { name: 'the largest', definition: sized('16 vCPU', '120 GB'), messages: [] },
  { name: 'Windows', definition: sized('1024', '2048', windows), messages: [] },
  {
    name: 'too much memory',
    definition: sized('256', '4096'),
    messages: [
      'refused: cpu 256 with memory 4096: with 256 CPU units Fargate supports 512, 1024 or 2048 MiB',
    ],
  },
  {
    name: 'too little memory',
    definition: sized('1 vCPU', '1 GB'),
    messages: [
      'refused: cpu 1024 with memory 1024: with 1024 CPU units Fargate supports 2048 to 8192 in steps of 1024 MiB',
    ],
  },
  {
    name: 'between two steps',
    definition: sized('8192', '18432'),
    messages: [
      'refused: cpu 8192 with memory 18432: with 8192 CPU units Fargate supports 16384 to 61440 in steps of 4096 MiB',
    ],
  },
  {
    name: 'memory that is not a number',
    definition: sized('256', 'a lot'),
    messages: [
      'refused: cpu 256 with memory of unknown size: with 256 CPU units Fargate supports 512, 1024 or 2048 MiB',
    ],
  },
  {
    name: 'cpu in between',
    definition: sized('300', '512'),
    messages: ['refused: cpu 300: Fargate supports 256, 512, 1024, 2048, 4096, 8192 or 16384 CPU units'],
  },
  {
    name: 'a size that may be newer than this release',
    definition: sized('32768', '245760'),
    messages: [
      'warning: cpu 32768: Fargate supports 256, 512, 1024, 2048, 4096, 8192 or 16384 CPU units, as far as this release knows',
    ],
  },
  {
    name: 'Windows that is too small',
    definition: sized('512', '2048', windows),
    messages: ['refused: cpu 512: Fargate runs Windows with 1024, 2048 or 4096 CPU units'],
  },
  {
    name: 'Windows that is too large',
    definition: sized('8192', '16384', windows),
    messages: ['refused: cpu 8192: Fargate runs Windows with 1024, 2048 or 4096 CPU units'],
  },
  {
    name: 'no size',
    definition: withContainer({}, { requiresCompatibilities: ['EC2', 'FARGATE'], networkMode: 'awsvpc' }),
    messages: ['refused: the task has no cpu and no memory: Fargate needs both'],
  },
  {
    name: 'no memory',
    definition: withContainer(
      {},
      { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: '256' },
    ),
    messages: ['refused: the task has no memory: Fargate needs both'],
  },
  {
    name: 'the network mode bridge',
    definition: onFargate({}, { networkMode: 'bridge' }),
    messages: ['refused: networkMode is bridge, but Fargate supports only awsvpc'],
  },
  {
    name: 'no network mode',
    definition: withContainer({}, { requiresCompatibilities: ['FARGATE'], cpu: '256', memory: '512' }),
    messages: ['refused: networkMode is not set, but Fargate supports only awsvpc'],
  },
  {
    name: 'EC2, where any size goes',
    definition: withContainer({}, { cpu: '300', memory: '300' }),
    messages: [],
  },
])('$name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(fargateSize, aCheckContext({ definition })))).toStrictEqual(says)
})

test.each([
  { cpu: '256', memory: '4096', next: 'Set memory to 2048, or cpu to 512.' },
  { cpu: '1024', memory: '1024', next: 'Set memory to 2048, or cpu to 256.' },
  { cpu: '16384', memory: '999999', next: 'Set memory to 122880.' },
  { cpu: '300', memory: '512', next: 'Set cpu to 512.' },
  { cpu: '99999', memory: '512', next: 'Set cpu to 16384.' },
])('cpu $cpu with memory $memory: $next', ({ cpu, memory, next }) => {
  const [check] = runCheck(fargateSize, aCheckContext({ definition: sized(cpu, memory) }))
  expect(check?.next).toBe(next)
})
