import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'

/** What Secrets Manager keeps of a secret. */
export interface Kept {
  readonly arn: string
  /** Of the current version; undefined where there is none, or while it cannot be read. */
  readonly text: string | undefined
  /** The document, where it is JSON. */
  readonly document: unknown
  /** Version ids by staging label. */
  readonly labels: Readonly<Record<string, string>>
  readonly versions: number
  readonly tags: Readonly<Record<string, string>>
  readonly description: string | undefined
  readonly kmsKeyId: string | undefined
  readonly isDeleted: boolean
}

/** Reads a secret by another way than the action's; undefined where there is none. */
export function readSecret(id: string): Promise<Kept | undefined> {
  return withSecretsManager(async (client) => {
    const described = await client
      .send(new DescribeSecretCommand({ SecretId: id }))
      .catch((error: unknown) => {
        if (error instanceof ResourceNotFoundException) return undefined
        throw error
      })
    if (described === undefined) return undefined
    const isDeleted = described.DeletedDate !== undefined
    const labels = Object.entries(described.VersionIdsToStages ?? {}).flatMap(([version, stages]) =>
      stages.map((stage) => [stage, version] as const),
    )
    const hasValue = labels.some(([stage]) => stage === 'AWSCURRENT') && !isDeleted
    const text = hasValue ? await readText(client, id) : undefined
    const listing = new ListSecretVersionIdsCommand({ SecretId: id, IncludeDeprecated: true })
    const { Versions = [] } = await client.send(listing)
    return {
      arn: described.ARN ?? '',
      text,
      document: parse(text),
      labels: Object.fromEntries(labels),
      versions: Versions.length,
      tags: Object.fromEntries(
        (described.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]),
      ),
      description: described.Description,
      kmsKeyId: described.KmsKeyId,
      isDeleted,
    }
  })
}

/** Works with a client of Secrets Manager, as somebody else would. */
export async function withSecretsManager<T>(
  work: (client: SecretsManagerClient) => Promise<T>,
): Promise<T> {
  const client = new SecretsManagerClient({ maxAttempts: 30 })
  try {
    return await work(client)
  } finally {
    client.destroy()
  }
}

async function readText(client: SecretsManagerClient, id: string): Promise<string | undefined> {
  return (await client.send(new GetSecretValueCommand({ SecretId: id }))).SecretString
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
