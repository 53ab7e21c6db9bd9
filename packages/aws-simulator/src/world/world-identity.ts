/** A mapping is kept as JSON. */
export type WorldSecretValue = string | Readonly<Record<string, unknown>>

/** A version of a secret besides the one in AWSCURRENT. */
export interface WorldSecretVersion {
  readonly versionId?: string
  readonly value: WorldSecretValue
  readonly stages?: readonly string[]
}

export interface WorldSecret {
  readonly name: string
  readonly arn?: string
  /** What is in AWSCURRENT; null if the secret has never been given a value. */
  readonly value: WorldSecretValue | null
  /** The id of the version in AWSCURRENT. */
  readonly versionId?: string
  readonly versions?: readonly WorldSecretVersion[]
  readonly description?: string
  readonly tags?: readonly { readonly Key: string; readonly Value: string }[]
  readonly kmsKeyId?: string
  readonly owningService?: string
  /** If given, it is scheduled for deletion. */
  readonly deletedDate?: string
  /** Whether it is rotated automatically. */
  readonly rotation?: boolean
  /** Its own policy: which roles may do what with it, besides what their policies allow. */
  readonly resourcePolicy?: WorldPolicy
}

export interface WorldParameter {
  readonly name: string
  readonly value: string
  readonly type?: 'String' | 'StringList' | 'SecureString'
}

/** An IAM policy, as IAM takes it. */
export type WorldPolicy = Readonly<Record<string, unknown>>

export interface WorldRole {
  readonly roleName: string
  /** Default `/`. */
  readonly path?: string
  /** Default: ecs-tasks.amazonaws.com may assume it. */
  readonly assumeRolePolicyDocument?: WorldPolicy
  readonly policies?: readonly WorldPolicy[]
}
