/** A client calls one region of one account: ECS refuses an ARN of another one with "Invalid Region in ARN". */

import { isArn, parseArn } from '../ecs/arn.js'
import { type Problem, quote } from './problem.js'

/** An input that may name a resource by its ARN. */
export interface Reference {
  readonly input: string
  readonly value: string
}

/** `region`: of the client */
export function placeProblems(references: readonly Reference[], region: string | undefined): Problem[] {
  const arns = references.flatMap(({ input, value }) => {
    const place = isArn(value) ? parseArn(value) : undefined
    return place ? [{ input, value, place }] : []
  })
  const [first] = arns
  return arns.flatMap(({ input, value, place }): Problem[] => {
    if (region !== undefined && place.region !== region) {
      const text = `${quote(value)} is in ${place.region}, but this step calls AWS in ${region}: set AWS_REGION (aws-region of aws-actions/configure-aws-credentials) to ${place.region}, or correct the ARN`
      return [{ subject: input, text }]
    }
    if (!first || place.account === first.place.account) return []
    const text = `${quote(value)} is in account ${place.account}, but ${first.input} is in account ${first.place.account}: name resources of one account, that of the credentials of this step`
    return [{ subject: input, text }]
  })
}
