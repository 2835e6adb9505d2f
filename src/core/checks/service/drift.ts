/**
 * Does this deployment overwrite what another repository, or none, registered? Needs revisions tagged by
 * `provenance-tags`.
 */
import { revisionName } from '../../ecs/arn.js'
import { diff } from '../../task-definition/diff.js'
import { provenanceIn } from '../../task-definition/tags.js'
import { enumerate } from '../../text/enumerate.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const drift = defineCheck({ id: 'drift', run })

function run(context: CheckContext): Findings {
  const { observed, provenance } = context
  const own = provenanceIn({ tags: provenance.map(({ key, value }) => ({ key, value })) }).repository
  if (!observed?.serving || own === undefined) return undefined
  const { repository, run } = provenanceIn(observed.live)
  const paths = repository === own ? [] : overwritten(context)
  if (paths.length === 0) return []
  const serving = revisionName(observed.serving)
  const what = `this deployment overwrites ${enumerate(paths)}`
  if (repository === undefined)
    return [
      {
        result: 'notice',
        text: `${serving} does not tell which repository registered it${byWhom(observed.registeredBy)}: ${what}`,
        next: 'Add to your source what should stay.',
      },
    ]
  return [
    {
      result: 'warning',
      text: `${serving} was registered by ${repository}${run ? ` (${run})` : ''}, not by ${own}: ${what}`,
      next: 'Add to your source what should stay, or let one repository alone deploy this service.',
    },
  ]
}

/** Paths that the new revision and the source change or remove, without images set by inputs. */
function overwritten({ observed, source, registeredDefinition, overriddenImages }: CheckContext): string[] {
  if (!observed) return []
  const images = new Set(overriddenImages.map(container => `${container}.image`))
  const stays = new Set(diff(observed.live, source).map(({ path }) => path))
  return diff(observed.live, registeredDefinition)
    .filter(({ sign, path }) => sign !== '+' && stays.has(path) && !images.has(path))
    .map(({ path }) => path)
}

/** `GitHubActions/deploy` of a role, or a user name. */
function byWhom(registeredBy: string | undefined): string {
  const name = registeredBy?.slice(registeredBy.indexOf('/') + 1)
  return name ? ` (ECS says ${name})` : ''
}
