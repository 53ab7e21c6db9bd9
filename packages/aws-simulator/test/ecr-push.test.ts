import {
  DescribeImagesCommand,
  GetAuthorizationTokenCommand,
  type ECRClient,
} from '@aws-sdk/client-ecr'
import { ECSClient } from '@aws-sdk/client-ecs'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Simulator, World } from '../src/index.ts'
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
      {
        ...rest,
        images: [...images, base],
        repositories: [],
        registries: [{ host, blobMounting: true }],
      },
    )
  })
})

describe('An image that was built, and is none of the world', () => {
  const endsOf = async (world: World): Promise<readonly (number | undefined)[]> => {
    let ends: readonly (number | undefined)[] = []
    await withEcr(
      async (ecr, { simulator }) => {
        await pushBuilt(await login(ecr, simulator))
        const ecs = new ECSClient(clientOptions(simulator))
        await untilEnded(ecs, await deployTag(ecs, 'built'))
        const stopped = await describeTasks(ecs, 'STOPPED')
        ecs.destroy()
        ends = stopped.map(({ containers }) => containers?.[0]?.exitCode)
      },
      { ...arbiterWorld(), ...world },
    )
    return ends
  }

  it('does what its repository says that builds do', async () => {
    const builtImages = [{ repository, behaviour: { exit: { after: '1s', code: 42 } } }]
    expect(await endsOf({ builtImages })).toContain(42)
  })

  it('runs in good health where nothing is said of it', async () => {
    const ends = await endsOf({ builtImages: [] })
    // What ran before was told to end.
    expect([...new Set(ends)]).toEqual([143])
  })
})

/** Pushes an image that the world does not have, under the tag `built`. */
async function pushBuilt(send: Awaited<ReturnType<typeof login>>): Promise<void> {
  const name = repository.slice(host.length + 1)
  const push = async (text: string) => {
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
    const body = Buffer.from(text)
    await send('POST', `/v2/${name}/blobs/uploads/?digest=${digest}`, { body })
    return { digest, size: body.length }
  }
  const oci = 'application/vnd.oci.image'
  const config = await push(JSON.stringify({ os: 'linux', architecture: 'amd64', built: true }))
  const manifest = {
    schemaVersion: 2,
    mediaType: `${oci}.manifest.v1+json`,
    config: { mediaType: `${oci}.config.v1+json`, ...config },
    layers: [{ mediaType: `${oci}.layer.v1.tar`, ...(await push('layer')) }],
  }
  const pushed = await send('PUT', `/v2/${name}/manifests/built`, {
    body: JSON.stringify(manifest),
    contentType: manifest.mediaType,
  })
  expect(pushed.status).toBe(201)
}

describe('A push to ECR', () => {
  const blob = `sha256:${'0'.repeat(64)}`

  it('to a repository that is not there is refused: nothing is made', () =>
    withEcr(async (ecr, { simulator }) => {
      const send = await login(ecr, simulator)
      const refused = await send('POST', '/v2/none/blobs/uploads/')
      expect(refused.status).toBe(404)
      expect(await codesOf(refused)).toEqual(['NAME_UNKNOWN'])
      const { imageManifest, imageManifestMediaType = '' } = await imageOf(ecr, '1')
      const manifest = { body: imageManifest, contentType: imageManifestMediaType }
      expect(await codesOf(await send('PUT', '/v2/none/manifests/1', manifest))).toEqual([
        'NAME_UNKNOWN',
      ])
    }))

  it('mounts no blob unless the account has switched that on', () =>
    withEcr(async (ecr, { simulator }) => {
      const send = await login(ecr, simulator)
      const { imageManifest } = await imageOf(ecr, '1')
      const [, digest] = /"digest":"(sha256:[^"]*)"/.exec(imageManifest) ?? []
      const path = `/v2/fixed/blobs/uploads/?mount=${digest}&from=${encodeURIComponent(repositoryName)}`
      expect((await send('POST', path)).status).toBe(202)
    }))

  it.each([
    ['ecr:InitiateLayerUpload', 'POST', ''],
    ['ecr:UploadLayerPart', 'PATCH', 'upload'],
    ['ecr:CompleteLayerUpload', 'PUT', `upload?digest=${blob}`],
  ])('needs %s for %s', (action, method, rest) =>
    withEcr(
      async (ecr, { simulator }) => {
        const send = await login(ecr, simulator)
        const path = `/v2/${repositoryName}/blobs/uploads/${rest}`
        const refused = await send(method, path, method === 'POST' ? {} : { body: 'x' })
        expect(refused.status).toBe(403)
        expect(await refused.text()).toContain(`not authorized to perform: ${action}`)
      },
      {
        caller: {
          policies: [
            {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Allow', Action: '*', Resource: '*' },
                { Effect: 'Deny', Action: action, Resource: '*' },
              ],
            },
          ],
        },
      },
    ),
  )

  it('is refused with a password that is too old', () =>
    withEcr(
      async (ecr, { simulator }) => {
        const send = await login(ecr, simulator)
        expect((await send('GET', '/v2/')).status).toBe(200)
        await sleepSeconds(61)
        const refused = await send('GET', '/v2/')
        expect(refused.status).toBe(403)
        expect(await refused.text()).toContain('Your authorization token has expired')
      },
      { registries: [{ host, tokenLifetime: '1m' }] },
    ))
})
