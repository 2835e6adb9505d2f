/** The least policy for a role, from docs/iam-policy.json or docs/iam-policy-read.json with names in place of its words. */

export interface PolicyDocument {
  readonly Version: string
  readonly Statement: readonly Statement[]
}

interface Statement {
  readonly Sid: string
  readonly Resource?: string | readonly string[]
  readonly [member: string]: unknown
}

/** By the words of the template: `SERVICE: ['web', 'api']`. A word without a value takes its statements along. */
export type PolicyWords = Readonly<Record<string, readonly string[]>>

export interface PolicyChoice {
  readonly words: PolicyWords
  readonly partition: string
  /** whether to keep a statement whose Sid begins with `Optional` */
  readonly keep: (sid: string) => boolean
}

/** In the order of the template. Statements of one action and condition keep their own Sid. */
export function policyFor(template: PolicyDocument, choice: PolicyChoice): PolicyDocument {
  const kept = template.Statement.filter(({ Sid }) => !Sid.startsWith('Optional') || choice.keep(Sid))
  return { ...template, Statement: kept.flatMap(statement => fillStatement(statement, choice)) }
}

/** None if nothing is left that it allows. */
function fillStatement(statement: Statement, { partition, words }: PolicyChoice): Statement[] {
  const { Resource: resources, ...others } = statement
  const named = fillOnce(JSON.stringify(others), words)
  if (named === undefined) return []
  const filled = [resources ?? []].flat().flatMap(one => fill(one, words))
  // A trust policy has no resources.
  if (resources !== undefined && filled.length === 0) return []
  const Resource = filled.length > 1 ? filled : filled[0]
  const whole = JSON.stringify({ ...JSON.parse(named), Resource })
  return [JSON.parse(whole.replaceAll('"arn:aws:', `"arn:${partition}:`))]
}

/** Once for each combination of the values of its words. */
function fill(text: string, words: PolicyWords): string[] {
  const word = wordIn(text, words)
  if (word === undefined) return [text]
  const values = words[word] ?? []
  return values.flatMap(value => fill(text.replaceAll(wholeWord(word), value), withoutWord(words, word)))
}

/** A word that is the whole text may have several values; within a text, conditions name one cluster and one account. */
function fillOnce(text: string, words: PolicyWords): string | undefined {
  const word = wordIn(text, words)
  if (word === undefined) return text
  const values = words[word] ?? []
  const [value] = values
  if (value === undefined) return undefined
  const whole = JSON.stringify(values.length === 1 ? value : values)
  const filled = text.replaceAll(`"${word}"`, whole).replaceAll(wholeWord(word), value)
  return fillOnce(filled, withoutWord(words, word))
}

function wordIn(text: string, words: PolicyWords): string | undefined {
  return Object.keys(words).find(word => wholeWord(word).test(text))
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![A-Za-z_])${word}(?![A-Za-z_])`, 'g')
}

function withoutWord(words: PolicyWords, word: string): PolicyWords {
  return Object.fromEntries(Object.entries(words).filter(([name]) => name !== word))
}
