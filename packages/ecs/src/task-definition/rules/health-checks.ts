import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { perContainer, problemIf, type DefinitionRule } from './rule.ts'

/** Rules about when a container is healthy, and when it is started again or given up. */
export const healthRules: readonly DefinitionRule[] = [
  perContainer(healthCheck),
  perContainer(restartPolicy),
]

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const ranges = {
  interval: [5, 300],
  timeout: [2, 60],
  retries: [1, 10],
  startPeriod: [0, 300],
} as const

function healthCheck({ healthCheck: check }: ContainerDefinition): readonly Problem[] {
  if (check === undefined) return []
  return [
    ...commandProblems(check.command ?? []),
    ...(['interval', 'timeout', 'retries', 'startPeriod'] as const).flatMap((name) =>
      outOfRange(`healthCheck.${name}`, check[name], ranges[name]),
    ),
  ]
}

/** Docker takes a first word that is none of these for no check at all. */
function commandProblems([form, ...words]: readonly string[]): readonly Problem[] {
  if (form === 'NONE' || ((form === 'CMD' || form === 'CMD-SHELL') && words.length > 0)) return []
  const message =
    'must be CMD and the words of a command, or CMD-SHELL and a line for the shell, such as ["CMD-SHELL", "curl -f http://localhost/ || exit 1"]'
  return [{ path: 'healthCheck.command', message }]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html */
function restartPolicy({ restartPolicy: policy }: ContainerDefinition): readonly Problem[] {
  return [
    ...outOfRange('restartPolicy.restartAttemptPeriod', policy?.restartAttemptPeriod, [60, 1800]),
    ...problemIf(
      (policy?.ignoredExitCodes?.length ?? 0) > 50,
      'restartPolicy.ignoredExitCodes',
      'has more than 50 exit codes; allowed: up to 50',
    ),
  ]
}

/** The problem of a number that is not from the first to the second; none where it is not given. */
export function outOfRange(
  path: string,
  value: number | undefined,
  [least, most]: readonly [number, number],
): readonly Problem[] {
  const isWrong =
    value !== undefined && !(Number.isInteger(value) && value >= least && value <= most)
  return problemIf(
    isWrong,
    path,
    `is out of range; allowed: whole numbers from ${least} to ${most}`,
  )
}
