import {
  BatchCheckLayerAvailabilityCommand,
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  GetDownloadUrlForLayerCommand,
  GetLifecyclePolicyCommand,
  ListImagesCommand,
  PutImageCommand,
  PutLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr'
import { describe, expect, it } from 'vitest'
import { host, imageOf, indexType, manifestType, repositoryName, withEcr } from './ecr-world.ts'
import { clientOptions } from './in-virtual-time.ts'
import { ask } from './registry-client.ts'

describe('Repositories', () => {
  it('are described with all that CreateRepository set, and its defaults', () =>
    withEcr(async (ecr) => {
      const { repositories } = await ecr.send(new DescribeRepositoriesCommand({}))
      expect(repositories).toMatchObject([
        {
          repositoryName: 'fixed',
          imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
          imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest*' }],
        },
        {
          repositoryName,
          repositoryArn: `arn:aws:ecr:us-east-1:123456789012:repository/${repositoryName}`,
          repositoryUri: `${host}/${repositoryName}`,
          registryId: '123456789012',
          imageTagMutability: 'MUTABLE',
          createdAt: new Date('2025-12-31T23:00:00Z'),
        },
      ])
    }))

  it('are created once, under a name that ECR takes', () =>
    withEcr(async (ecr) => {
      const create = (name: string) =>
        ecr.send(new CreateRepositoryCommand({ repositoryName: name }))
      expect((await create('new')).repository?.repositoryUri).toBe(`${host}/new`)
      await expect(create('new')).rejects.toMatchObject({
        name: 'RepositoryAlreadyExistsException',
        message:
          "The repository with name 'new' already exists in the registry with id '123456789012'",
      })
      await expect(create('No_Good')).rejects.toMatchObject({ name: 'InvalidParameterException' })
    }))

  it.each([
    ['IMMUTABLE_WITH_EXCLUSION', []],
    ['IMMUTABLE', ['cache']],
    ['MUTABLE_WITH_EXCLUSION', ['1', '2', '3', '4', '5', '6']],
    ['IMMUTABLE_WITH_EXCLUSION', ['no blank']],
  ] as const)('with %s and the filters %j are refused', (imageTagMutability, filters) =>
    withEcr(async (ecr) => {
      const command = new CreateRepositoryCommand({
        repositoryName: 'new',
        imageTagMutability,
        imageTagMutabilityExclusionFilters: filters.map((filter) => ({
          filterType: 'WILDCARD',
          filter,
        })),
      })
      await expect(ecr.send(command)).rejects.toMatchObject({ name: 'InvalidParameterException' })
    }),
  )

  it.each([
    [undefined, 'nothing', 'RepositoryNotFoundException'],
    ['999999999999', 'nothing', 'RepositoryNotFoundException'],
    ['999999999999', 'kept', 'AccessDeniedException'],
  ])('that are not to be had in registry %s are refused: %s with %s', (registryId, name, error) =>
    withEcr(async (ecr) => {
      const input = { registryId, repositoryName: name }
      await expect(ecr.send(new ListImagesCommand(input))).rejects.toMatchObject({ name: error })
    }),
  )

  it('are those of the Region that is asked', () =>
    withEcr(async (ecr, { simulator }) => {
      const ireland = new ECRClient({ ...clientOptions(simulator), region: 'eu-west-1' })
      const named = new DescribeRepositoriesCommand({ repositoryNames: ['far'] })
      const { repositories } = await ireland.send(named)
      ireland.destroy()
      expect(repositories).toMatchObject([
        {
          repositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/far',
          repositoryUri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/far',
        },
      ])
      await expect(ecr.send(named)).rejects.toMatchObject({ name: 'RepositoryNotFoundException' })
    }))

  it('of another account that shares them are read, and not written', () =>
    withEcr(async (ecr) => {
      const at = { registryId: '999999999999', repositoryName: 'shared' }
      const { imageDetails } = await ecr.send(new DescribeImagesCommand(at))
      expect(imageDetails).toMatchObject([{ imageTags: ['1'], registryId: '999999999999' }])
      const image = await imageOf(ecr, '1')
      await expect(
        ecr.send(new PutImageCommand({ ...at, ...image, imageTag: '9' })),
      ).rejects.toMatchObject({ name: 'AccessDeniedException' })
    }))

  it('keep a lifecycle policy, of a length that ECR takes', () =>
    withEcr(async (ecr) => {
      const get = () => ecr.send(new GetLifecyclePolicyCommand({ repositoryName }))
      const put = (lifecyclePolicyText: string) =>
        ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }))
      await expect(get()).rejects.toMatchObject({ name: 'LifecyclePolicyNotFoundException' })
      await expect(put('{}')).rejects.toMatchObject({ name: 'InvalidParameterException' })
      const text = JSON.stringify({ rules: [], description: 'x'.repeat(100) })
      await put(text)
      expect((await get()).lifecyclePolicyText).toBe(text)
    }))

  it('of a world that ECR would refuse are a fault of the world', async () => {
    const repositories = [{ repositoryName: 'No_Good' }]
    const started = withEcr(() => Promise.resolve(), { repositories })
    await expect(started).rejects.toThrow(/CreateRepository refuses: Invalid parameter/)
  })
})

