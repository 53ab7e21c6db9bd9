import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { lookUpIn } from './in-world.ts'

const host = '123456789012.dkr.ecr.us-east-1.amazonaws.com'
const world: World = { images: [{ repository: `${host}/backend`, tags: ['1'] }] }

describe('a repository that ECR does not have', () => {
  const rule = { ecrRepositoryPrefix: 'hub', upstreamRegistryUrl: 'registry-1.docker.io' }
  const cached: World = { ...world, pullThroughCacheRules: [rule] }

  it.each<[situation: string, world: World, name: string]>([
    ['its prefix', cached, 'hub/library/nginx'],
    [
      'every prefix',
      { ...world, pullThroughCacheRules: [{ ...rule, ecrRepositoryPrefix: 'ROOT' }] },
      'nginx',
    ],
  ])('may be made of another registry by a rule for %s', async (_, given, name) => {
    expect(await lookUpIn(given, `${host}/${name}:1`)).toMatchObject({
      kind: 'not-checked',
      message: expect.stringContaining('when somebody pulls it first') as unknown,
    })
  })

  it.each(['hubs/library/nginx', 'library/hub/nginx'])(
    'is missing where no rule is for it: %s',
    async (name) => {
      expect(await lookUpIn(cached, `${host}/${name}:1`)).toMatchObject({
        kind: 'missing',
        what: 'repository',
        message: `There is no repository ${host}/${name}.`,
      })
    },
  )

  it('is missing with a caveat where the rules may not be listed', async () => {
    const Action = 'ecr:DescribePullThroughCacheRules'
    const Statement = [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action, Resource: '*' },
    ]
    const given = { ...cached, caller: { policies: [{ Version: '2012-10-17', Statement }] } }
    expect(await lookUpIn(given, `${host}/hub/library/nginx:1`)).toMatchObject({
      kind: 'missing',
      message: expect.stringContaining('that needs ecr:DescribePullThroughCacheRules') as unknown,
    })
  })
})
