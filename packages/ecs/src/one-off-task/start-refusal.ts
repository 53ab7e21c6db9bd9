import type { Failure } from '@aws-sdk/client-ecs'
import type { FailureCode } from '@deploy-actions/action-kit'
import { isAwsError } from '@deploy-actions/aws'
import { explainReason } from '../diagnosis/index.ts'
import { mayPass } from './passing.ts'

/** Why ECS started no task, and what to do about it. */
export interface StartRefusal {
  /** In the words of ECS, with its details. */
  readonly text: string
  readonly code: FailureCode
  readonly remedy: string
  /** The same start may well succeed a little later. */
  readonly mayPass: boolean
}

/**
 * What an entry of `failures` means, which ECS gives with HTTP 200.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
 */
export function refusalOf({ reason = 'no reason given', detail }: Failure): StartRefusal {
  return refusalIn(detail ? `${reason} (${detail})` : reason)
}

/** The refusal in an exception of RunTask that tells of a lack that may pass; undefined for all others. */
export function findPassingRefusal(error: unknown): StartRefusal | undefined {
  if (!isAwsError(error, 'ClientException', 'InvalidParameterException')) return undefined
  const refusal = refusalIn(wordsOf(error))
  return refusal.mayPass ? refusal : undefined
}

function refusalIn(text: string): StartRefusal {
  const { kind, code, remedy } = explainReason(text)
  return { text, code, remedy, mayPass: mayPass(kind) }
}

/** What AWS itself says is at the end of the causes. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : wordsOf(error.cause)
}
