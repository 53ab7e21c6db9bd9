import {
  DescribeRepositoriesCommand,
  ECRClient,
  GetLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { isImmutable, parseLifecyclePolicy, type TagMutability } from '../src/index.ts'
import { denying, inStore, type StoreScene } from './in-store.ts'

const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const filters = [{ filterType: 'WILDCARD', filter: 'cache*' }]
const world: World = {
  repositories: [
    { repositoryName: 'plain' },
    { repositoryName: 'fixed', imageTagMutability: 'IMMUTABLE' },
    {
      repositoryName: 'mostly-fixed',
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: filters,
    },
  ],
}
const lifecyclePolicy = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      description: 'Keep what is tagged, and the last thirty of the rest.',
      selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 30 },
      action: { type: 'expire' },
    },
  ],
})

const settingsOf = ({ push }: StoreScene, name: string) => {
  const { ecr: settings } = push(`${ecr}/${name}`)
  if (settings === undefined) throw new Error(`${name} is not in ECR.`)
  return settings
}

describe('a repository in ECR', () => {
  it.each([
    ['plain', { mode: 'MUTABLE', exclusionFilters: [] }],
    ['fixed', { mode: 'IMMUTABLE', exclusionFilters: [] }],
    ['mostly-fixed', { mode: 'IMMUTABLE_WITH_EXCLUSION', exclusionFilters: ['cache*'] }],
  ])('that is %s is described with what may become of its tags', (name, tagMutability) =>
    inStore(world, async (scene) => {
      expect(await settingsOf(scene, name).describe()).toEqual({ kind: 'found', tagMutability })
    }),
  )

  it('that is not there is missing', () =>
    inStore(world, async (scene) => {
      expect(await settingsOf(scene, 'none').describe()).toEqual({ kind: 'missing' })
    }))

  it('that the role may not describe is not checked', () =>
    inStore(denying(world, 'ecr:DescribeRepositories'), async (scene) => {
      expect(await settingsOf(scene, 'plain').describe()).toMatchObject({
        kind: 'not-checked',
        reason: 'access-denied',
        message: expect.stringContaining('ecr:DescribeRepositories'),
      })
    }))

  it('is made with immutable tags but those excluded, scans on push and its policy', () =>
    inStore(world, async (scene) => {
      const settings = { mutableTags: ['buildcache'], lifecyclePolicy }
      expect(await settingsOf(scene, 'new').create(settings)).toBe('created')
      const client = new ECRClient({ region: 'us-east-1', endpoint: scene.simulator.url })
      const repositoryNames = ['new']
      const { repositories } = await client.send(
        new DescribeRepositoriesCommand({ repositoryNames }),
      )
      expect(repositories).toMatchObject([
        {
          imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
          imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'buildcache' }],
          imageScanningConfiguration: { scanOnPush: true },
        },
      ])
      const policy = await client.send(new GetLifecyclePolicyCommand({ repositoryName: 'new' }))
      expect(policy.lifecyclePolicyText).toBe(lifecyclePolicy)
      client.destroy()
    }))

  it('that somebody else made meanwhile is adopted as it is', () =>
    inStore(world, async (scene) => {
      const settings = settingsOf(scene, 'plain')
      expect(await settings.create({ mutableTags: [], lifecyclePolicy })).toBe('adopted')
      expect(await settings.describe()).toMatchObject({ tagMutability: { mode: 'MUTABLE' } })
    }))

  it('that may not be made names the permission', () =>
    inStore(denying(world, 'ecr:CreateRepository'), async (scene) => {
      await expect(settingsOf(scene, 'new').create({ mutableTags: [] })).rejects.toMatchObject({
        code: 'access-denied',
        message: expect.stringContaining('ecr:CreateRepository'),
      })
    }))

  it('whose policy may not be put says that it is there without one, and how to put it', () =>
    inStore(denying(world, 'ecr:PutLifecyclePolicy'), async (scene) => {
      const making = settingsOf(scene, 'new').create({ mutableTags: [], lifecyclePolicy })
      await expect(making).rejects.toMatchObject({
        code: 'access-denied',
        message: expect.stringContaining('was created, and is without its lifecycle policy'),
        remedy: expect.stringContaining('aws ecr put-lifecycle-policy --region us-east-1'),
      })
    }))
})

describe('a repository of another registry', () => {
  it('has no settings that its protocol knows', () =>
    inStore(world, async ({ push }) => {
      expect(push('ghcr.io/org/app').ecr).toBeUndefined()
    }))
})

describe('a tag', () => {
  const modes: readonly TagMutability['mode'][] = [
    'MUTABLE',
    'IMMUTABLE',
    'MUTABLE_WITH_EXCLUSION',
    'IMMUTABLE_WITH_EXCLUSION',
  ]

  it.each([
    ['1.4.0', ['cache*'], [false, true, false, true]],
    ['cache', ['cache*'], [false, true, true, false]],
    ['cache-main', ['cache*'], [false, true, true, false]],
    ['my-cache', ['cache*'], [false, true, false, true]],
    ['pr-12-x', ['latest', 'pr-*-x'], [false, true, true, false]],
    ['v1x0', ['v1.0'], [false, true, false, true]],
    ['v1.0', ['v1.0'], [false, true, true, false]],
    ['any', ['*'], [false, true, true, false]],
  ])('%s with the filters %j is immutable as the mode says', (tag, exclusionFilters, expected) => {
    expect(modes.map((mode) => isImmutable({ mode, exclusionFilters }, tag))).toEqual(expected)
  })
})

describe('a lifecycle policy', () => {
  it('is taken as it is written', () => {
    expect(parseLifecyclePolicy(lifecyclePolicy)).toBe(lifecyclePolicy)
  })

  it.each([
    ['that is no JSON', 'rules: []', 'is no JSON object'],
    ['without rules', '{"rule":[]}', 'has no list of rules under the key "rules"'],
    ['with no rule', '{"rules":[]}', 'has no list of rules under the key "rules"'],
    ['that is too short', '{"rules":[{}]}', 'has 14 characters; ECR takes from 100 to 30720'],
    [
      'that is too long',
      JSON.stringify({ rules: [{}], description: 'x'.repeat(30_720) }),
      'ECR takes from 100 to 30720',
    ],
  ])('%s is refused before anything is called', (_, text, message) => {
    expect(() => parseLifecyclePolicy(text)).toThrow(message)
  })
})
