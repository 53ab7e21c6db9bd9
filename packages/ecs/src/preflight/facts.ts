import type {
  KeysLookup,
  LogGroupLookup,
  NotChecked,
  ParameterLookup,
  Permission,
  PermissionLookup,
  RoleLookup,
  SecretLookup,
} from '@deploy-actions/aws'
import type { ImageLookup } from '@deploy-actions/registry'

/** A permission of a role of the task that something depends on, and what IAM says of it. */
export interface CheckedPermission {
  readonly permission: Permission
  readonly lookup: PermissionLookup
  /** What else may allow it, by a policy of its own. */
  readonly alsoAllowedBy?: 'secret' | 'repository' | 'key' | undefined
}

/** What was learned about the references of a definition; each map goes by what was asked for. */
export interface Facts {
  /** By name or ARN as it was written. */
  readonly secrets: ReadonlyMap<string, SecretLookup>
  /** By {@link keysId}. */
  readonly keys: ReadonlyMap<string, KeysLookup>
  /** Whether a secret has a policy of its own, by full ARN; only where that matters. */
  readonly resourcePolicies: ReadonlyMap<string, boolean | NotChecked>
  /** By name or ARN. */
  readonly parameters: ReadonlyMap<string, ParameterLookup>
  /** By the text of the reference. */
  readonly images: ReadonlyMap<string, ImageLookup>
  /** By {@link logGroupId}. */
  readonly logGroups: ReadonlyMap<string, LogGroupLookup>
  /** By ARN or name, as it was written. */
  readonly roles: ReadonlyMap<string, RoleLookup>
  /** What the execution role needs so that ECS can start a task. */
  readonly permissions: readonly CheckedPermission[]
}

/** What the keys of one version of a secret are filed under. */
export function keysId(arn: string, versionId: string): string {
  return `${arn} ${versionId}`
}

/** What a log group is filed under. */
export function logGroupId(name: string, region: string | undefined): string {
  return `${region ?? ''} ${name}`
}
