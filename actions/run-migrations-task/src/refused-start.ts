import { ActionError, count } from '@deploy-actions/action-kit'
import { isAwsError } from '@deploy-actions/aws'
import type { StartRefusal } from '@deploy-actions/ecs'
import type { Work } from './work.ts'

/** What ECS has told of starts that came to nothing. */
export interface Refused {
  /** Of the last attempt. */
  readonly refusals: readonly StartRefusal[]
  readonly attempts: number
}

/** The error of a step whose task ECS did not start, in the words of ECS. */
export function startRefused({ refusals, attempts }: Refused): ActionError {
  const decisive = refusals.find(({ mayPass }) => !mayPass) ?? refusals[0]
  const reasons = [...new Set(refusals.map(({ text }) => text))].join('; ')
  return new ActionError({
    code: decisive?.code ?? 'service-error',
    message: `ECS has started no task in ${count(attempts, 'attempt')}: ${reasons || 'it gave no reason'}.`,
    remedy: decisive?.remedy ?? 'Run the step again; ECS gave neither a task nor a reason.',
  })
}

/** By the words of ECS, the input that it complains about. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
const inputsByWords: readonly (readonly [RegExp, string])[] = [
  [/subnet/i, 'subnets'],
  [/security ?group/i, 'security-groups'],
  [/public ?ip/i, 'assign-public-ip'],
  [/platform ?version/i, 'platform-version'],
  [/capacity ?provider/i, 'capacity-provider-strategy'],
  [/launch ?type/i, 'launch-type'],
  [/\btags?\b/i, 'tags'],
  [/\boverrides?\b|environment|command/i, 'command'],
]

const refusals = [
  'InvalidParameterException',
  'ClientException',
  'PlatformUnknownException',
  'PlatformTaskDefinitionIncompatibilityException',
  'UnsupportedFeatureException',
]

/** What a refusal of RunTask means to the user: an `input` error, which names the input where ECS does; all else as it is. */
export function explainStart(error: unknown, { inputs }: Work): unknown {
  // What is about permissions, or passes, is explained already.
  if (!(error instanceof ActionError) || error.code !== 'service-error') return error
  const words = wordsOf(error)
  if (isAwsError(error, 'ClusterNotFoundException')) {
    return inputError({
      message: `Input cluster: ECS runs no tasks in the cluster ${inputs.cluster}: ${words}`,
      remedy: 'Correct the input cluster, or create the cluster again.',
      cause: error,
    })
  }
  if (!isAwsError(error, ...refusals)) return error
  const [, input] = inputsByWords.find(([pattern]) => pattern.test(words)) ?? []
  const where = inputs.service === undefined ? '' : `, or what the service ${inputs.service} has`
  return inputError({
    message: `${input === undefined ? '' : `Input ${input}: `}ECS refuses to run the task: ${words}`,
    remedy: `Correct ${input ?? 'what ECS names'}${where}; nothing was started.`,
    cause: error,
  })
}

function inputError(told: Omit<ConstructorParameters<typeof ActionError>[0], 'code'>): ActionError {
  return new ActionError({ code: 'input', ...told })
}

/** What AWS itself says is at the end of the causes. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : wordsOf(error.cause)
}
