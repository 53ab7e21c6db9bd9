import { findArn } from '../arn.ts'
import { call } from '../call.ts'
import type { LookupContext } from '../lookup-context.ts'
import { attemptCheck } from '../not-checked.ts'

/**
 * The ARN by which IAM knows whoever calls: of the role that the job has assumed, or of a user. Throws an ActionError
 * where STS does not answer.
 */
export async function readCallerArn({ clients, signal }: LookupContext): Promise<string> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const { Arn = '' } = await call(await clients.sts(), new GetCallerIdentityCommand({}), { signal })
  const { partition = 'aws', account = '', resource = '' } = findArn(Arn) ?? {}
  const [kind, name = ''] = resource.split('/')
  if (kind !== 'assumed-role') return Arn
  // The ARN of a session lacks the path of its role.
  const known = await attemptCheck(async () => {
    const { GetRoleCommand } = await import('@aws-sdk/client-iam')
    const command = new GetRoleCommand({ RoleName: name })
    return (await call(await clients.iam(), command, { signal })).Role?.Arn
  })
  return typeof known === 'string' ? known : `arn:${partition}:iam::${account}:role/${name}`
}
