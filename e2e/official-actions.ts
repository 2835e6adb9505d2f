/** Checkouts of the actions of AWS, in a folder that OFFICIAL_ACTIONS names: none of their code is in this repository. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const names = [
  'configure-aws-credentials',
  'amazon-ecr-login',
  'amazon-ecs-render-task-definition',
  'amazon-ecs-deploy-task-definition',
]

/** By `owner/name`: those that are there. */
export function officialActions(folder = process.env.OFFICIAL_ACTIONS): Readonly<Record<string, string>> {
  if (!folder) return {}
  const found = names.filter(name => existsSync(join(folder, name, 'action.yml')))
  return Object.fromEntries(found.map(name => [`aws-actions/${name}`, join(folder, name)]))
}

export function hasAllOfficialActions(): boolean {
  return Object.keys(officialActions()).length === names.length
}
