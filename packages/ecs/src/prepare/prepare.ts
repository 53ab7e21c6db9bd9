import type { Fill } from '@deploy-actions/action-kit'
import { findArn, rememberSecrets } from '@deploy-actions/aws'
import type { RegistryCredentials } from '@deploy-actions/registry'
import {
  collectReferences,
  judgeReferences,
  judgeVersionPins,
  lookUpReferences,
  resolveReferences,
  secretVersionsOf,
  unmappedKeys,
  type Finding,
  type PreflightContext,
  type PreflightGrade,
  type References,
  type SecretVersion,
} from '../preflight/index.ts'
import {
  checkRules,
  containersOf,
  draftDefinition,
  type Definition,
  type DefinitionEdits,
} from '../task-definition/index.ts'
import { logInToRegistries } from './credentials.ts'
import { judgeExpectedPermissions, type ExpectedPermission } from './expected-permissions.ts'
import { nameImages } from './image-names.ts'
import { mapSecret, type SecretsFrom } from './secrets-from.ts'

/** What to make a definition of. */
export interface Preparation {
  /** A definition that nobody has checked yet. */
  readonly draft: object
  /** What to call it in messages. */
  readonly source: string
  readonly edits: DefinitionEdits
  readonly secretsFrom?: SecretsFrom | undefined
  readonly fill?: Fill | undefined
  readonly preflight: PreflightGrade
  readonly pinImages: boolean
  readonly pinSecretVersions: boolean
  /** Find out the versions of all secrets, also with `preflight: off`. */
  readonly readSecretVersions?: boolean
  readonly expectedPermissions: readonly ExpectedPermission[]
  /** To look at images of a private registry other than ECR. */
  readonly credentials?: RegistryCredentials | undefined
}

/** A definition that is ready to be registered, where `findings` has no error. */
export interface PreparedDefinition {
  readonly definition: Definition
  readonly findings: readonly Finding[]
  /** Keys of the secrets in use that no container is given, by the name of the secret. */
  readonly unmappedKeys: ReadonlyMap<string, readonly string[]>
  /** The versions of the secrets that tasks get when they start now, as far as they were looked up. */
  readonly secretVersions: readonly SecretVersion[]
}

/**
 * Edits a definition, makes its references exact, and holds it to the rules of ECS and, but for `preflight: off`, to what
 * exists in the account. Throws an `input` error for a draft whose shape is wrong, and whatever keeps a name in
 * the inputs from being resolved; everything else is a finding.
 */
export async function prepareDefinition(
  given: PreflightContext,
  { draft, source, fill, ...wanted }: Preparation,
): Promise<PreparedDefinition> {
  const isOff = wanted.preflight === 'off'
  const context = {
    ...given,
    registries: isOff ? given.registries.forDigests() : given.registries,
    secretLookups: rememberSecrets(given),
  }
  const named = await nameImages(context.registries, wanted.edits)
  const edits = await mapSecret(context, named.edits, wanted.secretsFrom)
  const drafted = draftDefinition(draft, edits, { source, fill })
  const references = collectReferences(drafted.definition)
  const registries = logInToRegistries(context.registries, references, wanted.credentials)
  const facts = await lookUpReferences(
    { ...context, registries },
    isOff ? onlyToResolve(references, wanted) : references,
  )
  const definition = resolveReferences(drafted.definition, facts, wanted)
  const permissions = await judgeExpectedPermissions(
    context,
    definition,
    wanted.expectedPermissions,
  )
  const broken = [...named.problems, ...drafted.problems, ...checkRules(definition)]
  const found = [
    ...(wanted.pinSecretVersions ? judgeVersionPins(references.secrets, facts) : []),
    ...(isOff ? [] : judgeReferences(drafted.definition, references, facts)),
    ...permissions,
  ]
  // What does not exist cannot be written in full either: one of the two is enough, where it stops the step.
  const explained = new Set(
    found
      .filter(({ severity }) => severity === 'error' && wanted.preflight !== 'warn')
      .map(({ place }) => place.field),
  )
  return {
    definition,
    findings: [
      ...broken
        .filter(({ path }) => !explained.has(path))
        .map((problem) => ruleFinding(definition, problem)),
      ...found,
    ],
    unmappedKeys: unmappedKeys(references.secrets, facts),
    secretVersions: secretVersionsOf(references.secrets, facts),
  }
}

/** With `preflight: off` only what has to be known to do what is asked for besides is looked at. */
function onlyToResolve(
  references: References,
  {
    pinImages,
    pinSecretVersions,
    readSecretVersions = false,
    expectedPermissions,
  }: Pick<
    Preparation,
    'pinImages' | 'pinSecretVersions' | 'readSecretVersions' | 'expectedPermissions'
  >,
): References {
  // For a registry's login ECS takes the name as well.
  const isByName = ({ value: { reference, use } }: References['secrets'][number]): boolean =>
    reference.kind === 'secret' && use !== 'registry-login' && findArn(reference.id) === undefined
  return {
    secrets:
      pinSecretVersions || readSecretVersions
        ? references.secrets
        : references.secrets.filter(isByName),
    images: pinImages ? references.images : [],
    logGroups: [],
    // IAM knows no role by a name alone.
    roles: references.roles.filter(
      ({ value: { id, kind } }) =>
        findArn(id) === undefined && expectedPermissions.some(({ role }) => role === kind),
    ),
  }
}

function ruleFinding(
  definition: Definition,
  { path, message }: { readonly path: string; readonly message: string },
): Finding {
  const index = /^containerDefinitions\[(\d+)\]/.exec(path)?.[1]
  const container = index === undefined ? undefined : containersOf(definition)[Number(index)]?.name
  return {
    kind: 'definition',
    severity: 'error',
    place: { definition: definition.family ?? '', container, field: path },
    problem: message,
    instead: '',
    remedy: '',
  }
}
