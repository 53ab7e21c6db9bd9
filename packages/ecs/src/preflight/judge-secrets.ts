import { whatThereIs } from '@deploy-actions/action-kit'
import { versionOf, type FoundSecret, type SecretsManagerReference } from '@deploy-actions/aws'
import type { UsedSecret } from './collect.ts'
import { keysId, type Facts } from './facts.ts'
import { notChecked, type Finding, type Place, type Verdict } from './finding.ts'
import type { Placed } from './places.ts'

/** What is wrong with the secrets and parameters that a definition uses. */
export function judgeSecrets(
  used: readonly Placed<UsedSecret>[],
  facts: Facts,
): readonly Finding[] {
  return used.flatMap(({ value, place }) =>
    verdictsOn(value, place, facts).map((verdict) => ({
      kind: 'secret' as const,
      place,
      ...verdict,
      // What the application reads by itself stops no task; it may well be made later.
      severity:
        value.use === 'mentioned' && verdict.severity === 'error' ? 'warning' : verdict.severity,
    })),
  )
}

function verdictsOn(used: UsedSecret, place: Place, facts: Facts): readonly Verdict[] {
  const { reference } = used
  if (reference.kind === 'parameter') return onParameter(reference.id, facts)
  const secret = facts.secrets.get(reference.id)
  if (secret === undefined) return []
  if (secret.kind === 'not-checked') return [notChecked(`the secret ${reference.id}`, secret)]
  if (secret.kind === 'missing') {
    const problem = `There is no secret ${reference.id}.`
    const remedy = 'Create it (sync-secrets does), or correct the name, the region or the account.'
    return [{ severity: 'error', problem, instead: secret.instead.trim(), remedy }]
  }
  if (secret.deletedAt !== undefined) {
    const problem = `The secret ${secret.name} is scheduled for deletion (since ${secret.deletedAt.toISOString()}), and cannot be read.`
    const remedy = `Restore it: aws secretsmanager restore-secret --secret-id ${secret.arn}`
    return [{ severity: 'error', problem, instead: '', remedy }]
  }
  return onVersion({ used, reference, secret, place }, facts)
}

function onParameter(id: string, facts: Facts): readonly Verdict[] {
  const parameter = facts.parameters.get(id)
  if (parameter?.kind === 'not-checked') return [notChecked(`the parameter ${id}`, parameter)]
  if (parameter?.kind !== 'missing') return []
  const problem = `There is no parameter ${id} in Systems Manager.`
  const remedy = 'Create it, or correct the name, the region or the account.'
  return [{ severity: 'error', problem, instead: parameter.instead.trim(), remedy }]
}

interface FoundUse {
  readonly used: UsedSecret
  readonly reference: SecretsManagerReference
  readonly secret: FoundSecret
  readonly place: Place
}

function onVersion({ used, reference, secret, place }: FoundUse, facts: Facts): readonly Verdict[] {
  const versionId = versionOf(secret, reference)
  if (versionId === undefined) return [noSuchVersion(reference, secret)]
  const wanted = wantedKeys(used, reference)
  if (wanted.length === 0) return []
  const keys = facts.keys.get(keysId(secret.arn, versionId))
  if (keys === undefined) return []
  if (keys.kind === 'not-checked') {
    return [notChecked(`the keys of ${secret.name}`, keys)]
  }
  if (keys.kind === 'not-json') return [noJson(used, secret)]
  return wanted.flatMap((key): readonly Verdict[] => {
    if (!keys.types.has(key)) return [noSuchKey(key, { used, secret, keys: keys.types, place })]
    const type = keys.types.get(key)
    return type === undefined || type === 'string' ? [] : [noText(key, type, secret)]
  })
}

/** ECS logs in to a registry with these two keys of one secret. */
const loginKeys = ['username', 'password'] as const

function wantedKeys({ use }: UsedSecret, { key }: SecretsManagerReference): readonly string[] {
  if (use === 'registry-login') return loginKeys
  return key === '' ? [] : [key]
}

function noSuchVersion(
  { stage, versionId }: SecretsManagerReference,
  secret: FoundSecret,
): Verdict {
  const stages = [...secret.versions.values()].flat()
  const what =
    versionId === ''
      ? `version with the label ${stage === '' ? 'AWSCURRENT' : stage}`
      : `version ${versionId}${stage === '' ? '' : ` with the label ${stage}`}`
  return {
    severity: 'error',
    problem: `The secret ${secret.name} has no ${what}.`,
    instead: whatThereIs(stage, stages).trim(),
    remedy:
      stages.length === 0
        ? 'Give the secret a value.'
        : 'Correct the reference, or leave stage and version out for the current one.',
  }
}

