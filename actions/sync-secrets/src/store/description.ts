import { call, regionOf, type FoundSecret, type LookupContext } from '@deploy-actions/aws'
import { hasOtherKey, hasOtherText, missingTags, type Description } from '../plan/description.ts'

/** Gives a secret the description, key and tags that it does not have; no new version comes of that. */
export async function describe(
  { clients, signal }: LookupContext,
  secret: FoundSecret,
  wanted: Description,
): Promise<void> {
  const client = await clients.secretsManager(regionOf(secret.arn))
  const { UpdateSecretCommand, TagResourceCommand } =
    await import('@aws-sdk/client-secrets-manager')
  const options = { signal, resource: secret.arn }
  const { description, kmsKeyId } = wanted
  if (hasOtherText(secret, wanted) || hasOtherKey(secret, wanted)) {
    const change = { SecretId: secret.arn, Description: description, KmsKeyId: kmsKeyId }
    await call(client, new UpdateSecretCommand(change), options)
  }
  const tags = missingTags(secret, wanted)
  if (tags.length > 0) {
    await call(client, new TagResourceCommand({ SecretId: secret.arn, Tags: [...tags] }), options)
  }
}
