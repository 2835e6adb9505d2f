/** What one pulls of an image in the repository team/web: its manifest and, by its link, its configuration. */
import { BatchGetImageCommand, type ECRClient, GetDownloadUrlForLayerCommand } from '@aws-sdk/client-ecr'

export const repositoryName = 'team/web'

export async function manifestOf(client: ECRClient, imageId: { imageTag?: string; imageDigest?: string }) {
  const { images = [] } = await client.send(new BatchGetImageCommand({ repositoryName, imageIds: [imageId] }))
  return { ...images[0], document: JSON.parse(images[0]?.imageManifest ?? 'null') }
}

export async function configOf(client: ECRClient, layerDigest: string) {
  const { downloadUrl = '' } = await client.send(
    new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest }),
  )
  return { downloadUrl, response: await fetch(downloadUrl) }
}
