import type { Service } from '@aws-sdk/client-apprunner'
import type { AwsClients, LookupContext } from '@deploy-actions/aws'
import type { Finding } from '@deploy-actions/ecs'
import { openRegistries } from '@deploy-actions/registry'
import type { Context, Inputs } from './inputs.ts'
import { listOperations, type Operation } from './operation/operations.ts'
import { findService, type FoundService } from './operation/service.ts'
import { configurationOf, merged, type Configuration } from './settings/configuration.ts'
import { changedParts } from './settings/differences.ts'
import { observeImage, type ObservedImage } from './preflight/observe-image.ts'
import { prepare } from './preflight/prepare.ts'
import { resolveShared } from './preflight/shared-configurations.ts'
import { refuseMissing, refuseService } from './refuse.ts'
import { readMissingTags } from './operation/tags.ts'

/** What there is, and what is asked for in the words of App Runner. */
export interface Observed {
  readonly found: FoundService
  /** Empty for a service that is not there. */
  readonly current: Configuration
  /** What it is to have. */
  readonly wanted: Configuration
  /** Those parts of it that change, each whole. */
  readonly parts: Configuration
  /** Newest first; none where a service that rests is to be changed, since nothing depends on them then. */
  readonly operations: readonly Operation[]
  readonly image: ObservedImage
  readonly findings: readonly Finding[]
  /** Tags that the service does not have yet. */
  readonly missingTags: ReadonlyMap<string, string>
  readonly now: number
  /** When the step began, in milliseconds since the epoch. */
  readonly begunAt: number
  /** Whether App Runner was given the time to notice that the watched tag was moved, and has done nothing. */
  readonly hasExpected: boolean
  /** Whether a deployment of App Runner's own was joined, and has succeeded. */
  readonly hasJoined: boolean
}

/** What looking needs. */
export interface Looking {
  readonly context: Context
  readonly inputs: Inputs
  readonly clients: AwsClients
  readonly begunAt: number
  readonly hasExpected: boolean
  readonly hasJoined: boolean
}

/**
 * Looks at the service, and at everything that is to become part of it. Throws an ActionError where nothing can be deployed to the
 * service, and where AWS cannot be asked about what has to be known.
 */
export async function observe(looking: Looking): Promise<Observed> {
  const { context, inputs, clients } = looking
  const aws: LookupContext = { clients, signal: context.signal }
  const found = await findService(aws, inputs.service)
  if (found.kind === 'missing') refuseMissing(inputs, found.instead)
  else refuseService(inputs, found.service)
  const service = found.kind === 'found' ? found.service : undefined
  const current = service === undefined ? {} : configurationOf(service)
  const registries = openRegistries(context.host, aws)
  const [prepared, shared, missingTags] = await Promise.all([
    prepare({ ...looking, registries }, { service, current }),
    resolveShared(aws, inputs.settings, current),
    found.kind === 'found' ? readMissingTags(aws, found.arn, inputs.tags) : inputs.tags,
  ])
  const image = await observeImage({ ...aws, registries }, { inputs, current, prepared })
  const { settings } = shared
  const wanted = merged(current, { image, settings, secrets: prepared.secrets })
  const parts = changedParts(current, wanted)
  const isIdle = service?.Status === 'RUNNING' && Object.keys(parts).length > 0
  const operations = found.kind === 'missing' || isIdle ? [] : await listOperations(aws, found.arn)
  const findings = [...prepared.findings, ...placedIn(inputs.service, shared.findings)]
  return {
    found,
    current,
    wanted,
    parts,
    operations,
    image,
    findings,
    missingTags,
    now: Date.now(),
    begunAt: looking.begunAt,
    hasExpected: looking.hasExpected,
    hasJoined: looking.hasJoined,
  }
}

function placedIn(service: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    place: { ...finding.place, definition: service },
  }))
}

/** The service of an observation, where there is one. */
export function serviceOf({ found }: Pick<Observed, 'found'>): Service | undefined {
  return found.kind === 'found' ? found.service : undefined
}
