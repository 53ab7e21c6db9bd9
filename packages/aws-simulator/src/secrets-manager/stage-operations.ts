import {
  UpdateSecretVersionStage$,
  type UpdateSecretVersionStageRequest,
  type UpdateSecretVersionStageResponse,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import { current, type Secret } from '../cloud/secret.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { requireWritable } from './find-secret.ts'
import { invalidParameter, noSuchValue } from './refusals.ts'

/** Moves a staging label: a compare-and-swap, since whoever moves it says where it was. */
export function stageOperations({ secrets, timeline }: Cloud): readonly Operation[] {
  return [
    operation(
      UpdateSecretVersionStage$,
      (input: UpdateSecretVersionStageRequest): UpdateSecretVersionStageResponse => {
        const secret = requireWritable(secrets, input.SecretId)
        const { VersionStage: stage = '', MoveToVersionId: to, RemoveFromVersionId: from } = input
        checkHolder(secret, { stage, from, to })
        if (to !== undefined && secret.findVersion(to) === undefined) {
          throw noSuchValue('VersionId', to)
        }
        if (to === undefined && stage === current) {
          throw invalidParameter(
            "You can only move staging label AWSCURRENT to a different secret version. It can't be completely removed.",
          )
        }
        secret.move(stage, to)
        secret.lastChangedDate = timeline.now()
        return { ARN: secret.arn, Name: secret.name }
      },
    ),
  ]
}

/** The version that has the label must be named, and no other may be; naming it as the goal is enough. */
function checkHolder(
  secret: Secret,
  { stage, from, to }: { stage: string; from: string | undefined; to: string | undefined },
): void {
  const holder = secret.versionIn(stage)
  if (holder?.id === from) return
  if (holder === undefined) {
    throw invalidParameter(
      `You can't remove the staging label ${stage} from the version ${from}, because it isn't attached to that version.`,
    )
  }
  if (from === undefined && holder.id === to) return
  const problem = from === undefined ? "can't be empty" : `${from} is wrong`
  throw invalidParameter(
    `The parameter RemoveFromVersionId ${problem}. Staging label ${stage} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
  )
}
