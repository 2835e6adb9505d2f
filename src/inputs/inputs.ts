import type { Target } from '../core/ecs/service.js'
import type { ImagePolicy } from '../core/options/image-policy.js'
import type { Preflight } from '../core/options/plan-options.js'
import type { ReportOptions } from '../core/options/report-options.js'
import type { ServiceOptions } from '../core/options/service-options.js'
import type { TaskDefinitionSource } from '../core/options/task-definition-source.js'
import type { TaskOptions } from '../core/options/task-options.js'
import type { VerifyOptions } from '../core/options/verify-options.js'
import type { WatchOptions } from '../core/options/watch-options.js'
import type { Overrides } from '../core/task-definition/overrides.js'
import type { ImageOverride } from '../core/task-definition/render.js'
import type { Replacement } from '../core/task-definition/replacement.js'
import type { Tag } from '../core/task-definition/tags.js'

export interface Inputs extends ReportOptions {
  /** of one cluster; none: only register the revision */
  readonly targets: readonly Target[]
  readonly source: TaskDefinitionSource
  /** unknown to this release */
  readonly unknownKeys: 'refuse' | 'keep'
  /** replaced in the file before it is read */
  readonly placeholders: readonly Replacement[]
  readonly images: readonly ImageOverride[]
  readonly imagePolicy: ImagePolicy
  readonly overrides: Overrides
  readonly tags: readonly Tag[]
  readonly provenanceTags: boolean
  readonly skipUnchanged: boolean
  readonly rollout: ServiceOptions
  readonly mode: 'plan' | 'deploy'
  /** undefined: no one-off task */
  readonly task: TaskOptions | undefined
  /** undefined: not watched */
  readonly watch: WatchOptions | undefined
  /** undefined: the rollout is all the proof */
  readonly verify: VerifyOptions | undefined
  readonly preflight: Preflight
  /** requests for one read */
  readonly maxRetries: number
}
