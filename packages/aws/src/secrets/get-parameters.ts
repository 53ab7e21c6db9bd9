import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'
import { attemptCheck, type NotChecked } from '../not-checked.ts'
import { regionOf } from './look-up-secret.ts'

/** How many names the API takes. */
const namesAtOnce = 10

/**
 * Which of the parameters of one region are there, by reading them without decryption, each by its name or ARN. What
 * the role may not read keeps none of the others from being found. Throws only when the run is cancelled.
 */
export async function getParameters(
  context: LookupContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, boolean | NotChecked>> {
  const found = new Map<string, boolean | NotChecked>()
  for (let from = 0; from < ids.length; from += namesAtOnce) {
    const some = ids.slice(from, from + namesAtOnce)
    for (const [id, lookup] of await getSome(context, some)) found.set(id, lookup)
  }
  return found
}

async function getSome(
  context: LookupContext,
  ids: readonly string[],
): Promise<readonly (readonly [string, boolean | NotChecked])[]> {
  const missing = await attemptCheck(() => namesMissing(context, ids))
  if (!('kind' in missing)) return ids.map((id) => [id, !missing.has(id)] as const)
  const [only, ...others] = ids
  if (only !== undefined && others.length === 0) return [[only, missing]]
  // A single one that the role may not read has the whole call refused.
  const each = await Promise.all(ids.map((id) => getSome(context, [id])))
  return each.flat()
}

async function namesMissing(
  { clients, signal }: LookupContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { GetParametersCommand } = await import('@aws-sdk/client-ssm')
  const [first = ''] = ids
  const command = new GetParametersCommand({ Names: [...ids], WithDecryption: false })
  const client = await clients.ssm(regionOf(first))
  const { InvalidParameters = [] } = await call(client, command, { signal, resource: first })
  return new Set(InvalidParameters)
}
