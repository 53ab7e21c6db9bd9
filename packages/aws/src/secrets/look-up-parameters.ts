import { whatThereIs } from '@deploy-actions/action-kit'
import { findArn } from '../arn.ts'
import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'
import { attemptCheck, type NotChecked } from '../not-checked.ts'
import { describeParameters, listParameters } from './describe-parameters.ts'
import { getParameters } from './get-parameters.ts'
import { regionOf } from './look-up-secret.ts'
import { isPublishedByAws, parameterName, secretBehind, spellingsOf } from './parameter-names.ts'
import { rememberSecrets, type SecretLookups } from './secret-lookups.ts'

/** What Systems Manager says about a parameter, without its value. */
export type ParameterLookup =
  | { readonly kind: 'found' }
  | {
      readonly kind: 'missing'
      /** What there is instead, as whole sentences; may be empty. */
      readonly instead: string
    }
  | NotChecked

type Lookups = ReadonlyMap<string, ParameterLookup>

/**
 * Asks about parameters by their names or ARNs, all of a region together. Only their descriptions are read, by
 * ssm:DescribeParameters, or, where the role may not do that and where AWS lists them nowhere, the parameters themselves
 * without decryption; what stands for a secret is looked up as that. Throws only when the run is cancelled.
 */
export async function lookUpParameters(
  context: LookupContext,
  ids: readonly string[],
  secrets: SecretLookups = rememberSecrets(context),
): Promise<Lookups> {
  const byKind = Map.groupBy(new Set(ids), (id) =>
    secretBehind(id) === undefined ? (regionOf(id) ?? '') : 'secret',
  )
  const lookups = [...byKind].map(([kind, some]) =>
    kind === 'secret' ? lookUpSecretsBehind(secrets, some) : lookUpInRegion(context, some),
  )
  return merged(await Promise.all(lookups))
}

async function lookUpSecretsBehind(
  secrets: SecretLookups,
  ids: readonly string[],
): Promise<Lookups> {
  const lookups = ids.map(async (id): Promise<[string, ParameterLookup]> => {
    const secret = await secrets.secret(secretBehind(id) ?? id)
    return [id, secret.kind === 'found' ? { kind: 'found' } : secret]
  })
  return new Map(await Promise.all(lookups))
}

async function lookUpInRegion(context: LookupContext, ids: readonly string[]): Promise<Lookups> {
  const { published = [], own = [] } = Object.groupBy(ids, (id) =>
    isPublishedByAws(id) ? 'published' : 'own',
  )
  return merged(await Promise.all([lookUpByGet(context, published), lookUpOwn(context, own)]))
}

async function lookUpOwn(context: LookupContext, ids: readonly string[]): Promise<Lookups> {
  const [first] = ids
  if (first === undefined) return new Map()
  const region = regionOf(first)
  const names = new Set(ids.map(spellingsOf).flatMap(({ right, wrong }) => [...right, ...wrong]))
  const described = await attemptCheck(() =>
    describeParameters(context, { region, names: [...names] }),
  )
  // Where both are refused the first is told: its permission reads no value.
  if ('kind' in described) return lookUpByGet(context, ids, described)
  const missing = ids.filter((id) => !spellingsOf(id).right.some((name) => described.has(name)))
  const foreign = await foreignOnes(context, missing)
  const instead = await insteadOf(
    context,
    missing.filter((id) => !foreign.has(id)),
    described,
  )
  const found = ids
    .filter((id) => !missing.includes(id))
    .map((id): [string, ParameterLookup] => [id, { kind: 'found' }])
  return merged([new Map(found), instead, await lookUpByGet(context, [...foreign])])
}

async function lookUpByGet(
  context: LookupContext,
  ids: readonly string[],
  refusal?: NotChecked,
): Promise<Lookups> {
  const got = await getParameters(context, ids)
  const lookups = [...got].map(([id, lookup]): [string, ParameterLookup] => {
    if (typeof lookup === 'object') return [id, refusal ?? lookup]
    return [id, lookup ? { kind: 'found' } : { kind: 'missing', instead: '' }]
  })
  return new Map(lookups)
}

/** ARNs that name another account, which may share its parameters but lists them to nobody. */
async function foreignOnes(
  { clients, signal }: LookupContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const named = ids.filter((id) => findArn(id) !== undefined)
  if (named.length === 0) return new Set()
  const own = await attemptCheck(async () => {
    const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
    return (await call(await clients.sts(), new GetCallerIdentityCommand({}), { signal })).Account
  })
  if (typeof own !== 'string') return new Set()
  return new Set(named.filter((id) => findArn(id)?.account !== own))
}

/** The parameters that there are in place of those that are missing. */
async function insteadOf(
  context: LookupContext,
  missing: readonly string[],
  described: ReadonlySet<string>,
): Promise<Lookups> {
  const [first] = missing
  if (first === undefined) return new Map()
  const listed = await attemptCheck(() => listParameters(context, regionOf(first)))
  const names = 'kind' in listed ? [] : listed
  const lookups = missing.map((id): [string, ParameterLookup] => {
    const nearly = spellingsOf(id).wrong.find((name) => described.has(name))
    const instead =
      nearly === undefined
        ? whatThereIs(parameterName(id), names)
        : `There is ${nearly}: write it with its slash.`
    return [id, { kind: 'missing', instead }]
  })
  return new Map(lookups)
}

function merged(all: readonly Lookups[]): Lookups {
  return new Map(all.flatMap((one) => [...one]))
}
