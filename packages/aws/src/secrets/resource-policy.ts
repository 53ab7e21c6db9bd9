import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'
import { regionOf } from './look-up-secret.ts'

/**
 * Whether a secret has a policy of its own, which may allow what no policy of a role does. Throws an
 * ActionError where the role may not look.
 */
export async function readResourcePolicy(
  { clients, signal }: LookupContext,
  arn: string,
): Promise<boolean> {
  const { GetResourcePolicyCommand } = await import('@aws-sdk/client-secrets-manager')
  const client = await clients.secretsManager(regionOf(arn))
  const command = new GetResourcePolicyCommand({ SecretId: arn })
  const { ResourcePolicy } = await call(client, command, { signal, resource: arn })
  return ResourcePolicy !== undefined
}
