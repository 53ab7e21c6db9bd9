import { findArn, nameFromArn } from '../arn.ts'
import { call } from '../call.ts'
import { isAwsError } from '../errors.ts'
import type { LookupContext } from '../lookup-context.ts'
import { attemptCheck, type NotChecked } from '../not-checked.ts'

/** What IAM says about a role. */
export type RoleLookup =
  | {
      readonly kind: 'found'
      readonly arn: string
      /** Services that its trust policy lets call sts:AssumeRole, such as `ecs-tasks.amazonaws.com`. */
      readonly trusts: readonly string[]
    }
  | {
      readonly kind: 'missing'
      /** What there is instead, as a whole sentence; may be empty. */
      readonly instead: string
    }
  | NotChecked

/** Asks about a role by its ARN, or by its name. Throws only when the run is cancelled. */
export function lookUpRole({ clients, signal }: LookupContext, id: string): Promise<RoleLookup> {
  return attemptCheck(async () => {
    const { GetRoleCommand } = await import('@aws-sdk/client-iam')
    const command = new GetRoleCommand({ RoleName: nameFromArn(id) })
    try {
      const { Role } = await call(await clients.iam(), command, { signal, resource: id })
      const { Arn: arn = '', AssumeRolePolicyDocument: trust = '' } = Role ?? {}
      // The name alone finds the role of this account; an ARN may name another account, or path.
      if (id.startsWith('arn:') && id !== arn) {
        return { kind: 'missing', instead: `The role of this name is ${arn}.` }
      }
      return { kind: 'found', arn, trusts: trustedServices(trust) }
    } catch (error) {
      if (!isAwsError(error, 'NoSuchEntityException', 'NoSuchEntity')) throw error
      return { kind: 'missing', instead: '' }
    }
  })
}

/** Whether a text is the ARN of a role. */
export function isRoleArn(text: string): boolean {
  const arn = findArn(text)
  return arn?.service === 'iam' && arn.account !== '' && /^role\/[\w+=,.@/-]+$/.test(arn.resource)
}

interface TrustStatement {
  readonly Effect?: unknown
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Principal?: { readonly Service?: unknown } | string
  readonly Condition?: unknown
}

/**
 * The services that may assume the role by its trust policy, which IAM gives URL-encoded. Conditions are taken to hold for those
 * that are allowed, and not to hold for those that are denied.
 */
function trustedServices(encoded: string): readonly string[] {
  const document: unknown = JSON.parse(decodeURIComponent(encoded))
  if (typeof document !== 'object' || document === null || !('Statement' in document)) return []
  // IAM has checked the document when it was written; a single statement may stand without a list.
  const statements = [document.Statement].flat() as readonly TrustStatement[]
  const assuming = statements.filter(isAboutAssuming)
  const denied = assuming
    .filter(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined)
    .flatMap(servicesOf)
  return assuming
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(servicesOf)
    .filter((service) => !denied.includes(service) && !denied.includes('*'))
}

function servicesOf({ Principal }: TrustStatement): readonly string[] {
  if (typeof Principal === 'string') return [Principal]
  return [Principal?.Service ?? []].flat().map(String)
}

function isAboutAssuming({ Action, NotAction = [] }: TrustStatement): boolean {
  return Action === undefined
    ? ![NotAction].flat().some(meansAssumeRole)
    : [Action].flat().some(meansAssumeRole)
}

/** Names of actions may have `*` and `?` in them, in any case. */
function meansAssumeRole(action: string): boolean {
  const pattern = action.replace(/[*?]/g, (sign) => (sign === '*' ? '.*' : '.'))
  return new RegExp(`^${pattern}$`, 'i').test('sts:AssumeRole')
}
