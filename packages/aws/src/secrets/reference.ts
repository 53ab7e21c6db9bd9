import { findArn } from '../arn.ts'

/** What `valueFrom` of a container's secret points to. */
export type SecretReference = SecretsManagerReference | ParameterReference

/** A secret of Secrets Manager, or one key of its JSON document. */
export interface SecretsManagerReference {
  readonly kind: 'secret'
  /** Name, full ARN, or ARN without the six characters at its end. */
  readonly id: string
  /** Key of the JSON document; empty for the whole secret. */
  readonly key: string
  /** Staging label; empty for AWSCURRENT, where no version is named either. */
  readonly stage: string
  readonly versionId: string
}

/** A parameter of Systems Manager. */
export interface ParameterReference {
  readonly kind: 'parameter'
  /** Name or ARN. */
  readonly id: string
}

/** What a text without colons is the name of. */
export type PlainNames =
  /** A parameter, as ECS reads `valueFrom`. */
  | 'parameters'
  /** A secret; with a leading slash a parameter. */
  | 'secrets'
  /** A secret, also with a leading slash: where nothing else can stand. */
  | 'only-secrets'

/**
 * Reads what ECS takes for `valueFrom`, and the name of a secret in the place of its ARN. Undefined for a text that is
 * neither a secret's nor a parameter's.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
export function findSecretReference(
  text: string,
  plainNamesAre: PlainNames = 'parameters',
): SecretReference | undefined {
  const arn = findArn(text)
  if (arn?.service === 'ssm') {
    return arn.resource.startsWith('parameter/') ? { kind: 'parameter', id: text } : undefined
  }
  if (arn?.service === 'secretsmanager') return fromSecretArn(text)
  if (arn !== undefined || text.startsWith('arn:')) return undefined
  const [id = '', ...rest] = text.split(':')
  if (rest.length === 0 && isParameterName(text, plainNamesAre)) {
    return parameterName.test(text) ? { kind: 'parameter', id: text } : undefined
  }
  return secretName.test(id) ? withParts(id, rest) : undefined
}

function isParameterName(text: string, plainNamesAre: PlainNames): boolean {
  return plainNamesAre === 'parameters' || (plainNamesAre === 'secrets' && text.startsWith('/'))
}

const parameterName = /^[A-Za-z0-9_.\-/]{1,1011}$/
/** With the ! of those that AWS services manage, such as `rds!cluster-…`. */
const secretName = /^[A-Za-z0-9/_+=.@!-]{1,512}$/

function fromSecretArn(text: string): SecretReference | undefined {
  const parts = text.split(':')
  const [type, name = '', ...rest] = parts.slice(5)
  if (type !== 'secret' || !secretName.test(name)) return undefined
  return withParts(parts.slice(0, 7).join(':'), rest)
}

/** `key:stage:version`, of which ECS wants all three; fewer are taken to mean the rest is empty. */
function withParts(id: string, parts: readonly string[]): SecretsManagerReference | undefined {
  if (parts.length > 3) return undefined
  const [key = '', stage = '', versionId = ''] = parts
  return { kind: 'secret', id, key, stage, versionId }
}

/** The reference as ECS takes it, for the secret that has this full ARN. */
export function formatSecretReference(
  arn: string,
  { key, stage, versionId }: Omit<SecretsManagerReference, 'kind' | 'id'>,
): string {
  return key === '' && stage === '' && versionId === ''
    ? arn
    : `${arn}:${key}:${stage}:${versionId}`
}
