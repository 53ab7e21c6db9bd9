export { describeDeath, diagnoseDeaths, diagnoseEvents, type Diagnosis } from './diagnose.ts'
export { explainExitCode } from './exit-codes.ts'
export { findRepeatedDeath, groupDeaths, isRepeatable, type DeathGroup } from './group.ts'
export {
  diagnoseUnhealthy,
  diagnoseWaiting,
  type Hanging,
  type TargetVerdict,
} from './living-tasks.ts'
export { placeOfLog, type ContainerOfTask, type LogObstacle, type LogPlace } from './log-place.ts'
export { reasonKinds, type ReasonKind } from './kinds.ts'
export { readableLines } from './log-stream.ts'
export { quoteLog, readLogTail, type LogTail } from './log-tail.ts'
export { redact } from './redact.ts'
export { explainReason, type ExplainedReason } from './reason-classes.ts'
export { isEndTold, listLivingTasks, listStoppedTasks } from './stopped-tasks.ts'
export { deathOf, type TaskDeath } from './task-death.ts'