describe('Images', () => {
  it('are described with tags, size, type and the moment of their push', () =>
    withEcr(async (ecr) => {
      const imageIds = [{ imageTag: 'one' }]
      const answer = await ecr.send(new DescribeImagesCommand({ repositoryName, imageIds }))
      expect(answer.imageDetails).toMatchObject([
        {
          imageTags: ['1', 'one'],
          imageManifestMediaType: manifestType,
          imagePushedAt: new Date('2025-12-31T23:00:00Z'),
          imageStatus: 'ACTIVE',
        },
      ])
      expect(answer.imageDetails?.[0]?.imageSizeInBytes).toBeGreaterThan(1000)
    }))

  it('that are missing fail DescribeImages as a whole', () =>
    withEcr(async (ecr) => {
      const imageIds = [{ imageTag: '1' }, { imageTag: 'none' }]
      await expect(
        ecr.send(new DescribeImagesCommand({ repositoryName, imageIds })),
      ).rejects.toMatchObject({
        name: 'ImageNotFoundException',
        message:
          "The image with imageId {imageDigest:null, imageTag:'none'} does not exist within the " +
          "repository with name 'shop/api' in the registry with id '123456789012'",
      })
    }))

  it('are listed in pages, each tag by itself, the platforms of an index without a tag', () =>
    withEcr(async (ecr) => {
      const seen: (string | undefined)[] = []
      let nextToken: string | undefined
      do {
        const page = await ecr.send(
          new ListImagesCommand({ repositoryName, maxResults: 2, nextToken }),
        )
        expect(page.imageIds?.length).toBeLessThanOrEqual(2)
        seen.push(...(page.imageIds ?? []).map(({ imageTag }) => imageTag))
        nextToken = page.nextToken
      } while (nextToken !== undefined)
      expect(new Set(seen)).toEqual(new Set(['1', '2', 'multi', 'one', undefined]))
      const filter = { tagStatus: 'UNTAGGED' as const }
      const { imageIds } = await ecr.send(new ListImagesCommand({ repositoryName, filter }))
      expect(imageIds).toHaveLength(2)
    }))

  it('are read many at once, those that are missing among the failures', () =>
    withEcr(async (ecr) => {
      const { imageDigest } = await imageOf(ecr, '2')
      const imageIds = [
        { imageTag: '1' },
        { imageDigest },
        { imageTag: 'none' },
        { imageDigest: 'sha256:zz' },
        { imageTag: '1', imageDigest },
        {},
      ]
      const answer = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }))
      expect(answer.images?.map(({ imageId }) => imageId?.imageTag)).toEqual(['1', undefined])
      expect(answer.failures?.map(({ failureCode }) => failureCode)).toEqual([
        'ImageNotFound',
        'InvalidImageDigest',
        'ImageTagDoesNotMatchDigest',
        'MissingDigestAndTag',
      ])
    }))

  it('for several platforms are had by who says that an index is accepted', () =>
    withEcr(async (ecr) => {
      const accepting = (acceptedMediaTypes?: string[]) =>
        ecr.send(
          new BatchGetImageCommand({
            repositoryName,
            imageIds: [{ imageTag: 'multi' }],
            acceptedMediaTypes,
          }),
        )
      expect((await accepting([indexType])).images).toMatchObject([
        { imageManifestMediaType: indexType },
      ])
      for (const accepted of [undefined, [manifestType]]) {
        expect((await accepting(accepted)).failures).toMatchObject([
          { failureCode: 'ImageNotFound' },
        ])
      }
    }))

  it('that are deleted by their last tag are gone', () =>
    withEcr(async (ecr) => {
      const remove = (imageTag: string) =>
        ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag }] }))
      const { imageDigest } = await imageOf(ecr, '1')
      const byDigest = new BatchGetImageCommand({ repositoryName, imageIds: [{ imageDigest }] })
      await remove('1')
      expect((await ecr.send(byDigest)).images).toHaveLength(1)
      await remove('one')
      expect((await ecr.send(byDigest)).failures).toMatchObject([{ failureCode: 'ImageNotFound' }])
      expect((await remove('one')).failures).toMatchObject([{ failureCode: 'ImageNotFound' }])
    }))
})

