import type { TaskDeath } from '../diagnosis/index.ts'
import type { RolloutState } from './state.ts'
import type { TrackedRollout } from './track.ts'

/** Something new about a rollout. */
export type RolloutNews =
  | { readonly kind: 'event'; readonly id: string; readonly at: number; readonly message: string }
  | { readonly kind: 'death'; readonly death: TaskDeath }
  /** Something that would have told more, and that the role may not read. */
  | { readonly kind: 'not-read'; readonly why: string }
  | {
      readonly kind: 'state'
      readonly before: RolloutState | undefined
      readonly state: RolloutState
    }

/** What to watch, and who hears the news. */
export interface WatcherOptions {
  readonly rollout: TrackedRollout
  /** Containers whose end ends a task. */
  readonly essential: ReadonlySet<string>
  readonly onNews: (news: RolloutNews) => void
}
