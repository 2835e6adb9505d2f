/** Where this machine has Terraform's AWS provider, which is too large to be fetched for a test. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const folders = [
  process.env.TERRAFORM_PLUGINS ?? '',
  join(homedir(), '.terraform.d', 'plugins'),
  '/usr/local/share/terraform/plugins',
  '/usr/share/terraform/plugins',
]

/** A folder as `terraform providers mirror` makes it; undefined without one, or without Terraform. */
export function terraformPlugins(): string | undefined {
  if (spawnSync('terraform', ['version']).status !== 0) return undefined
  return folders.find(
    folder => folder !== '' && existsSync(join(folder, 'registry.terraform.io/hashicorp/aws')),
  )
}
