import type { Operation } from './operation.js'
import { clusters } from './operations/clusters.js'
import { expressServices } from './operations/express-services.js'
import { serviceDeployments } from './operations/service-deployments.js'
import { services } from './operations/services.js'
import { tags } from './operations/tags.js'
import { taskDefinitions } from './operations/task-definitions.js'
import { tasks } from './operations/tasks.js'

export const operations: Readonly<Record<string, Operation>> = {
  ...clusters,
  ...taskDefinitions,
  ...services,
  ...expressServices,
  ...tasks,
  ...serviceDeployments,
  ...tags,
}
