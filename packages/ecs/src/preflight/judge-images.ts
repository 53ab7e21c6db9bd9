import { whatThereIs } from '@deploy-actions/action-kit'
import {
  findEcrRegistry,
  parseImageReference,
  type ImageLookup,
  type Platform,
} from '@deploy-actions/registry'
import { containersOf, type Definition } from '../task-definition/index.ts'
import type { Facts } from './facts.ts'
import { notChecked, type Finding, type Verdict } from './finding.ts'
import type { Placed } from './places.ts'

/** What is wrong with the images of a definition. */
export function judgeImages(
  definition: Definition,
  images: readonly Placed<string>[],
  facts: Facts,
): readonly Finding[] {
  const wanted = platformOf(definition)
  const mayInstanceLogIn = !isForFargate(definition)
  return images.flatMap(({ value, place }) => {
    const lookup = facts.images.get(value)
    if (lookup === undefined) return []
    const container = containersOf(definition).find(({ name }) => name === place.container)
    const hasLogin = container?.repositoryCredentials !== undefined
    const used = { image: value, lookup, hasLogin, mayInstanceLogIn, wanted }
    return verdictsOn(used).map((verdict) => ({ kind: 'image' as const, place, ...verdict }))
  })
}

interface UsedImage {
  readonly image: string
  readonly lookup: ImageLookup
  readonly hasLogin: boolean
  /** The agent on an instance may be configured with a login of its own. */
  readonly mayInstanceLogIn: boolean
  readonly wanted: Platform | undefined
}

function verdictsOn(used: UsedImage): readonly Verdict[] {
  const { image, lookup, hasLogin, wanted } = used
  if (lookup.kind === 'missing') {
    const remedy = 'Build and push it first (build-push-image does), or correct the name.'
    const existing = whatThereIs(parseImageReference(image).tag ?? '', lookup.existing).trim()
    return [{ severity: 'error', problem: lookup.message, instead: existing, remedy }]
  }
  const isPrivate =
    findEcrRegistry(parseImageReference(image).host) === undefined &&
    (lookup.kind === 'found' ? !lookup.isPublic : lookup.reason === 'credentials')
  const login = isPrivate && !hasLogin ? [noLogin(used)] : []
  if (lookup.kind === 'not-checked') {
    return login.length > 0 ? login : [notChecked(image, lookup)]
  }
  if (lookup.platforms === undefined) {
    const unread = lookup.platformsNotRead
    return unread === undefined ? login : [...login, notChecked(`the platform of ${image}`, unread)]
  }
  const runs = wanted === undefined || lookup.platforms.some((one) => isSame(one, wanted))
  return runs ? login : [...login, otherPlatform(image, lookup.platforms, wanted)]
}

function noLogin({ image, lookup, mayInstanceLogIn }: UsedImage): Verdict {
  // Who is not let in is not told whether there is anything to be let in to.
  const refused =
    lookup.kind === 'not-checked'
      ? lookup.message
      : `The registry gives ${image} to nobody without a login.`
  const remedy =
    'Give the container repositoryCredentials: { credentialsParameter: <ARN of a secret {"username": …, "password": …}> }, which the execution role may read; or make the image public, or copy it to Amazon ECR.'
  return mayInstanceLogIn
    ? {
        severity: 'not-checked',
        problem: `${refused} The container has no repositoryCredentials, so ECS can pull it only where the agent on the instance has a login of its own.`,
        instead: '',
        remedy: `See that ECS_ENGINE_AUTH_DATA of the instances has one. Or: ${remedy}`,
      }
    : {
        severity: 'error',
        problem: `${refused} The container has no repositoryCredentials: ECS could not pull it.`,
        instead: '',
        remedy,
      }
}

function otherPlatform(image: string, platforms: readonly Platform[], wanted: Platform): Verdict {
  const has = platforms.map(platformName).join(', ')
  return {
    severity: 'error',
    problem: `The image ${image} is for ${has}, and the task runs on ${platformName(wanted)}.`,
    instead: '',
    remedy: `Build it for ${platformName(wanted)} (platforms of build-push-image), or set runtimePlatform in the definition.`,
  }
}

/**
 * The platform that tasks of a definition run on; undefined where it depends on the instance: on EC2 and on
 * external instances, where the definition does not say.
 */
export function platformOf(definition: Definition): Platform | undefined {
  const { cpuArchitecture, operatingSystemFamily } = definition.runtimePlatform ?? {}
  if (!isForFargate(definition) && cpuArchitecture === undefined) return undefined
  return {
    os: operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux',
    architecture: cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64',
  }
}

function isForFargate({ requiresCompatibilities }: Definition): boolean {
  return requiresCompatibilities?.includes('FARGATE') ?? false
}

function isSame(one: Platform, other: Platform): boolean {
  return one.os === other.os && one.architecture === other.architecture
}

function platformName({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/')
}
