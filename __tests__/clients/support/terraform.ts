/**
 * Terraform with its AWS provider, where this machine has both, before a simulator. The provider is large: it is taken
 * from a folder of plugins (`terraform providers mirror`), and downloaded only where the test is required.
 */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { devNull, homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SimulatorServer } from '../../../simulator/protocol/http-server.js'
import { environmentFor } from '../../simulator/support/client-settings.js'
import { testWhere } from './test-where.js'

const plugins = [
  process.env.TERRAFORM_PLUGINS ?? '',
  join(homedir(), '.terraform.d', 'plugins'),
  '/usr/local/share/terraform/plugins',
  '/usr/share/terraform/plugins',
].find(folder => folder !== '' && existsSync(join(folder, 'registry.terraform.io', 'hashicorp', 'aws')))

const quiet = {
  AWS_EC2_METADATA_DISABLED: 'true',
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  TF_INPUT: '0',
}

export const terraform = {
  name: 'Terraform with its AWS provider',
  requiredBy: 'REQUIRE_TERRAFORM',
  isHere: () => plugins !== undefined && spawnSync('terraform', ['version']).status === 0,
}

export const testWithTerraform = testWhere(terraform)

/** For commands as users write them: `terraform init` takes the plugins of this machine. */
export async function terraformEnvironment(folder: string): Promise<Readonly<Record<string, string>>> {
  const file = join(folder, 'terraform.rc')
  const mirror = plugins === undefined ? '' : `filesystem_mirror { path = ${JSON.stringify(plugins)} }`
  await writeFile(file, plugins === undefined ? '' : `provider_installation {\n  ${mirror}\n}\n`)
  return { ...quiet, TF_CLI_CONFIG_FILE: file }
}

export interface Workspace {
  terraform(args: readonly string[], variables?: Variables): Promise<string>
  /** What `terraform apply` would do, as `update aws_ecs_service.web`. */
  plan(variables?: Variables): Promise<readonly string[]>
  remove(): Promise<void>
}

export type Variables = Readonly<Record<string, string | number>>

/** A configuration of one file, ready to be applied. */
export async function openWorkspace(server: SimulatorServer, configuration: string): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'terraform-'))
  await copyFile(configuration, join(folder, 'main.tf'))
  const env = { ...environmentFor(server), ...quiet, TF_CLI_CONFIG_FILE: devNull }
  const run = async (args: readonly string[], variables: Variables = {}) => {
    const given = Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, String(value)])
    const { stdout } = await promisify(execFile)('terraform', args, {
      cwd: folder,
      env: { ...env, ...Object.fromEntries(given) },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
  }
  await run(['init', '-no-color', ...(plugins === undefined ? [] : [`-plugin-dir=${plugins}`])])
  return {
    terraform: run,
    plan: async variables => {
      await run(['plan', '-no-color', '-out=plan'], variables)
      const { resource_changes } = JSON.parse(await run(['show', '-json', 'plan']))
      return (resource_changes as ResourceChange[])
        .filter(({ change }) => change.actions.some(action => action !== 'no-op' && action !== 'read'))
        .map(({ address, change }) => `${change.actions.join(' and ')} ${address}`)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

interface ResourceChange {
  readonly address: string
  readonly change: { readonly actions: readonly string[] }
}