function noJson({ use }: UsedSecret, secret: FoundSecret): Verdict {
  if (use === 'registry-login') {
    const problem = `The secret ${secret.name} is no JSON document with username and password, with which ECS logs in to the registry.`
    const remedy = 'Write it as {"username": …, "password": …}.'
    return { severity: 'error', problem, instead: '', remedy }
  }
  return {
    severity: 'error',
    problem: `The secret ${secret.name} is no JSON document, so a key of it cannot be read.`,
    instead: '',
    remedy: 'Refer to the whole secret (its ARN without :key::), or write it as a JSON object.',
  }
}

interface MissingKey {
  readonly used: UsedSecret
  readonly secret: FoundSecret
  readonly keys: ReadonlyMap<string, string | undefined>
  readonly place: Place
}

function noSuchKey(key: string, { used, secret, keys, place }: MissingKey): Verdict {
  const purpose =
    used.use === 'registry-login' ? ', with which ECS logs in to the registry of the image' : ''
  return {
    severity: 'error',
    problem: `The secret ${secret.name} has no key ${key}${purpose}.`,
    instead: whatThereIs(key, [...keys.keys()]).trim(),
    remedy:
      used.use === 'registry-login'
        ? 'Write the secret as {"username": …, "password": …}; for ghcr.io the password is a token that may read packages.'
        : `Add the key to the secret, or correct or remove ${place.variable ?? 'the reference'}.`,
  }
}

function noText(key: string, type: string, secret: FoundSecret): Verdict {
  const problem = `The value of ${key} in the secret ${secret.name} is ${type === 'null' ? type : `a ${type.replace(/^a /, '')}`}: ECS gives the container Go's notation of it (null as <nil>, 1000000 as 1e+06).`
  return { severity: 'warning', problem, instead: '', remedy: 'Write the value in quotes.' }
}

/**
 * Secrets whose versions cannot be pinned: rotation would lock out whoever goes back to an old version of
 * the credentials, and nobody pins what may not be looked at.
 */
export function judgeVersionPins(
  used: readonly Placed<UsedSecret>[],
  { secrets }: Facts,
): readonly Finding[] {
  return used.flatMap(({ value: { reference, use }, place }): readonly Finding[] => {
    const isPinned = use === 'variable' || use === 'log-option'
    if (reference.kind !== 'secret' || reference.versionId !== '' || !isPinned) return []
    const secret = secrets.get(reference.id)
    const finding = { kind: 'secret', severity: 'error', place, instead: '' } as const
    if (secret?.kind === 'not-checked') {
      const problem = `The version of ${reference.id} cannot be pinned: ${secret.message}`
      return [{ ...finding, problem, remedy: secret.remedy }]
    }
    if (secret?.kind !== 'found' || !secret.isRotated) return []
    return [
      {
        ...finding,
        problem: `The secret ${secret.name} is rotated, so its version cannot be pinned: the next rotation would make the pinned one invalid.`,
        remedy: 'Set pin-secret-versions to false, or turn the rotation of the secret off.',
      },
    ]
  })
}

/** Keys of secrets that a definition uses key by key, and that it maps nowhere. */
export function unmappedKeys(
  used: readonly Placed<UsedSecret>[],
  facts: Facts,
): ReadonlyMap<string, readonly string[]> {
  const mapped = new Map<string, Set<string>>()
  const known = new Map<string, ReadonlyMap<string, unknown>>()
  for (const { value } of used) {
    const { reference, use } = value
    if (reference.kind !== 'secret' || reference.key === '' || use !== 'variable') continue
    const secret = facts.secrets.get(reference.id)
    if (secret?.kind !== 'found') continue
    const keys = facts.keys.get(keysId(secret.arn, versionOf(secret, reference) ?? ''))
    if (keys?.kind !== 'keys') continue
    known.set(secret.name, keys.types)
    mapped.set(secret.name, (mapped.get(secret.name) ?? new Set()).add(reference.key))
  }
  const unmapped = [...known].map(([name, keys]) => {
    const rest = [...keys.keys()].filter((key) => !mapped.get(name)?.has(key))
    return [name, rest] as const
  })
  return new Map(unmapped.filter(([, keys]) => keys.length > 0))
}
