import {
  DescribeImagesCommand,
  GetAuthorizationTokenCommand,
  type ECRClient,
} from '@aws-sdk/client-ecr'
import { ECSClient } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import type { Simulator } from '../src/index.ts'
import { arbiterWorld, repository } from './arbiter-world.ts'
import { deployTag, describeTasks, untilEnded } from './deploying.ts'
import { host, imageOf, repositoryName, withEcr } from './ecr-world.ts'
import { clientOptions, sleepSeconds } from './in-virtual-time.ts'
import { ask, codesOf, type RegistryRequest } from './registry-client.ts'

/** Sends requests as docker does that has logged in to ECR. */
async function login(ecr: ECRClient, simulator: Simulator) {
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}))
  const authorization = `Basic ${authorizationData?.[0]?.authorizationToken}`
  return (method: string, path: string, request: RegistryRequest = {}) =>
    ask(simulator, [host, path], { ...request, method, authorization })
}

describe('An image that is pushed to ECR by the distribution protocol', () => {
  it('is seen by the API, and by reads that lag only after a while', () =>
    withEcr(
      async (ecr, { simulator }) => {
        const send = await login(ecr, simulator)
        const { imageManifest, imageDigest, imageManifestMediaType = '' } = await imageOf(ecr, '2')
        const pushed = await send('PUT', `/v2/${repositoryName}/manifests/fresh`, {
          body: imageManifest,
          contentType: imageManifestMediaType,
        })
        expect(pushed.status).toBe(201)
        expect((await imageOf(ecr, 'fresh')).imageDigest).toBe(imageDigest)
        const imageIds = [{ imageTag: 'fresh' }]
        const describeFresh = () =>
          ecr.send(new DescribeImagesCommand({ repositoryName, imageIds }))
        await expect(describeFresh()).rejects.toMatchObject({ name: 'ImageNotFoundException' })
        await sleepSeconds(6)
        expect((await describeFresh()).imageDetails).toMatchObject([{ imageDigest }])
      },
      { faults: [{ operation: 'DescribeImages', lag: '5s' }] },
    ))

  it('takes no tag that is immutable from another image', () =>
    withEcr(async (ecr, { simulator }) => {
      const send = await login(ecr, simulator)
      const latest = await imageOf(ecr, 'latest', 'fixed')
      const refused = await send('PUT', '/v2/fixed/manifests/1', {
        body: latest.imageManifest,
        contentType: latest.imageManifestMediaType ?? '',
      })
      expect(refused.status).toBe(400)
      expect(await codesOf(refused)).toEqual(['TAG_INVALID'])
    }))
})

describe('An image that is copied to another repository', () => {
  it('does there what it did where it came from', () => {
    const { images = [], ...rest } = arbiterWorld()
    const behaviour = { exit: { after: '1s', code: 42 } }
    const base = { repository: `${host}/base`, tags: ['1'], behaviour }
    return withEcr(
      async (ecr, { simulator }) => {
        const send = await login(ecr, simulator)
        const { imageManifest, imageManifestMediaType = '' } = await imageOf(ecr, '1', 'base')
        const name = repository.slice(host.length + 1)
        for (const [, digest] of imageManifest.matchAll(/"digest":"(sha256:[^"]*)"/g)) {
          const mounted = await send('POST', `/v2/${name}/blobs/uploads/?mount=${digest}&from=base`)
          expect(mounted.status).toBe(201)
        }
        const copy = { body: imageManifest, contentType: imageManifestMediaType }
        expect((await send('PUT', `/v2/${name}/manifests/copied`, copy)).status).toBe(201)
        const ecs = new ECSClient(clientOptions(simulator))
        await untilEnded(ecs, await deployTag(ecs, 'copied'))
        const stopped = await describeTasks(ecs, 'STOPPED')
        ecs.destroy()
        const ends = stopped.map(({ containers }) => containers?.[0]?.exitCode)
        expect(ends).toContain(42)
      },
      { ...rest, images: [...images, base], repositories: [] },
    )
  })
})
