/** Why a task cannot start, in the words of ECS's agent (facts of real stopped reasons). */
export interface StartFault {
  readonly reason: string
  /** The container whose own reason it is as well. */
  readonly container?: string
  /** What that container says, where it says more than the task. */
  readonly containerReason?: string
}
