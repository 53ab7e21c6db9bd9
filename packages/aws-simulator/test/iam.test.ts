import {
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  paginateListRolePolicies,
  SimulatePrincipalPolicyCommand,
  type SimulatePrincipalPolicyCommandInput,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import type { World } from '../src/index.ts'
import { clientOptions, inVirtualTime } from './in-virtual-time.ts'

const role = 'arn:aws:iam::123456789012:role/service/execution'
const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:arbiter-ai/sandbox-AbCdEf'
const other = secret.replace('sandbox', 'production')
const readsSecret = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: secret },
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    },
  ],
}
const never = { Statement: { Effect: 'Deny', Action: 'ecs:DeleteService', Resource: '*' } }
const world: World = {
  roles: [{ roleName: 'execution', path: '/service/', policies: [readsSecret, never] }],
}

function withIam(given: World, play: (iam: IAMClient) => Promise<void>) {
  return inVirtualTime(given, async ({ simulator }) => {
    const iam = new IAMClient(clientOptions(simulator))
    await play(iam)
    iam.destroy()
  })
}

describe('A role', () => {
  it('is described with its trust policy', () =>
    withIam(world, async (iam) => {
      const { Role: found } = await iam.send(new GetRoleCommand({ RoleName: 'execution' }))
      expect(found).toMatchObject({ Arn: role, Path: '/service/', RoleName: 'execution' })
      const trust: unknown = JSON.parse(decodeURIComponent(found?.AssumeRolePolicyDocument ?? ''))
      expect(trust).toMatchObject({
        Statement: [
          {
            Principal: { Service: expect.arrayContaining(['ecs-tasks.amazonaws.com']) as unknown },
          },
        ],
      })
    }))

  it('has its policies inline, and none attached', () =>
    withIam(world, async (iam) => {
      const RoleName = 'execution'
      const { PolicyNames: names = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }))
      expect(names).toHaveLength(2)
      const getting = new GetRolePolicyCommand({ RoleName, PolicyName: names[0] })
      const { PolicyDocument: document = '' } = await iam.send(getting)
      expect(JSON.parse(decodeURIComponent(document))).toEqual(readsSecret)
      const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }))
      expect(attached.AttachedPolicies).toEqual([])
      const pages: (readonly string[] | undefined)[] = []
      for await (const page of paginateListRolePolicies(
        { client: iam, pageSize: 1 },
        { RoleName },
      )) {
        pages.push(page.PolicyNames)
      }
      expect(pages).toEqual(names.map((name) => [name]))
    }))

  it('is not there unless it is listed, once roles are', () =>
    withIam(world, async (iam) => {
      await expect(iam.send(new GetRoleCommand({ RoleName: 'nobody' }))).rejects.toMatchObject({
        name: 'NoSuchEntityException',
        message: 'The role with name nobody cannot be found.',
      })
      const getting = new GetRolePolicyCommand({ RoleName: 'execution', PolicyName: 'nothing' })
      await expect(iam.send(getting)).rejects.toMatchObject({ name: 'NoSuchEntityException' })
    }))

  it('is there and may do everything where no roles are listed', () =>
    withIam({}, async (iam) => {
      const { Role: found } = await iam.send(new GetRoleCommand({ RoleName: 'anybody' }))
      expect(found?.Arn).toBe('arn:aws:iam::123456789012:role/anybody')
      const simulating = new SimulatePrincipalPolicyCommand({
        PolicySourceArn: 'arn:aws:iam::123456789012:role/x/anybody',
        ActionNames: ['ecs:DeleteCluster'],
      })
      expect((await iam.send(simulating)).EvaluationResults).toMatchObject([
        { EvalDecision: 'allowed' },
      ])
    }))
})

