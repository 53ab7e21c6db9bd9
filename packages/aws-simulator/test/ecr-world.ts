import { BatchGetImageCommand, ECRClient } from '@aws-sdk/client-ecr'
import type { World } from '../src/index.ts'
import { clientOptions, inVirtualTime, type Scene } from './in-virtual-time.ts'

export const host = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
export const repositoryName = 'shop/api'
export const indexType = 'application/vnd.oci.image.index.v1+json'
export const manifestType = 'application/vnd.oci.image.manifest.v1+json'

const world: World = {
  images: [
    { repository: `${host}/shop/api`, tags: ['1', 'one'] },
    { repository: `${host}/shop/api`, tags: ['2'] },
    { repository: `${host}/shop/api`, tags: ['multi'], platforms: ['linux/amd64', 'linux/arm64'] },
    { repository: `${host}/fixed`, tags: ['1'] },
    { repository: `${host}/fixed`, tags: ['latest'] },
    { repository: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/far', tags: ['1'] },
    { repository: '999999999999.dkr.ecr.us-east-1.amazonaws.com/shared', tags: ['1'] },
  ],
  repositories: [
    {
      repositoryName: 'fixed',
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest*' }],
    },
    { repositoryName: 'kept', registryId: '999999999999' },
  ],
}

/** Runs `play` with a client of ECR against a simulator of this world, changed by `more`. */
export function withEcr(
  play: (ecr: ECRClient, scene: Scene) => Promise<void>,
  more: Partial<World> = {},
) {
  return inVirtualTime({ ...world, ...more }, async (scene) => {
    const ecr = new ECRClient(clientOptions(scene.simulator))
    try {
      await play(ecr, scene)
    } finally {
      ecr.destroy()
    }
  })
}

/** An image as PutImage takes it. */
export async function imageOf(ecr: ECRClient, imageTag: string, repository = repositoryName) {
  const { images } = await ecr.send(
    new BatchGetImageCommand({
      repositoryName: repository,
      imageIds: [{ imageTag }],
      acceptedMediaTypes: [manifestType, indexType],
    }),
  )
  const { imageManifest = '', imageId, imageManifestMediaType } = images?.[0] ?? {}
  return { imageManifest, imageDigest: imageId?.imageDigest ?? '', imageManifestMediaType }
}
