import { BatchGetImageCommand, ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { clientOptions, inVirtualTime, type Scene } from './in-virtual-time.ts'

const other = '210987654321'
const host = `${other}.dkr.ecr.us-east-1.amazonaws.com`
const roleArn = `arn:aws:iam::${other}:role/ci/release`

const world: World = {
  images: [{ repository: `${host}/kept`, tags: ['1'] }],
  repositories: [{ repositoryName: 'kept', registryId: other }],
}

async function assume({ simulator }: Scene, RoleArn = roleArn) {
  const sts = new STSClient(clientOptions(simulator))
  const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' })
  const { Credentials: found } = await sts.send(command).finally(() => sts.destroy())
  return {
    accessKeyId: found?.AccessKeyId ?? '',
    secretAccessKey: found?.SecretAccessKey ?? '',
    sessionToken: found?.SessionToken ?? '',
  }
}

/** The status with which the registry gives an image that its account keeps for itself. */
async function pull({ simulator }: Scene, credentials?: Awaited<ReturnType<typeof assume>>) {
  const options = clientOptions(simulator)
  const ecr = new ECRClient({ ...options, ...(credentials && { credentials }) })
  const command = new GetAuthorizationTokenCommand({ registryIds: [other] })
  const { authorizationData } = await ecr.send(command).finally(() => ecr.destroy())
  const authorization = `Basic ${authorizationData?.[0]?.authorizationToken}`
  const url = `${simulator.registries[host]}/v2/kept/manifests/1`
  const accept = 'application/vnd.oci.image.manifest.v1+json'
  return (await fetch(url, { headers: { authorization, accept } })).status
}

describe('a role of another account', () => {
  it('is who calls, once it was assumed', () =>
    inVirtualTime(world, async (scene) => {
      const credentials = await assume(scene)
      const sts = new STSClient({ ...clientOptions(scene.simulator), credentials })
      const { Account: account } = await sts.send(new GetCallerIdentityCommand({}))
      sts.destroy()
      expect(account).toBe(other)
    }))

  it('may read there what its account keeps for itself', () =>
    inVirtualTime(world, async (scene) => {
      expect(await pull(scene)).toBe(403)
      expect(await pull(scene, await assume(scene))).toBe(200)
    }))

  it('may ask ECR there about such an image as well', () =>
    inVirtualTime(world, async (scene) => {
      const credentials = await assume(scene)
      const command = new BatchGetImageCommand({
        registryId: other,
        repositoryName: 'kept',
        imageIds: [{ imageTag: '1' }],
      })
      const send = async (more = {}) => {
        const ecr = new ECRClient({ ...clientOptions(scene.simulator), ...more })
        return ecr.send(command).finally(() => ecr.destroy())
      }
      await expect(send()).rejects.toMatchObject({ name: 'AccessDeniedException' })
      expect((await send({ credentials })).images).toHaveLength(1)
    }))

  it('needs to be allowed to be assumed', () => {
    const Statement = [{ Effect: 'Allow', Action: 'ecr:*', Resource: '*' }]
    const caller = { policies: [{ Version: '2012-10-17', Statement }] }
    return inVirtualTime({ ...world, caller }, async (scene) => {
      await expect(assume(scene)).rejects.toMatchObject({
        name: 'AccessDenied',
        message: expect.stringContaining(`sts:AssumeRole on resource: ${roleArn}`),
      })
    })
  })

  it.each([
    ['arn:aws:s3:::bucket', 'ValidationError'],
    ['arn:aws:iam::123456789012:role/own', 'UnsupportedFeatureException'],
  ])('is not %s', (arn, name) =>
    inVirtualTime(world, async (scene) => {
      await expect(assume(scene, arn)).rejects.toMatchObject({ name })
    }),
  )
})
