import type { Target } from '../ecs/service.js'
import type { Observed } from '../options/plan-options.js'
import type { RelatedResources } from '../resources/related-resources.js'

/** `offline`: could not be read */
export type DeploymentTarget =
  | { readonly kind: 'service'; readonly observed: Observed; readonly resources: RelatedResources }
  | { readonly kind: 'offline'; readonly target: Target }
