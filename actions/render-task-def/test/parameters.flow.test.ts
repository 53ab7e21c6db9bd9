import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { refusal, renderIn } from './in-flow.ts'
import { account, definition, secret, world } from './preflight.world.ts'

const arn = (name: string): string => `arn:aws:ssm:us-east-1:${account}:parameter/${name}`
const many = Array.from({ length: 60 }, (_, i) => ({
  name: `/many/${String(i).padStart(2, '0')}`,
  value: 'x',
}))
const strict = { preflight: 'strict', environment: 'A=1' }

const denying = (...Action: string[]): Pick<World, 'caller'> => ({
  caller: {
    policies: [
      {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action, Resource: '*' },
        ],
      },
    ],
  },
})

describe('a parameter', () => {
  it('is found behind pages that are empty', async () => {
    const parameters = [...many, { name: '/z/last', value: 'x' }]
    const run = await renderIn({ ...world, parameters }, definition(secret('/z/last')), strict)
    expect(run.errors).toEqual([])
  })

  it('is looked up together with all others', async () => {
    const secrets = many.slice(0, 30).map(({ name }, i) => ({ name: `P${i}`, valueFrom: name }))
    const run = await renderIn({ ...world, parameters: many }, definition({ secrets }), strict)
    expect(run.errors).toEqual([])
    const asked = run.simulator.requests.filter(({ operation }) => operation.endsWith('Parameters'))
    expect(asked.length).toBeLessThanOrEqual(4)
  })

  it.each(['plain', '/plain'])('that is called %s is found by its ARN', async (name) => {
    const given = { ...world, parameters: [{ name, value: 'x' }] }
    const run = await renderIn(given, definition(secret(arn('plain'))), strict)
    expect(run.errors).toEqual([])
  })

  it.each(['arbiter/level', 'level'])('is another one without its slash: %s', async (name) => {
    const given = { ...world, parameters: [{ name: `/${name}`, value: 'x' }] }
    const run = await renderIn(given, definition(secret(name)))
    expect(refusal(run)).toContain(
      `There is no parameter ${name} in Systems Manager. There is /${name}: write it with its slash.`,
    )
  })

  it('is read where its description may not be, each by itself where one is refused', async () => {
    const parameters = [...many.slice(0, 12), { name: '/closed', value: 'x' }]
    const secrets = [...parameters, { name: '/many/nope' }].map(({ name }, i) => ({
      name: `P${i}`,
      valueFrom: name,
    }))
    const { caller } = denying('ssm:DescribeParameters')
    const closed = {
      Effect: 'Deny',
      Action: 'ssm:GetParameters',
      Resource: arn('closed'),
    }
    const policies = [...(caller?.policies ?? []), { Version: '2012-10-17', Statement: [closed] }]
    const run = await renderIn(
      { ...world, parameters, caller: { policies } },
      definition({ secrets }),
    )
    expect(refusal(run)).toMatch(/One thing is wrong.*no parameter \/many\/nope/s)
    expect(run.log.join('\n')).toContain(
      'Not checked: arbiter-backend-sandbox, container backend, P12 (containerDefinitions[0].secrets[12].valueFrom): the parameter /closed: needs ssm:DescribeParameters',
    )
  })
})

describe('a parameter that AWS publishes', () => {
  const name = '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended'
  const published = { ...world, parameters: [{ name, value: 'x' }] }

  it('is found, although it is in no list', async () => {
    const run = await renderIn(published, definition(secret(name)), strict)
    expect(run.errors).toEqual([])
  })

  it('is not checked where it may not be read', async () => {
    const given = { ...published, ...denying('ssm:GetParameters') }
    const run = await renderIn(given, definition(secret(name)))
    expect(run.errors).toEqual([])
    expect(run.log.join('\n')).toMatch(/Not checked: .*needs ssm:GetParameters/)
  })
})

describe('a parameter that stands for a secret', () => {
  const behind = (name: string): string => `/aws/reference/secretsmanager/${name}`

  it.each([
    ['its name', behind('arbiter-ai/sandbox')],
    ['its ARN', arn(behind('arbiter-ai/sandbox').slice(1))],
  ])('is found by %s, without reading a value', async (_, reference) => {
    const run = await renderIn(world, definition(secret(reference)), strict)
    expect(run.errors).toEqual([])
    expect(run.simulator.requests.map(({ operation }) => operation)).not.toContain('GetParameters')
  })

  it('is missing where the secret is', async () => {
    const run = await renderIn(world, definition(secret(behind('arbiter-ai/sandbix'))))
    expect(refusal(run)).toMatch(/no parameter .*sandbix.* Did you mean arbiter-ai\/sandbox/s)
  })
})
