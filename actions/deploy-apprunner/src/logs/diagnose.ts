import type { FailureCode } from '@deploy-actions/action-kit'
import { explainExitCode } from '@deploy-actions/ecs'

/** Why an operation failed, by what App Runner wrote. */
export interface Diagnosis {
  readonly code: FailureCode
  /** What happened, as the rest of a sentence; undefined where the events do not say. */
  readonly because: string | undefined
  readonly remedy: string
}

interface Class {
  readonly pattern: RegExp
  readonly code: FailureCode
  readonly remedy: string
}

/** What App Runner says of the end of an application, whose code tells more. */
const exitCode = /container exit code: (\d+)/i

/**
 * By the words of the event log, the surest first: causes stand before what follows from them.
 * https://github.com/aws/apprunner-roadmap/issues/46, 110, 127, 143, 210; https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html
 */
const classes: readonly Class[] = [
  {
    pattern: /invalid access role|valid access role|assuming access role/i,
    code: 'image',
    remedy:
      'See that the image is there, and that the access role may pull it: build.apprunner.amazonaws.com may assume it, and it has AWSAppRunnerServicePolicyForECRAccess.',
  },
  {
    pattern: /failed to (?:copy|pull)\b.*\bimage|image\b.*\bnot found|manifest unknown/i,
    code: 'image',
    remedy:
      'See that the image is there and for linux/amd64, and that the access role may pull it (AWSAppRunnerServicePolicyForECRAccess).',
  },
  {
    pattern: /(?:fail|unable|error|cannot|could not|denied).*(?:\bsecrets?\b|parameters?\b)/i,
    code: 'secret',
    remedy:
      'See that secrets and parameters are there with the keys that are named, and that the instance role may read them.',
  },
  {
    pattern: /\bout of memory\b|\boom\b|container exit code: 137\b/i,
    code: 'oom',
    remedy:
      'Raise memory, or let the application use less: what is killed from outside, was mostly killed for its memory.',
  },
  {
    pattern: /container exit code: \d+|application stopped or failed to start/i,
    code: 'crash',
    remedy:
      'Read the last lines of the application and mend what it complains about: it ended by itself, and would again.',
  },
  {
    pattern: /health check failed/i,
    code: 'container-health',
    remedy:
      'See that the application listens on the port of the service, on 0.0.0.0, and answers health-check-path with 200 in time; raise health-check-unhealthy-threshold or health-check-interval for one that starts slowly.',
  },
]

const unknown = {
  code: 'service-error',
  remedy:
    'Look at the events and the output of the application above, and at the service in the console.',
} as const

/** Finds the class of failures that one of the events fits, and with it what to do. */
export function diagnose(events: readonly string[]): Diagnosis {
  // Events that say what went well name images and paths, in which any word may stand.
  const telling = events.filter(
    (line) => !/^(?:pulling|performing|successfully|starting)\b/i.test(line),
  )
  for (const { pattern, code, remedy } of classes) {
    // What comes later only repeats it.
    const line = telling.find((one) => pattern.test(one))
    if (line !== undefined) return { code, because: sentenceOf(line), remedy }
  }
  return { ...unknown, because: undefined }
}

/** What stands before the reason: the operation is named by its id already. */
const prefix = /^Deployment with ID ?: ?\S+ failed\. Failure reason ?: ?(?=\S)/i

/** The event, with what its exit code means. */
function sentenceOf(line: string): string {
  const code = exitCode.exec(line)?.[1]
  const meaning = code === undefined ? '' : explainExitCode(Number(code))
  return `${line.trim().replace(prefix, '').replaceAll(/ {2,}/g, ' ').replace(/\.$/, '')}${meaning}`
}
