import type { ReasonKind } from '../../src/diagnosis/kinds.ts'

/** Words that ECS, its agents and schedulers were seen to use, and where. */
export interface RecordedReason {
  readonly kind: ReasonKind
  readonly words: string
  readonly seenAt: string
}
