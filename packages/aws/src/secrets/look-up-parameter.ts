import { whatThereIs } from '@deploy-actions/action-kit'
import { findArn } from '../arn.ts'
import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'
import { attemptCheck, type NotChecked } from '../not-checked.ts'
import { regionOf } from './look-up-secret.ts'

/** What Systems Manager says about a parameter, without its value. */
export type ParameterLookup =
  | { readonly kind: 'found' }
  | {
      readonly kind: 'missing'
      /** What there is instead, as whole sentences; may be empty. */
      readonly instead: string
    }
  | NotChecked

/**
 * Asks about a parameter by its name or ARN. Only its description is read, by ssm:DescribeParameters, or, where the
 * role may not do that, the parameter itself without decryption. Throws only when the run is cancelled.
 */
export async function lookUpParameter(
  context: LookupContext,
  id: string,
): Promise<ParameterLookup> {
  const described = await attemptCheck(() => isDescribed(context, id))
  if (described === true) return { kind: 'found' }
  if (described === false && !(await isForeign(context, id))) {
    return { kind: 'missing', instead: await instead(context, id) }
  }
  const got = await attemptCheck(() => canBeGot(context, id))
  // Where both were refused the first is told: its permission reads no value.
  if (typeof got === 'object') return typeof described === 'object' ? described : got
  return got ? { kind: 'found' } : { kind: 'missing', instead: '' }
}

async function isDescribed({ clients, signal }: LookupContext, id: string): Promise<boolean> {
  const { DescribeParametersCommand } = await import('@aws-sdk/client-ssm')
  const filter = { Key: 'Name', Option: 'Equals', Values: [...spellings(nameOf(id))] }
  const command = new DescribeParametersCommand({ ParameterFilters: [filter] })
  const client = await clients.ssm(regionOf(id))
  const { Parameters = [] } = await call(client, command, { signal })
  return Parameters.length > 0
}

/** Whether an ARN names another account, which may share its parameters but lists them to nobody. */
async function isForeign({ clients, signal }: LookupContext, id: string): Promise<boolean> {
  const account = findArn(id)?.account
  if (account === undefined) return false
  const own = await attemptCheck(async () => {
    const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
    return (await call(await clients.sts(), new GetCallerIdentityCommand({}), { signal })).Account
  })
  return typeof own === 'string' && own !== account
}

/** ECS finds `key` under `/key` as well, and an ARN shows neither from the other. */
function spellings(name: string): ReadonlySet<string> {
  const bare = name.replace(/^\//, '')
  return new Set(bare.includes('/') ? [`/${bare}`] : [bare, `/${bare}`])
}

async function canBeGot({ clients, signal }: LookupContext, id: string): Promise<boolean> {
  const { GetParametersCommand } = await import('@aws-sdk/client-ssm')
  const command = new GetParametersCommand({ Names: [id], WithDecryption: false })
  const client = await clients.ssm(regionOf(id))
  const { Parameters = [] } = await call(client, command, { signal, resource: id })
  return Parameters.length > 0
}

async function instead({ clients, signal }: LookupContext, id: string): Promise<string> {
  const looked = await attemptCheck(async () => {
    const { DescribeParametersCommand } = await import('@aws-sdk/client-ssm')
    const command = new DescribeParametersCommand({ MaxResults: 50 })
    const client = await clients.ssm(regionOf(id))
    const { Parameters = [] } = await call(client, command, { signal })
    return Parameters.map(({ Name = '' }) => Name).toSorted()
  })
  return 'kind' in looked ? '' : whatThereIs(nameOf(id), looked)
}

function nameOf(id: string): string {
  return findArn(id)?.resource.replace(/^parameter/, '') ?? id
}
