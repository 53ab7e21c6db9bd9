import type { FailureCode } from '@deploy-actions/action-kit'

/** What to do about each class of death; the others share one general word. */
const remedies: Partial<Record<FailureCode, string>> = {
  oom: 'Raise memory (of the container, or of the task with a matching cpu), or find what uses it.',
  image:
    'Check that the image is in the registry under this very reference and for the platform of the task, that the execution role may pull it, and that the subnets reach the registry.',
  secret:
    'Check that the secret exists with this key and holds a JSON object, that the execution role may read it, and that the subnets reach AWS Secrets Manager or SSM.',
  'container-health':
    'Run the health check command in the image; when the application only needs longer to start, raise startPeriod.',
  'load-balancer-health':
    'Compare path, port and expected status of the target group with what the application answers; when it only needs longer to start, raise the health check grace period.',
  capacity: 'Run the step again later, or allow further availability zones or capacity providers.',
  'access-denied': "Add the permission named above to the task's execution role.",
}

/** What exit codes mean by convention of shells and kernels. */
const exitCodes: Readonly<Record<number, string>> = {
  0: 'it ended without an error; a service has to keep running',
  126: 'the command is there and cannot be executed',
  127: 'the command was not found in the image',
  134: 'it aborted (SIGABRT)',
  137: 'it was killed (SIGKILL)',
  139: 'it crashed with a segmentation fault (SIGSEGV)',
  143: 'it was terminated (SIGTERM)',
}

/** What an exit code means, in parentheses, or nothing where it is the application's own. */
export function explainExitCode(exitCode: number): string {
  const meaning = exitCodes[exitCode]
  return meaning === undefined ? '' : ` (${meaning})`
}

/** What the user can do about a failure of this class. */
export function remedyFor(code: FailureCode, container = 'the container'): string {
  if (code === 'crash') {
    return `Read the last lines of ${container} and mend what it complains about; the same image with the same settings fails the same way when it is started by hand.`
  }
  return (
    remedies[code] ??
    'Look at the reason that ECS gives above; when it is transient, run the step again.'
  )
}
