import { findArn, findSecretReference, type PlainNames } from '@deploy-actions/aws'
import { containersOf, type Definition } from './definition.ts'
import { tokenRunsIn } from './token-runs.ts'

/**
 * Whether a text that stands where a reference to a secret belongs may be the secret itself: it is no reference, or the
 * name in it has a secret's form.
 */
export function isStraySecret(text: string, plainNamesAre: PlainNames = 'parameters'): boolean {
  if (text === '') return false
  const reference = findSecretReference(text, plainNamesAre)
  if (reference === undefined) return true
  return findArn(reference.id) === undefined && tokenRunsIn(text).length > 0
}

/** All such texts of a definition, and the names in them by which they are called in messages. */
export function straySecrets(definition: Definition): readonly string[] {
  const references = containersOf(definition).flatMap(({ secrets = [], logConfiguration }) => [
    ...secrets,
    ...(logConfiguration?.secretOptions ?? []),
  ])
  return [
    ...references.map(({ valueFrom = '' }) => valueFrom).filter((text) => isStraySecret(text)),
    ...loginsOf(definition).filter((text) => isStraySecret(text, 'only-secrets')),
  ].flatMap((text) => [text, findSecretReference(text, 'only-secrets')?.id ?? text])
}

function loginsOf(definition: Definition): readonly string[] {
  return [
    ...containersOf(definition).map(
      ({ repositoryCredentials }) => repositoryCredentials?.credentialsParameter ?? '',
    ),
    ...(definition.volumes ?? []).map(
      ({ fsxWindowsFileServerVolumeConfiguration: fsx }) =>
        fsx?.authorizationConfig?.credentialsParameter ?? '',
    ),
  ]
}
