import type { DescribeSecretCommandOutput } from '@aws-sdk/client-secrets-manager'
import { whatThereIs } from '@deploy-actions/action-kit'
import { findArn } from '../arn.ts'
import { call } from '../call.ts'
import { isAwsError } from '../errors.ts'
import type { LookupContext } from '../lookup-context.ts'
import { attemptCheck, type NotChecked } from '../not-checked.ts'
import type { Tag } from './key-manifest.ts'

/** What Secrets Manager says about a secret, without its value. */
export type SecretLookup = FoundSecret | MissingSecret | NotChecked

/** The secret is there. */
export interface FoundSecret {
  readonly kind: 'found'
  readonly name: string
  /** The full ARN, with the six characters at its end. */
  readonly arn: string
  /** When somebody scheduled it for deletion; such a secret cannot be read. */
  readonly deletedAt: Date | undefined
  readonly isRotated: boolean
  /** The service of AWS that manages it, and that alone may write. */
  readonly owningService: string | undefined
  readonly description: string | undefined
  /** The customer's key that encrypts it, as ARN, id or alias; undefined for AWS's own. */
  readonly kmsKeyId: string | undefined
  /** When value, description or tags were last changed: no version is younger. */
  readonly lastChangedAt: Date | undefined
  /** Version ids with their staging labels. */
  readonly versions: ReadonlyMap<string, readonly string[]>
  readonly tags: readonly Tag[]
}

/** There is no such secret. */
export interface MissingSecret {
  readonly kind: 'missing'
  /** What there is instead, as whole sentences; may be empty. */
  readonly instead: string
}

/**
 * Asks about a secret by its name, its ARN, or its ARN without the six characters at its end. Whatever
 * Secrets Manager says is a result; throws only when the run is cancelled.
 */
export function lookUpSecret(
  context: LookupContext,
  id: string,
  namesIn: SecretNames = secretNames(context),
): Promise<SecretLookup> {
  return attemptCheck(() => describeSecret(context, id, namesIn))
}

/** Asks as {@link lookUpSecret} does. Throws an ActionError where the role may not, or AWS does not answer. */
export async function describeSecret(
  context: LookupContext,
  id: string,
  namesIn: SecretNames = secretNames(context),
): Promise<FoundSecret | MissingSecret> {
  const { DescribeSecretCommand } = await import('@aws-sdk/client-secrets-manager')
  const client = await context.clients.secretsManager(regionOf(id))
  const command = new DescribeSecretCommand({ SecretId: id })
  try {
    return toFound(await call(client, command, { signal: context.signal, resource: id }))
  } catch (error) {
    if (!isAwsError(error, 'ResourceNotFoundException')) throw error
    const names = await namesIn(regionOf(id))
    return { kind: 'missing', instead: 'kind' in names ? '' : whatThereIs(nameOf(id), names) }
  }
}

function toFound(answer: DescribeSecretCommandOutput): FoundSecret {
  return {
    kind: 'found',
    name: answer.Name ?? '',
    arn: answer.ARN ?? '',
    deletedAt: answer.DeletedDate,
    isRotated: answer.RotationEnabled ?? false,
    owningService: answer.OwningService,
    description: answer.Description,
    kmsKeyId: answer.KmsKeyId,
    lastChangedAt: answer.LastChangedDate,
    versions: new Map(Object.entries(answer.VersionIdsToStages ?? {})),
    tags: answer.Tags ?? [],
  }
}

/** The region that an ARN names; undefined, for that of the job, where the text is a name. */
export function regionOf(id: string): string | undefined {
  return findArn(id)?.region || undefined
}

/** Names of secrets that there are in a region, where the role may list them. */
type SecretNames = (region: string | undefined) => Promise<readonly string[] | NotChecked>

/** Lists the names of secrets, those of each region once. Throws only when the run is cancelled. */
export function secretNames({ clients, signal }: LookupContext): SecretNames {
  const byRegion = new Map<string | undefined, ReturnType<SecretNames>>()
  const list = (region: string | undefined): ReturnType<SecretNames> =>
    attemptCheck(async () => {
      const { ListSecretsCommand } = await import('@aws-sdk/client-secrets-manager')
      const client = await clients.secretsManager(region)
      const command = new ListSecretsCommand({ MaxResults: 100 })
      const { SecretList = [] } = await call(client, command, { signal })
      return SecretList.map(({ Name = '' }) => Name).toSorted()
    })
  return (region) => {
    const names = byRegion.get(region) ?? list(region)
    byRegion.set(region, names)
    return names
  }
}

/** The name in an ARN, which may lack the six characters. */
function nameOf(id: string): string {
  return findArn(id)?.resource.replace(/^secret:/, '') ?? id
}
