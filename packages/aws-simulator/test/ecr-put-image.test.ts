import {
  DescribeImagesCommand,
  PutImageCommand,
  type ECRClient,
  type PutImageCommandInput,
} from '@aws-sdk/client-ecr'
import { describe, expect, it } from 'vitest'
import { host, imageOf, repositoryName, withEcr } from './ecr-world.ts'
import { sleepSeconds } from './in-virtual-time.ts'

describe('PutImage', () => {
  const put = (ecr: ECRClient, input: Partial<PutImageCommandInput>) =>
    ecr.send(new PutImageCommand({ repositoryName, imageManifest: undefined, ...input }))

  it('gives an image another tag, and moves a tag that is there', () =>
    withEcr(async (ecr) => {
      const two = await imageOf(ecr, '2')
      await put(ecr, { ...two, imageTag: 'stable' })
      await put(ecr, { ...two, imageTag: '1' })
      for (const tag of ['stable', '1']) {
        expect((await imageOf(ecr, tag)).imageDigest).toBe(two.imageDigest)
      }
      expect((await imageOf(ecr, 'one')).imageDigest).not.toBe(two.imageDigest)
    }))

  it('refuses what is there already', () =>
    withEcr(async (ecr) => {
      const two = await imageOf(ecr, '2')
      for (const imageTag of ['2', undefined]) {
        await expect(put(ecr, { ...two, imageTag })).rejects.toMatchObject({
          name: 'ImageAlreadyExistsException',
        })
      }
    }))

  it('moves no tag that is immutable, but one that is excluded from that', () =>
    withEcr(async (ecr) => {
      const one = await imageOf(ecr, '1', 'fixed')
      const latest = await imageOf(ecr, 'latest', 'fixed')
      await expect(
        put(ecr, { repositoryName: 'fixed', ...latest, imageTag: '1' }),
      ).rejects.toMatchObject({
        name: 'ImageTagAlreadyExistsException',
        message:
          "The image tag '1' already exists in the 'fixed' repository and cannot be overwritten " +
          'because the tag is immutable.',
      })
      await put(ecr, { repositoryName: 'fixed', ...one, imageTag: 'latest' })
      expect((await imageOf(ecr, 'latest', 'fixed')).imageDigest).toBe(one.imageDigest)
    }))

  it.each([
    ['a digest that is not that of the manifest', 'ImageDigestDoesNotMatchException'],
    ['a manifest whose layers are elsewhere', 'LayersNotFoundException'],
    ['an index whose images are elsewhere', 'ReferencedImagesNotFoundException'],
    ['no manifest at all', 'InvalidParameterException'],
  ])('refuses %s with %s', (what, name) =>
    withEcr(async (ecr) => {
      const [one, multi] = [await imageOf(ecr, '1'), await imageOf(ecr, 'multi')]
      const other = { repositoryName: 'fixed', imageTag: 'new' }
      const inputs: Readonly<Record<string, Partial<PutImageCommandInput>>> = {
        'a digest that is not that of the manifest': { ...one, imageDigest: multi.imageDigest },
        'a manifest whose layers are elsewhere': { ...one, ...other },
        'an index whose images are elsewhere': { ...multi, ...other },
        'no manifest at all': { imageManifest: '{}' },
      }
      await expect(put(ecr, { imageTag: 'new', ...inputs[what] })).rejects.toMatchObject({ name })
    }),
  )

  it('keeps the digest that the world gave an image whose tag is added', () => {
    const digest = `sha256:${'ab'.repeat(32)}`
    const images = [{ repository: `${host}/shop/api`, tags: ['1'], digest }]
    return withEcr(
      async (ecr) => {
        await put(ecr, { ...(await imageOf(ecr, '1')), imageTag: 'again' })
        expect((await imageOf(ecr, 'again')).imageDigest).toBe(digest)
      },
      { images },
    )
  })

  it('is seen by reads that lag only after a while', () => {
    const faults = [{ operation: 'DescribeImages', lag: '5s' }]
    return withEcr(
      async (ecr) => {
        const two = await imageOf(ecr, '2')
        await put(ecr, { ...two, imageTag: 'fresh' })
        const describeFresh = () =>
          ecr.send(new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'fresh' }] }))
        await expect(describeFresh()).rejects.toMatchObject({ name: 'ImageNotFoundException' })
        await sleepSeconds(6)
        expect((await describeFresh()).imageDetails?.[0]?.imageDigest).toBe(two.imageDigest)
      },
      { faults },
    )
  })
})
