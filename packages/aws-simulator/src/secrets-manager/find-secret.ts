import { current, type Secret, type SecretVersion } from '../cloud/secret.ts'
import type { SecretStore } from '../cloud/secret-store.ts'
import { invalidRequest, noSuchValue, notFound } from './refusals.ts'

/** Finds a secret by name or ARN; throws what the service answers when there is none. */
export function requireSecret(secrets: SecretStore, id: string | undefined): Secret {
  const secret = secrets.find(id ?? '')
  if (secret === undefined) throw notFound()
  return secret
}

/** As {@link requireSecret}, refusing one that is scheduled for deletion. */
export function requireUndeleted(secrets: SecretStore, id: string | undefined): Secret {
  const secret = requireSecret(secrets, id)
  if (secret.deletedDate === undefined) return secret
  throw invalidRequest(
    "You can't perform this operation on the secret because it was marked for deletion.",
  )
}

/** As {@link requireSecret}, refusing one that another service manages. */
export function requireOurs(secrets: SecretStore, id: string | undefined): Secret {
  const secret = requireSecret(secrets, id)
  if (secret.owningService === undefined) return secret
  throw invalidRequest(
    'The secret is managed by another service, and you must use that service to update it.',
  )
}

/** A secret that may be changed: there, not scheduled for deletion, and managed by nobody else. */
export function requireWritable(secrets: SecretStore, id: string | undefined): Secret {
  requireOurs(secrets, id)
  return requireUndeleted(secrets, id)
}

/** Finds the version by its id, its staging label or both; AWSCURRENT if neither is given. */
export function requireVersion(
  secret: Secret,
  { id, stage }: { readonly id?: string | undefined; readonly stage?: string | undefined },
): SecretVersion {
  if (id === undefined) {
    const version = secret.versionIn(stage ?? current)
    if (version === undefined) throw noSuchValue('staging label', stage ?? current)
    return version
  }
  const version = secret.findVersion(id)
  if (version === undefined) throw noSuchValue('VersionId', id)
  if (stage === undefined || version.stages.includes(stage)) return version
  throw invalidRequest(
    'You provided a VersionStage that is not associated to the provided VersionId.',
  )
}