describe('Layers', () => {
  it('are available where their image is, and downloaded from the address that ECR gives', () =>
    withEcr(async (ecr) => {
      const { imageManifest } = await imageOf(ecr, '1')
      const { layers } = JSON.parse(imageManifest) as { layers: [{ digest: string; size: number }] }
      const { digest, size } = layers[0]
      const elsewhere = `sha256:${'0'.repeat(64)}`
      const { layers: checked, failures } = await ecr.send(
        new BatchCheckLayerAvailabilityCommand({
          repositoryName,
          layerDigests: [digest, elsewhere, 'nonsense'],
        }),
      )
      expect(checked).toMatchObject([
        { layerAvailability: 'AVAILABLE', layerSize: size },
        { layerAvailability: 'UNAVAILABLE' },
      ])
      expect(failures).toMatchObject([{ failureCode: 'InvalidLayerDigest' }])
      const { downloadUrl = '' } = await ecr.send(
        new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: digest }),
      )
      expect((await (await fetch(downloadUrl)).arrayBuffer()).byteLength).toBe(size)
      await expect(
        ecr.send(new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: elsewhere })),
      ).rejects.toMatchObject({ name: 'LayersNotFoundException' })
    }))
})

describe('A caller that may not do everything', () => {
  const arn = (name: string) => `arn:aws:ecr:us-east-1:123456789012:repository/${name}`
  const allow = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource })
  const Statement = [
    allow('ecr:BatchGetImage', arn('shop/*')),
    allow('ecr:GetAuthorizationToken', '*'),
  ]
  const caller = { policies: [{ Version: '2012-10-17', Statement }] }

  it('is refused with the action and the repository that its policy lacks', () =>
    withEcr(
      async (ecr) => {
        expect((await imageOf(ecr, '1')).imageDigest).toMatch(/^sha256:/)
        await expect(imageOf(ecr, '1', 'fixed')).rejects.toMatchObject({
          name: 'AccessDeniedException',
          message: expect.stringContaining(
            `is not authorized to perform: ecr:BatchGetImage on resource: ${arn('fixed')}`,
          ),
        })
        await expect(ecr.send(new DescribeImagesCommand({ repositoryName }))).rejects.toMatchObject(
          { name: 'AccessDeniedException' },
        )
      },
      { caller },
    ))

  it('is refused by the registry what the API refuses', () =>
    withEcr(
      async (ecr, { simulator }) => {
        const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}))
        const authorization = `Basic ${authorizationData?.[0]?.authorizationToken}`
        const pull = (path: string) => ask(simulator, [host, path], { authorization })
        expect((await pull('/v2/shop/api/manifests/1')).status).toBe(200)
        const refused = await pull('/v2/fixed/manifests/1')
        expect(refused.status).toBe(403)
        expect(await refused.text()).toContain('not authorized to perform: ecr:BatchGetImage')
      },
      { caller },
    ))
})
