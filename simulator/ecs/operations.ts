import type { Operation } from './operation.js'
import { accountSettings } from './operations/account-settings.js'
import { attributes } from './operations/attributes.js'
import { clusterSettings } from './operations/cluster-settings.js'
import { clusters } from './operations/clusters.js'
import { containerInstances } from './operations/container-instances.js'
import { commands } from './operations/execute-command.js'
import { expressServices } from './operations/express-services.js'
import { serviceDeployments } from './operations/service-deployments.js'
import { services } from './operations/services.js'
import { tags } from './operations/tags.js'
import { taskDefinitions } from './operations/task-definitions.js'
import { taskProtection } from './operations/task-protection.js'
import { tasks } from './operations/tasks.js'

export const operations: Readonly<Record<string, Operation>> = {
  ...clusters,
  ...clusterSettings,
  ...accountSettings,
  ...containerInstances,
  ...attributes,
  ...taskDefinitions,
  ...services,
  ...expressServices,
  ...tasks,
  ...taskProtection,
  ...commands,
  ...serviceDeployments,
  ...tags,
}
