export { describeDeath, diagnoseDeaths, diagnoseEvents, type Diagnosis } from './diagnose.ts'
export { findRepeatedDeath, groupDeaths, isRepeatable, type DeathGroup } from './group.ts'
export {
  diagnoseUnhealthy,
  diagnoseWaiting,
  type Hanging,
  type TargetVerdict,
} from './living-tasks.ts'
export { readLogTail, type LogTail } from './log-tail.ts'
export { isEndTold, listLivingTasks, listStoppedTasks } from './stopped-tasks.ts'
export { deathOf, type TaskDeath } from './task-death.ts'
