import type { FailureCode } from '@deploy-actions/action-kit'
import { healthClasses, memoryClasses, startClasses } from './classes/containers.ts'
import { hostClasses } from './classes/hosts.ts'
import { imageClasses } from './classes/images.ts'
import { logClasses } from './classes/logs.ts'
import { permissionClasses } from './classes/permissions.ts'
import { findClass, remedyFor, unknownRemedy, type ReasonClass } from './classes/reason-class.ts'
import { resourceClasses } from './classes/resources.ts'
import { secretClasses } from './classes/secrets.ts'
import { reasonKinds, type ReasonKind } from './kinds.ts'
import { plainText } from './plain-text.ts'

/**
 * Why a task stopped. The first row that matches decides, so the narrower ones stand above the wider.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const taskClasses: readonly ReasonClass[] = [
  ...memoryClasses,
  ...permissionClasses,
  ...resourceClasses,
  ...logClasses,
  ...imageClasses,
  ...secretClasses,
  ...healthClasses,
  ...startClasses,
  ...hostClasses,
]

/** The class of a reason in the words of ECS, or undefined where none of them is in it. */
export function classifyReason(reason: string): ReasonClass | undefined {
  return findClass(taskClasses, plainText(reason))
}

/** What a reason in the words of ECS comes to. */
export interface ExplainedReason {
  readonly kind: ReasonKind
  readonly code: FailureCode
  readonly remedy: string
}

/** What a reason means and what to do about it, where nothing but its words is known; `unknown` for one of no class. */
export function explainReason(text: string): ExplainedReason {
  const found = classifyReason(text)
  const kind = found?.kind ?? 'unknown'
  const remedy = found === undefined ? unknownRemedy : remedyFor(found, { text })
  return { kind, code: reasonKinds[kind].code, remedy }
}
