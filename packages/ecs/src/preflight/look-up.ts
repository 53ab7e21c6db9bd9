import {
  attemptCheck,
  findArn,
  lookUpLogGroup,
  lookUpParameters,
  lookUpRole,
  readResourcePolicy,
  simulatePermission,
  versionOf,
  type LookupContext,
  type ParameterLookup,
  type SecretLookup,
  type SecretLookups,
} from '@deploy-actions/aws'
import { parseImageReference, type Registries } from '@deploy-actions/registry'
import { InvalidValue } from '@deploy-actions/action-kit'
import type { References, UsedSecret } from './collect.ts'
import { keysId, logGroupId, type CheckedPermission, type Facts } from './facts.ts'
import { neededPermissions, type NeededPermission } from './needed-permissions.ts'

/** Who is asked. */
export interface PreflightContext extends LookupContext {
  readonly registries: Registries
}

/** Who is asked in one look at everything. */
export interface LookContext extends PreflightContext {
  readonly secretLookups: SecretLookups
}

/** Asks about all references at once, each thing once. Throws only when the run is cancelled. */
export async function lookUpReferences(
  context: LookContext,
  references: References,
): Promise<Facts> {
  const used = references.secrets.map(({ value }) => value)
  const roles = eachOnce(
    references.roles.map(({ value }) => value.id),
    (id) => id,
    (id) => lookUpRole(context, id),
  )
  const [inSecrets, parameters, images, logGroups] = await Promise.all([
    aboutSecrets(context, references, roles),
    aboutParameters(context, used),
    aboutImages(context, references),
    eachOnce(
      references.logGroups.map(({ value }) => value).filter(({ isMade }) => !isMade),
      ({ name, region }) => logGroupId(name, region),
      ({ name, region }) => lookUpLogGroup(context, name, region),
    ),
  ])
  return { ...inSecrets, parameters, images, logGroups, roles: await roles }
}

async function eachOnce<T, Result>(
  items: readonly T[],
  idOf: (item: T) => string,
  ask: (item: T) => Promise<Result>,
): Promise<ReadonlyMap<string, Result>> {
  const byId = new Map(items.map((item) => [idOf(item), item]))
  const entries = [...byId].map(async ([id, item]) => [id, await ask(item)] as const)
  return new Map(await Promise.all(entries))
}

async function aboutSecrets(
  context: LookContext,
  references: References,
  roles: Promise<Facts['roles']>,
): Promise<Pick<Facts, 'secrets' | 'keys' | 'permissions' | 'resourcePolicies'>> {
  const used = references.secrets.map(({ value }) => value)
  const ids = used.flatMap(({ reference }) => (reference.kind === 'secret' ? reference.id : []))
  const secrets = await eachOnce(
    ids,
    (id) => id,
    (id) => context.secretLookups.secret(id),
  )
  const [keys, granted] = await Promise.all([
    aboutKeys(context, used, secrets),
    roles.then((found) =>
      aboutPermissions(context, neededPermissions(references, { secrets, roles: found })),
    ),
  ])
  return { secrets, keys, ...granted }
}

/** Of each version of which a single key is used, or all that an image pull reads. */
async function aboutKeys(
  context: LookContext,
  used: readonly UsedSecret[],
  secrets: ReadonlyMap<string, SecretLookup>,
): Promise<Facts['keys']> {
  const versions = used.flatMap(({ reference, use }) => {
    if (reference.kind !== 'secret') return []
    if (reference.key === '' && use !== 'registry-login') return []
    const secret = secrets.get(reference.id)
    if (secret?.kind !== 'found' || secret.deletedAt !== undefined) return []
    const versionId = versionOf(secret, reference)
    return versionId === undefined ? [] : [{ secret, versionId }]
  })
  return eachOnce(
    versions,
    ({ secret, versionId }) => keysId(secret.arn, versionId),
    ({ secret, versionId }) => context.secretLookups.keys(secret, versionId),
  )
}

async function aboutPermissions(
  context: LookContext,
  needed: readonly NeededPermission[],
): Promise<Pick<Facts, 'permissions' | 'resourcePolicies'>> {
  const permissions = await Promise.all(
    needed.map(async ({ alsoAllowedBy, ...permission }): Promise<CheckedPermission> => ({
      permission,
      lookup: await simulatePermission(context, permission),
      alsoAllowedBy,
    })),
  )
  // A secret's own policy may allow what no policy of the role does; the simulation knows nothing of it.
  const undecided = permissions.flatMap(({ lookup, alsoAllowedBy }) =>
    lookup.kind === 'simulated' && alsoAllowedBy === 'secret'
      ? lookup.denials.filter(({ isExplicit }) => !isExplicit)
      : [],
  )
  const resourcePolicies = await eachOnce(
    undecided.map(({ resource }) => resource),
    (arn) => arn,
    (arn) => attemptCheck(() => readResourcePolicy(context, arn)),
  )
  return { permissions, resourcePolicies }
}

async function aboutParameters(
  context: LookContext,
  used: readonly UsedSecret[],
): Promise<ReadonlyMap<string, ParameterLookup>> {
  const ids = used.flatMap(({ reference }) => (reference.kind === 'parameter' ? reference.id : []))
  const parameters = await lookUpParameters(context, ids, context.secretLookups)
  const lookups = [...parameters].map(async ([id, parameter]) => {
    if (parameter.kind !== 'missing' || findArn(id) !== undefined) return [id, parameter] as const
    const secret = await context.secretLookups.secret(id)
    if (secret.kind !== 'found') return [id, parameter] as const
    const instead = `There is a secret of this name, but ECS takes a plain name for a parameter: write ${secret.arn}.`
    return [id, { ...parameter, instead }] as const
  })
  return new Map(await Promise.all(lookups))
}

async function aboutImages(
  { registries }: PreflightContext,
  { images }: References,
): Promise<Facts['images']> {
  const parsed = images.flatMap(({ value }) => {
    try {
      return [{ text: value, reference: parseImageReference(value) }]
    } catch (error) {
      // What is no reference is told by the rules of definitions.
      if (error instanceof InvalidValue) return []
      throw error
    }
  })
  return eachOnce(
    parsed,
    ({ text }) => text,
    ({ reference }) => registries.lookUp(reference),
  )
}
