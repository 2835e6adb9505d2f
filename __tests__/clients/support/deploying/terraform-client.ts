/** Terraform with a service of its own, shop, that shop:1 was deployed to. It runs no tasks. */
import { openWorkspace, terraform } from '../terraform.js'
import type { DeployingClient, Says } from './deploying-client.js'
import { tags } from './story-world.js'

export const terraformClient: DeployingClient = {
  name: 'Terraform',
  needs: terraform,
  open: async ({ server, world }) => {
    // That of its other service.
    world.images.setFallbackSoftware({})
    const workspace = await openWorkspace(server, '__tests__/clients/terraform/main.tf')
    const apply = (release: string): Promise<Says> =>
      workspace.terraform(['apply', '-auto-approve', '-no-color'], { release }).then(
        () => 'succeeded',
        () => 'failed',
      )
    await apply(tags.previous)
    return {
      deployed: { cluster: 'shop', service: 'shop' },
      deploy: apply,
      rollBack: () => apply(tags.previous),
      runTask: () => Promise.reject(new Error('Terraform runs no tasks')),
      close: () => workspace.remove(),
    }
  },
}
