/**
 * ECS: "Invalid arn syntax.", "The maximum number of environment files was exceeded. Specify ten or less and try
 * again."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html
 */

import type { Container } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

const most = 10

export const environmentFile = defineCheck({ id: 'environment-file', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
  if (containers.every(container => listedIn(container, 'environmentFiles').length === 0)) return undefined
  return containers.flatMap(flawsOf).map(flaw => toFinding(context, flaw))
}

function flawsOf(container: Container): Flaw[] {
  const { name, path } = container
  const files = listedIn(container, 'environmentFiles')
  const flaws = files
    .filter(({ value }) => !/^arn:aws[a-z-]*:s3:::[^/]+\/.+$/.test(text(value.value) ?? ''))
    .map(file => ({
      path: [...file.path, 'value'],
      text: `container ${name}: an environment file is not the ARN of an object in S3`,
      next: 'Use an ARN such as arn:aws:s3:::BUCKET/PATH/web.env.',
    }))
  if (files.length <= most) return flaws
  const tooMany = {
    path: [...path, 'environmentFiles'],
    text: `container ${name} has ${files.length} environment files, but ECS accepts at most ${most}`,
    next: 'Merge some of them.',
  }
  return [tooMany, ...flaws]
}
