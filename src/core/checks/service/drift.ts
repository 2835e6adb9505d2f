/**
 * Whether this deployment overwrites what somebody else registered: a revision that was not registered by this
 * repository, and that holds what the source of this one does not. What the inputs change is meant.
 *
 * The tags that tell the repository are written by this action itself (`provenance-tags`); without them it says nothing.
 */
import { revisionName } from '../../ecs/arn.js'
import { diff } from '../../task-definition/diff.js'
import { provenanceIn } from '../../task-definition/tags.js'
import { answers, enumerate } from '../answers.js'
import type { Check } from '../check.js'
import type { CheckContext } from '../check-context.js'

export function checkDrift(context: CheckContext): Check[] {
  const { observed, provenance } = context
  const own = provenanceIn({ tags: provenance.map(({ key, value }) => ({ key, value })) }).repository
  if (!observed?.serving || own === undefined) return []
  const { repository, run } = provenanceIn(observed.live)
  const paths = repository === own ? [] : overwritten(context)
  if (paths.length === 0) return answers('drift', [])
  const serving = revisionName(observed.serving)
  const what = `this deployment overwrites ${enumerate(paths)}`
  if (repository === undefined)
    return answers('drift', [
      {
        result: 'notice',
        text: `${serving} does not tell which repository registered it${byWhom(observed.registeredBy)}: ${what}`,
        next: 'Take over into your source what should stay.',
      },
    ])
  return answers('drift', [
    {
      result: 'warning',
      text: `${serving} was registered by ${repository}${run ? ` (${run})` : ''}, not by ${own}: ${what}`,
      next: 'Take over into your source what should stay, or let one repository alone deploy this service.',
    },
  ])
}

/** What serves and is other, or no more, both in the source and in what would be registered, but for the images given. */
function overwritten({
  observed,
  source,
  registeredDefinition: toRegister,
  optional: given,
}: CheckContext): string[] {
  if (!observed) return []
  const images = new Set(given.map(container => `${container}.image`))
  const stays = new Set(diff(observed.live, source).map(({ path }) => path))
  return diff(observed.live, toRegister)
    .filter(({ sign, path }) => sign !== '+' && stays.has(path) && !images.has(path))
    .map(({ path }) => path)
}

/** `GitHubActions/deploy` of an assumed role, the name of a user. */
function byWhom(registeredBy: string | undefined): string {
  const name = registeredBy?.slice(registeredBy.indexOf('/') + 1)
  return name ? ` (ECS says ${name})` : ''
}
