import { commandLine, InvalidValue, type Host, type Log } from '@deploy-actions/action-kit'
import { plainSecrets } from '@deploy-actions/ecs'
import type { Observed } from './observe.ts'
import { describeOperation } from './operation/operations.ts'
import type { Plan } from './plan.ts'

/** Hides what looks secret in variables and start commands, of the service as it is and as it is to be: an application may print it. */
export function maskVariables(
  host: Pick<Host, 'mask'>,
  { current, wanted, found }: Pick<Observed, 'current' | 'wanted' | 'found'>,
): void {
  const publicNames = found.kind === 'found' ? [found.service.ServiceName ?? ''] : []
  for (const { SourceConfiguration: source } of [current, wanted]) {
    const { RuntimeEnvironmentVariables: variables = {}, StartCommand: command } =
      source?.ImageRepository?.ImageConfiguration ?? {}
    const environment = Object.entries(variables).map(([name, value]) => ({ name, value }))
    const container = { name: 'service', environment, command: [...wordsOf(command)] }
    const definition = { family: 'service', containerDefinitions: [container] }
    for (const secret of plainSecrets(definition, publicNames)) host.mask(secret)
  }
}

const anyCommand = commandLine({ description: '' })

/** The words of a start command as a shell takes them; one that none would take is split at its blanks. */
function wordsOf(command = ''): readonly string[] {
  try {
    return anyCommand.parse(command)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    return command.split(/\s+/)
  }
}

/** What is going to be done, line by line; of variables the names alone. */
export function describePlan(plan: Plan, { image }: Pick<Observed, 'image'>): readonly string[] {
  switch (plan.kind) {
    case 'create':
      return [`The service is to be created with ${image.identifier}.`]
    case 'update':
      return ['The service is to be updated:', ...plan.differences.map(describeDifference)]
    case 'redeploy':
      return [plan.because]
    case 'join':
      return [
        `App Runner deploys the pushed image by itself: ${describeOperation(plan.operation)} is joined.`,
      ]
    case 'expect':
      return [
        'The watched tag may have been pushed or moved a moment ago; App Runner then deploys it by itself within a minute.',
      ]
    case 'wait': {
      const what = plan.operation === undefined ? 'An operation' : describeOperation(plan.operation)
      return [`${what} is under way, which this step did not start.`]
    }
    case 'resume':
      return ['The service is paused, and has to be resumed first.']
    case 'unchanged':
  }
  return ['The service has this image and these settings already.']
}

/** The tags that a service is to get besides, which takes no operation. */
export function describeTags({
  found,
  missingTags,
}: Pick<Observed, 'found' | 'missingTags'>): readonly string[] {
  if (found.kind === 'missing' || missingTags.size === 0) return []
  const names = [...missingTags.keys()].map((name) => `tags.${name}`)
  return [`To be tagged without an operation: ${names.join(', ')}.`]
}

function describeDifference({
  setting,
  before,
  after,
}: {
  readonly setting: string
  readonly before: string
  readonly after: string
}): string {
  return `  ${setting}: ${before === '' ? 'nothing' : before} becomes ${after === '' ? 'nothing' : after}`
}

/** Warns where pushes deploy by themselves no longer. */
export function warnOfUnwatched(
  log: Log,
  plan: Plan,
  { current }: Pick<Observed, 'current'>,
): void {
  if (plan.kind !== 'update') return
  const { SourceConfiguration: source } = plan.parts
  if (current.SourceConfiguration?.AutoDeploymentsEnabled !== true) return
  if (source === undefined || source.AutoDeploymentsEnabled === true) return
  const isByDigest = source.ImageRepository?.ImageIdentifier?.includes('@') === true
  const why = isByDigest ? ': the image is named by its digest now, which has no tag to watch' : ''
  log.warning(`App Runner deploys pushes to this service by itself no longer${why}.`)
}
