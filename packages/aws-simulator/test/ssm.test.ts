import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  SSMClient,
  type DescribeParametersCommandInput,
} from '@aws-sdk/client-ssm'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { clientOptions, inVirtualTime } from './in-virtual-time.ts'

const arn = 'arn:aws:ssm:us-east-1:123456789012:parameter/arbiter/key'
const world: World = {
  parameters: [
    { name: '/arbiter/key', value: 'v', type: 'SecureString' },
    { name: '/arbiter/url', value: 'https://example.com' },
    { name: 'plain', value: 'p' },
  ],
}

function withSsm(play: (ssm: SSMClient) => Promise<void>) {
  return inVirtualTime(world, async ({ simulator }) => {
    const ssm = new SSMClient(clientOptions(simulator))
    await play(ssm)
    ssm.destroy()
  })
}

const valueOf = async (ssm: SSMClient, Name: string) => {
  const getting = new GetParameterCommand({ Name, WithDecryption: true })
  return (await ssm.send(getting)).Parameter?.Value
}

describe('A parameter', () => {
  it.each([
    ['its name', '/arbiter/key', 'v'],
    ['its ARN', arn, 'v'],
    ['its version', '/arbiter/key:1', 'v'],
    ['its ARN and version', `${arn}:1`, 'v'],
    ['a name without a slash', 'plain', 'p'],
    ['the ARN of that', arn.replace('arbiter/key', 'plain'), 'p'],
  ])('is found by %s', (_, name, value) =>
    withSsm(async (ssm) => {
      expect(await valueOf(ssm, name)).toBe(value)
    }),
  )

  it('shows its secure value only where decryption is asked for', () =>
    withSsm(async (ssm) => {
      const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/arbiter/key' }))
      expect(Parameter).toMatchObject({ ARN: arn, Type: 'SecureString', Version: 1 })
      expect(Parameter?.Value).not.toBe('v')
      const { Parameter: url } = await ssm.send(new GetParameterCommand({ Name: '/arbiter/url' }))
      expect(url?.Value).toBe('https://example.com')
    }))

  it.each([
    ['/arbiter', 'ParameterNotFound'],
    ['arbiter/key', 'ParameterNotFound'],
    ['/plain', 'ParameterNotFound'],
    ['/plain:1', 'ParameterNotFound'],
    ['/arbiter/key:2', 'ParameterVersionNotFound'],
    [`${arn}:2`, 'ParameterVersionNotFound'],
  ])('is not there as %s: %s', (reference, name) =>
    withSsm(async (ssm) => {
      await expect(valueOf(ssm, reference)).rejects.toMatchObject({ name })
    }),
  )

  it('is put, overwritten and deleted', () =>
    withSsm(async (ssm) => {
      const input = { Name: '/new', Value: 'one', Type: 'String' as const }
      expect((await ssm.send(new PutParameterCommand(input))).Version).toBe(1)
      await expect(ssm.send(new PutParameterCommand(input))).rejects.toMatchObject({
        name: 'ParameterAlreadyExists',
      })
      const overwriting = new PutParameterCommand({ Name: '/new', Value: 'two', Overwrite: true })
      expect((await ssm.send(overwriting)).Version).toBe(2)
      expect(await valueOf(ssm, '/new')).toBe('two')
      expect(await valueOf(ssm, '/new:1')).toBe('one')
      const deleting = new DeleteParameterCommand({ Name: '/new' })
      await ssm.send(deleting)
      await expect(ssm.send(deleting)).rejects.toMatchObject({ name: 'ParameterNotFound' })
    }))

  it.each([
    ['a space in its name', { Name: 'a b', Value: 'x', Type: 'String' as const }],
    ['no type', { Name: '/new', Value: 'x' }],
    ['no value', { Name: '/new', Value: '', Type: 'String' as const }],
    ['more than 4 KiB', { Name: '/new', Value: 'x'.repeat(4097), Type: 'String' as const }],
    [
      'tags in an overwriting call',
      { Name: 'plain', Value: 'x', Overwrite: true, Tags: [{ Key: 'a', Value: 'b' }] },
    ],
  ])('is refused with %s', (_, input) =>
    withSsm(async (ssm) => {
      await expect(ssm.send(new PutParameterCommand(input))).rejects.toMatchObject({
        name: 'ValidationException',
      })
    }),
  )

  it('has tags', () =>
    withSsm(async (ssm) => {
      const target = { ResourceType: 'Parameter' as const, ResourceId: 'plain' }
      const tag = (Key: string, Value: string) =>
        ssm.send(new AddTagsToResourceCommand({ ...target, Tags: [{ Key, Value }] }))
      await tag('a', '1')
      await tag('b', '2')
      await tag('a', '3')
      expect((await ssm.send(new ListTagsForResourceCommand(target))).TagList).toEqual([
        { Key: 'b', Value: '2' },
        { Key: 'a', Value: '3' },
      ])
      const nobody = new ListTagsForResourceCommand({ ...target, ResourceId: 'nobody' })
      await expect(ssm.send(nobody)).rejects.toMatchObject({ name: 'InvalidResourceId' })
    }))
})

