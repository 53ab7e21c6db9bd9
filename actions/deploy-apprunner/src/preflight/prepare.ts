import type { Service } from '@aws-sdk/client-apprunner'
import { ActionError, type MapEdit } from '@deploy-actions/action-kit'
import { findArn, findSecretReference, type LookupContext } from '@deploy-actions/aws'
import { containersOf, maskRead, prepareDefinition, type Finding } from '@deploy-actions/ecs'
import { ownRegistry, type Registries } from '@deploy-actions/registry'
import type { Inputs } from '../inputs.ts'
import type { Looking } from '../observe.ts'
import { imageOf, secretsAfter, type Configuration } from '../settings/configuration.ts'
import { findUnreadable } from './instance-role.ts'
import { findOtherPlatform } from './platform.ts'

/** Image and secrets of a service, made exact and looked at. */
export interface Prepared {
  /** In full and by its digest, where the registry told it; undefined where none is named. */
  readonly image: string | undefined
  /** The edits that are asked for, by ARNs. */
  readonly secrets: MapEdit
  readonly findings: readonly Finding[]
}

/** A service that is there, with what it has. */
export interface Present {
  readonly service: Service | undefined
  readonly current: Configuration
}

type Preparing = Looking & { readonly registries: Registries }

/**
 * Resolves image and secrets as in task definitions, of which a service of App Runner is one with a single container, and finds out
 * whether they are there: those that the service has already as well, since it would not start without them.
 */
export async function prepare(looking: Preparing, present: Present): Promise<Prepared> {
  const { inputs, registries } = looking
  const { container, findings } = await look(looking, present)
  const isOff = inputs.preflight === 'off'
  const references = new Map(
    (container?.secrets ?? []).map(({ name = '', valueFrom = '' }) => [name, valueFrom]),
  )
  const aws = awsOf(looking)
  const secrets = await toArns(aws, editedTo(inputs.secrets, references), present.service)
  refuseNames(secrets, findings, inputs.preflight)
  if (isOff) return { image: container?.image, secrets, findings: [] }
  const role =
    inputs.settings.instanceRoleArn ?? present.current.InstanceConfiguration?.InstanceRoleArn
  const after = secretsAfter(present.current, { settings: inputs.settings, secrets })
  const [others, unreadable] = await Promise.all([
    findOtherPlatform(registries, container?.image, inputs),
    findUnreadable(aws, role, { secrets: Object.values(after), service: inputs.service }),
  ])
  return {
    image: container?.image,
    secrets,
    findings: [
      ...findings.map((finding) => placed(finding, inputs.service)),
      ...others,
      ...unreadable,
    ],
  }
}

/** App Runner takes ARNs only: what stays a name would fail minutes later. What stops the step anyway is told with the rest. */
function refuseNames(
  secrets: MapEdit,
  findings: readonly Finding[],
  preflight: Inputs['preflight'],
): void {
  const isFatal = preflight === 'error' || preflight === 'strict'
  const reasons = [...secrets].flatMap(([name, text]) => {
    if (text === undefined || findArn(text) !== undefined) return []
    const finding = findings.find(({ place }) => place.variable === name)
    if (isFatal && finding?.severity === 'error') return []
    return [`secrets.${name}: ${finding?.problem ?? `there is no ARN for ${text}`}`]
  })
  if (reasons.length === 0) return
  const remedies = findings.filter(({ kind }) => kind === 'secret').map(({ remedy }) => remedy)
  throw new ActionError({
    code: 'secret',
    message: `App Runner takes secrets by their ARNs, which could not be found out: ${reasons.join('; ')}.`,
    remedy: `Name them by their ARNs. ${remedies[0] ?? 'Or see that they are there, and that the role of this job may call secretsmanager:DescribeSecret.'}`,
  })
}

function awsOf({ context: { host, signal }, clients, inputs }: Preparing): LookupContext {
  return { clients, signal, onSecretRead: maskRead(host, [inputs.service]) }
}

/** What the one container of a service is called while it is looked at. */
const containerName = 'service'

async function look(looking: Preparing, { current }: Present) {
  const { inputs, registries } = looking
  const named = imageOf(current)
  const kept = secretsAfter(current, { settings: inputs.settings, secrets: new Map() })
  const container = {
    name: containerName,
    ...(named !== undefined && { image: named }),
    secrets: Object.entries(inputs.preflight === 'off' ? {} : kept).map(([name, valueFrom]) => ({
      name,
      valueFrom,
    })),
  }
  const { definition, findings } = await prepareDefinition(
    { ...awsOf(looking), registries },
    {
      draft: { family: containerName, containerDefinitions: [container] },
      source: inputs.service,
      edits: { image: inputs.image, secrets: inputs.secrets },
      preflight: inputs.preflight,
      pinImages: inputs.image !== undefined,
      pinSecretVersions: false,
      expectedPermissions: [],
    },
  )
  return {
    container: containersOf(definition)[0],
    findings: findings.filter(({ kind }) => kind === 'image' || kind === 'secret'),
  }
}

function placed(finding: Finding, service: string): Finding {
  const { variable } = finding.place
  const field = finding.kind === 'image' ? 'image' : `secrets.${variable ?? ''}`
  return { ...finding, place: { definition: service, field, variable } }
}

function editedTo(edit: MapEdit, references: ReadonlyMap<string, string>): MapEdit {
  const texts = [...edit].map(
    ([name, given]) => [name, given && (references.get(name) ?? given)] as const,
  )
  return new Map(texts)
}

/** App Runner takes ARNs of parameters only. */
async function toArns(
  aws: LookupContext,
  edit: MapEdit,
  service: Service | undefined,
): Promise<MapEdit> {
  const isPath = (text: string | undefined): text is string =>
    text !== undefined &&
    findSecretReference(text)?.kind === 'parameter' &&
    findArn(text) === undefined
  if (![...edit.values()].some(isPath)) return edit
  const { partition, region, account } =
    findArn(service?.ServiceArn ?? '') ?? (await ownRegistry(aws))
  const prefix = `arn:${partition}:ssm:${region}:${account}:parameter/`
  return new Map(
    [...edit].map(([name, text]) => [
      name,
      isPath(text) ? `${prefix}${text.replace(/^\//, '')}` : text,
    ]),
  )
}
