/**
 * Every member of every answer to a deployment is absent, null, empty or of another type, in one answer or in all. One
 * altered answer changes no outcome. If all are altered, the outcome may be that nothing was changed or that nothing is
 * known, but nothing that is missing becomes a fact.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type AlteredMember,
  alterations,
  membersOf,
} from '../../simulator/protocol/faults/altered-response.js'
import { chance } from '../properties/check-worlds.js'
import type { Played } from '../support/play.js'
import { isDeep } from '../support/tier.js'
import { playWeb, type StoryOverrides, webOf } from '../support/web-stories.js'
import { withinDeadline } from './deadline.js'

const usual: StoryOverrides = {
  also: world => world.setAlarm('web-5xx', 'OK'),
  inputs: { alarms: 'web-5xx', 'bump-desired-count': '3', 'wait-for-minutes': '10' },
  idleFaults: 'allowed',
  post: 'follows',
}

const usualStory = 'a deployment that succeeds'

const stories: Readonly<Record<string, StoryOverrides>> = {
  [usualStory]: usual,
  'a deployment whose tasks crash': { ...usual, software: { exitsAfterSeconds: 1 } },
}

/** In which of the answers of an operation. */
const times = {
  first: { times: 1 },
  'fourth, while waiting': { skip: 3, times: 1 },
  every: {},
} as const

interface Altered extends AlteredMember {
  readonly story: string
  readonly operation: string
  readonly answer: keyof typeof times
}

interface Baseline {
  readonly outcome: string
  readonly desiredCount: number
  readonly altered: readonly Altered[]
}

async function baselineOf(story: string): Promise<Baseline> {
  const members = new Map<string, Set<string>>()
  const calls = new Map<string, number>()
  const played = await playWeb({
    ...stories[story],
    onAnswer: (operation, response) => {
      calls.set(operation, (calls.get(operation) ?? 0) + 1)
      const known = members.get(operation) ?? new Set()
      for (const member of membersOf(response)) known.add(member)
      members.set(operation, known)
    },
  })
  const altered: Altered[] = []
  for (const [operation, names] of members) {
    const answers = answersOf(story, calls.get(operation) ?? 0)
    for (const member of names)
      for (const to of alterations)
        for (const answer of answers) altered.push({ story, operation, member, to, answer })
  }
  return { outcome: played.outputs.outcome ?? '', desiredCount: webOf(played.world).desiredCount, altered }
}

/** What is read before the update is the same in both stories. */
function answersOf(story: string, calls: number): readonly Altered['answer'][] {
  if (story !== usualStory && calls < 2) return []
  return calls < 4 ? ['first', 'every'] : ['first', 'fourth, while waiting', 'every']
}

export const baselines = new Map(
  await Promise.all(Object.keys(stories).map(async story => [story, await baselineOf(story)] as const)),
)
const all = [...baselines.values()].flatMap(({ altered }) => altered)

/** Nothing was changed, or nothing is known. */
const cautious = ['refused', 'unknown', 'timed-out']

function against(altered: Altered, { outcome, desiredCount }: Baseline, played: Played): string[] {
  const { annotations, log, outputs, postNotices, world } = played
  const found: string[] = []
  const ended = outputs.outcome ?? 'none'
  const allowed = altered.answer === 'every' ? [outcome, ...cautious] : [outcome]
  if (!allowed.includes(ended)) found.push(`${ended} instead of ${outcome}`)
  const notices = [...annotations.map(({ message }) => message), ...postNotices.map(({ text }) => text)]
  const count = webOf(world).desiredCount
  const isSaid = notices.some(text => text.startsWith('The desired count is still'))
  if (count !== desiredCount && !isSaid) found.push(`the desired count is ${count}`)
  const messages = [...log, ...notices].join('\n')
  if (/has a bug|\bundefined\b|\bNaN\b|\[object /.test(messages)) found.push('a message that is no sentence')
  return found
}

async function check(altered: Altered): Promise<void> {
  const { story, operation, member, to, answer } = altered
  const baseline = baselines.get(story)
  if (!baseline) throw new Error(`no story ${story}`)
  const faults = [
    { kind: 'altered-response', operations: [operation], member, to, ...times[answer] },
  ] as const
  const played = await withinDeadline(JSON.stringify(altered), playWeb({ ...stories[story], faults }))
  expect([altered, against(altered, baseline, played)]).toStrictEqual([altered, []])
}

/** In two files, because one process would take twice as long. */
export type Half = 'of services and deployments' | 'of everything else'

const services = ['DescribeServices', 'UpdateService', 'DescribeServiceDeployments', 'ListServiceDeployments']

function isIn(half: Half, { operation }: Altered): boolean {
  return services.includes(operation) === (half === 'of services and deployments')
}

const name = 'nothing that is missing becomes a fact'

/** Small enough for the time limit of a test. */
function kindOf({ operation, to }: Altered): string {
  return `${operation}, members ${to}`
}

export function testAlteredAnswers(half: Half): void {
  const altered = all.filter(one => isIn(half, one))
  if (isDeep) testAll(process.env.ALTERED_ANSWERS === 'all' ? altered : everyOther(altered))
  else testSome(altered)
}

/** All of them take a quarter of an hour. Each member still has every alteration, in one answer or another. */
function everyOther(altered: readonly Altered[]): readonly Altered[] {
  const members = new Set(altered.map(memberOf))
  const positions = new Map([...members].map((member, position) => [member, position]))
  return altered.filter((one, nth) => (nth + (positions.get(memberOf(one)) ?? 0)) % 2 === 0)
}

function memberOf({ story, operation, member }: Altered): string {
  return `${story}: ${operation} ${member}`
}

function testAll(altered: readonly Altered[]): void {
  const kinds = new Set(altered.map(kindOf))
  test.each([...kinds])(`${name}: %s`, async kind => {
    const ofKind = altered.filter(one => kindOf(one) === kind)
    process.stderr.write(`${kind}: ${ofKind.length} altered answers\n`)
    for (const one of ofKind) await check(one)
  })
}

function testSome(altered: readonly Altered[]): void {
  test(name, async () => {
    const { numRuns, seed } = chance('altered answers', 20)
    await fc.assert(fc.asyncProperty(fc.constantFrom(...altered), check), { numRuns, seed })
  })
}