describe('SimulatePrincipalPolicy', () => {
  const simulate = async (iam: IAMClient, input: Partial<SimulatePrincipalPolicyCommandInput>) => {
    const command = new SimulatePrincipalPolicyCommand({
      PolicySourceArn: role,
      ActionNames: ['secretsmanager:GetSecretValue'],
      ...input,
    })
    return iam.send(command)
  }

  it('decides on each action, and names the policy that matched', () =>
    withIam(world, async (iam) => {
      const ActionNames = ['secretsmanager:GetSecretValue', 'ecs:RunTask', 'ecs:DeleteService']
      const { EvaluationResults } = await simulate(iam, { ActionNames, ResourceArns: [secret] })
      expect(EvaluationResults).toMatchObject([
        {
          EvalActionName: 'secretsmanager:GetSecretValue',
          EvalResourceName: secret,
          EvalDecision: 'allowed',
          MatchedStatements: [{ SourcePolicyId: 'policy-1' }],
        },
        { EvalDecision: 'implicitDeny', MatchedStatements: [] },
        { EvalDecision: 'explicitDeny', MatchedStatements: [{ SourcePolicyId: 'policy-2' }] },
      ])
    }))

  it('answers for several resources in their own results, and not above them', () =>
    withIam(world, async (iam) => {
      const { EvaluationResults } = await simulate(iam, { ResourceArns: [secret, other] })
      expect(EvaluationResults).toMatchObject([
        {
          EvalResourceName: expect.stringContaining('$'),
          EvalDecision: 'implicitDeny',
          ResourceSpecificResults: [
            { EvalResourceName: secret, EvalResourceDecision: 'allowed' },
            { EvalResourceName: other, EvalResourceDecision: 'implicitDeny' },
          ],
        },
      ])
    }))

  it('takes context, and tells which keys are missing', () =>
    withIam(world, async (iam) => {
      const passing = { ActionNames: ['iam:PassRole'], ResourceArns: [role] }
      const { EvaluationResults: without } = await simulate(iam, passing)
      expect(without).toMatchObject([
        { EvalDecision: 'implicitDeny', MissingContextValues: ['iam:PassedToService'] },
      ])
      const entry = (value: string) => ({
        ContextKeyName: 'iam:PassedToService',
        ContextKeyType: 'string' as const,
        ContextKeyValues: [value],
      })
      const decide = async (value: string) => {
        const answer = await simulate(iam, { ...passing, ContextEntries: [entry(value)] })
        return answer.EvaluationResults?.[0]?.EvalDecision
      }
      expect(await decide('ecs-tasks.amazonaws.com')).toBe('allowed')
      expect(await decide('lambda.amazonaws.com')).toBe('implicitDeny')
    }))

  it('takes further policies', () =>
    withIam(world, async (iam) => {
      const allowing = { Statement: { Effect: 'Allow', Action: 'ecs:*', Resource: '*' } }
      const input = {
        ActionNames: ['ecs:RunTask'],
        PolicyInputList: [JSON.stringify(allowing)],
      }
      expect((await simulate(iam, input)).EvaluationResults).toMatchObject([
        { EvalDecision: 'allowed', MatchedStatements: [{ SourcePolicyId: 'PolicyInputList.1' }] },
      ])
    }))

  it('turns pages', () =>
    withIam(world, async (iam) => {
      const ActionNames = ['ecs:A', 'ecs:B', 'ecs:C']
      const first = await simulate(iam, { ActionNames, MaxItems: 2 })
      expect(first).toMatchObject({ IsTruncated: true })
      const rest = await simulate(iam, { ActionNames, MaxItems: 2, Marker: first.Marker })
      expect(rest).toMatchObject({
        IsTruncated: false,
        EvaluationResults: [{ EvalActionName: 'ecs:C' }],
      })
    }))

  it('knows the role of whoever calls', () =>
    withIam(
      {
        ...world,
        caller: {
          policies: [
            { Statement: { ...never.Statement, Effect: 'Allow' } },
            { Statement: { Effect: 'Allow', Action: 'iam:*', Resource: '*' } },
          ],
        },
      },
      async (iam) => {
        const { EvaluationResults } = await simulate(iam, {
          PolicySourceArn: 'arn:aws:iam::123456789012:role/simulator',
          ActionNames: ['ecs:DeleteService', 'ecs:UpdateService'],
        })
        expect(EvaluationResults).toMatchObject([
          { EvalDecision: 'allowed' },
          { EvalDecision: 'implicitDeny' },
        ])
      },
    ))

  it.each<[string, Partial<SimulatePrincipalPolicyCommandInput>, string]>([
    [
      'a session instead of its role',
      { PolicySourceArn: 'arn:aws:sts::123456789012:assumed-role/simulator/session' },
      'InvalidInputException',
    ],
    [
      'a role that is not there',
      { PolicySourceArn: role.replace('execution', 'nobody') },
      'NoSuchEntityException',
    ],
    ['a pattern of actions', { ActionNames: ['ecs:*'] }, 'InvalidInputException'],
    ['a policy that is none', { PolicyInputList: ['{'] }, 'InvalidInputException'],
    ['what is not played', { ResourcePolicy: '{}' }, 'InvalidInputException'],
  ])('refuses %s', (_, input, name) =>
    withIam(world, async (iam) => {
      await expect(simulate(iam, input)).rejects.toMatchObject({ name })
    }),
  )
})