describe('GetParameters', () => {
  it('lists what is not there instead of failing', () =>
    withSsm(async (ssm) => {
      const Names = ['plain', '/nobody', arn]
      const answer = await ssm.send(new GetParametersCommand({ Names, WithDecryption: true }))
      expect(answer.Parameters).toMatchObject([{ Value: 'p' }, { Value: 'v' }])
      expect(answer.InvalidParameters).toEqual(['/nobody'])
    }))

  it('takes ten names at most', () =>
    withSsm(async (ssm) => {
      const Names = Array.from({ length: 11 }, (_, index) => `/p${index}`)
      await expect(ssm.send(new GetParametersCommand({ Names }))).rejects.toMatchObject({
        name: 'ValidationException',
      })
    }))
})

describe('DescribeParameters', () => {
  const all = ['/arbiter/key', '/arbiter/url', 'plain']

  it.each<[string, DescribeParametersCommandInput, string[]]>([
    ['nothing', {}, all],
    ['a name', { ParameterFilters: [{ Key: 'Name', Values: ['plain'] }] }, ['plain']],
    [
      'the beginning of a name',
      { ParameterFilters: [{ Key: 'Name', Option: 'BeginsWith', Values: ['/arbiter/'] }] },
      all.slice(0, 2),
    ],
    [
      'a part of a name',
      { ParameterFilters: [{ Key: 'Name', Option: 'Contains', Values: ['url'] }] },
      ['/arbiter/url'],
    ],
    ['a type', { ParameterFilters: [{ Key: 'Type', Values: ['SecureString'] }] }, ['/arbiter/key']],
  ])('is filtered by %s', (_, input, names) =>
    withSsm(async (ssm) => {
      const { Parameters = [] } = await ssm.send(new DescribeParametersCommand(input))
      expect(Parameters.map(({ Name }) => Name)).toEqual(names)
    }),
  )

  it('turns pages, and refuses a filter that it does not play', () =>
    withSsm(async (ssm) => {
      const first = await ssm.send(new DescribeParametersCommand({ MaxResults: 2 }))
      const { NextToken } = first
      const rest = await ssm.send(new DescribeParametersCommand({ MaxResults: 2, NextToken }))
      expect(rest).toMatchObject({ Parameters: [{ Name: 'plain' }] })
      expect(rest.NextToken).toBeUndefined()
      const byTier = { ParameterFilters: [{ Key: 'Tier', Values: ['Standard'] }] }
      await expect(ssm.send(new DescribeParametersCommand(byTier))).rejects.toMatchObject({
        name: 'InvalidFilterKey',
      })
    }))

  it('looks at a page before it filters, so that one may be empty with others behind it', () =>
    withSsm(async (ssm) => {
      const input = { MaxResults: 2, ParameterFilters: [{ Key: 'Name', Values: ['plain'] }] }
      const first = await ssm.send(new DescribeParametersCommand(input))
      expect(first).toMatchObject({ Parameters: [], NextToken: expect.any(String) as unknown })
      const { NextToken } = first
      expect(await ssm.send(new DescribeParametersCommand({ ...input, NextToken }))).toMatchObject({
        Parameters: [{ Name: 'plain' }],
      })
    }))
})
