import { sleep } from '@deploy-actions/action-kit'
import { call, describeSecret, regionOf, type LookupContext } from '@deploy-actions/aws'

/** How often is looked whether a restored secret is told as one. */
const mostLooks = 30

/** Takes the deletion of a secret back that is scheduled for it, and waits until that is told: reads may lag behind. */
export async function restoreSecret(context: LookupContext, arn: string): Promise<void> {
  const { clients, signal } = context
  const { RestoreSecretCommand } = await import('@aws-sdk/client-secrets-manager')
  const client = await clients.secretsManager(regionOf(arn))
  await call(client, new RestoreSecretCommand({ SecretId: arn }), { signal, resource: arn })
  for (let looks = 1; looks < mostLooks; looks++) {
    const secret = await describeSecret(context, arn)
    if (secret.kind === 'missing' || secret.deletedAt === undefined) return
    await sleep(1_000, signal)
  }
}
