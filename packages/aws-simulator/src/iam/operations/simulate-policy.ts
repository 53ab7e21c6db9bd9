import {
  SimulatePrincipalPolicy$,
  type ContextEntry,
  type EvaluationResult,
  type SimulatePolicyResponse,
  type SimulatePrincipalPolicyRequest,
  type Statement,
} from '@aws-sdk/client-iam'
import type { Cloud } from '../../cloud/cloud.ts'
import { AwsError } from '../../protocol/aws-error.ts'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { Iam } from '../model/iam.ts'
import type { Context } from '../policy/condition.ts'
import { evaluate, type Verdict } from '../policy/evaluate.ts'
import { parsePolicy, PolicyError, type Policy } from '../policy/policy.ts'
import { markedPage } from './marked-page.ts'
import { noSuchEntity } from './no-such-entity.ts'

interface NamedPolicy {
  readonly name: string
  readonly policy: Policy
}

/** Asks what the policies of a role would say. */
export function simulationOperations({ iam }: Cloud): readonly Operation[] {
  return [
    operation(
      SimulatePrincipalPolicy$,
      (input: SimulatePrincipalPolicyRequest): SimulatePolicyResponse => {
        checkPlayed(input)
        const policies = [
          ...policiesOf(iam, input.PolicySourceArn ?? ''),
          ...(input.PolicyInputList ?? []).map(inputPolicy),
        ]
        const results = (input.ActionNames ?? []).map((action) => simulate(policies, action, input))
        const { items, ...more } = markedPage(results, input)
        return { EvaluationResults: items, ...more }
      },
    ),
  ]
}

function checkPlayed(input: SimulatePrincipalPolicyRequest): void {
  const wrong = input.ActionNames?.find((action) => !/^[\w-]+:\w+$/.test(action))
  if (wrong !== undefined) throw invalid(`Invalid Action Name: ${wrong}`)
  const { ResourcePolicy, PermissionsBoundaryPolicyInputList: boundaries = [] } = input
  if (ResourcePolicy !== undefined || boundaries.length > 0) {
    throw invalid('The simulator plays no resource policies and no permissions boundaries.')
  }
}

function policiesOf(iam: Iam, arn: string): readonly NamedPolicy[] {
  if (!/^arn:[^:]+:iam::\d{12}:(?:role|user|group)\//.test(arn)) {
    throw invalid(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`)
  }
  const role = iam.findRole(arn)
  if (role !== undefined) return role.policies
  throw noSuchEntity(`The role with name ${arn.slice(arn.lastIndexOf('/') + 1)} cannot be found.`)
}

function inputPolicy(text: string, index: number): NamedPolicy {
  try {
    return { name: `PolicyInputList.${index + 1}`, policy: parsePolicy(JSON.parse(text)) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof PolicyError) throw invalid(error.message)
    throw error
  }
}

/**
 * The result of one action. For a single resource it names that; for several it is about a template of a
 * resource, which only `*` fits, and the answers stand in ResourceSpecificResults, as AWS does it.
 */
function simulate(
  policies: readonly NamedPolicy[],
  action: string,
  { ResourceArns: resources = ['*'], ContextEntries: entries = [] }: SimulatePrincipalPolicyRequest,
): EvaluationResult {
  const context = contextOf(entries)
  const verdictOn = (resource: string) =>
    evaluate(
      policies.map(({ policy }) => policy),
      { action, resource, context },
    )
  const [first = '*', ...others] = resources
  const name = others.length === 0 ? first : template(action)
  const verdict = verdictOn(name)
  const result = {
    EvalActionName: action,
    EvalResourceName: name,
    EvalDecision: verdict.decision,
    MatchedStatements: matchedStatements(policies, verdict),
    MissingContextValues: missingKeys(policies, action, context),
  }
  if (others.length === 0) return result
  return {
    ...result,
    ResourceSpecificResults: resources.map((resource) => {
      const specific = verdictOn(resource)
      return {
        EvalResourceName: resource,
        EvalResourceDecision: specific.decision,
        MatchedStatements: matchedStatements(policies, specific),
        MissingContextValues: missingKeys(policies, action, context),
      }
    }),
  }
}

function template(action: string): string {
  const [service = ''] = action.split(':')
  return `arn:\${Partition}:${service}:\${Region}:\${Account}:\${Resource}`
}

function matchedStatements(policies: readonly NamedPolicy[], { matched }: Verdict): Statement[] {
  return matched.map(({ policy }) => ({
    SourcePolicyId: policies[policy]?.name,
    SourcePolicyType: 'role' as const,
  }))
}

/** Keys that conditions on this action ask for, and that the caller has not given. */
function missingKeys(policies: readonly NamedPolicy[], action: string, context: Context): string[] {
  const asked = policies
    .flatMap(({ policy }) => policy.statements)
    .flatMap((statement) => {
      const isMeant = evaluate(
        [{ statements: [{ ...statement, resources: undefined, conditions: [] }] }],
        { action, resource: '*' },
      )
      return isMeant.matched.length === 0 ? [] : statement.conditions.map(({ key }) => key)
    })
  return [...new Set(asked)].filter((key) => !context.has(key.toLowerCase()))
}

function contextOf(entries: readonly ContextEntry[]): Context {
  return new Map(
    entries.map(({ ContextKeyName: name = '', ContextKeyValues: values = [] }) => [
      name.toLowerCase(),
      values,
    ]),
  )
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidInput', message)
}
