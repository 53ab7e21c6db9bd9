export { createService } from './create.ts'
export { gatherEvidence, type Digests, type Evidence } from './evidence.ts'
export { goBack, type GoBackEnd } from './go-back.ts'
export { readHistory, versionBefore, type PastVersion } from './history.ts'
export { elapsedColumn, eventLine, progressLine } from './progress.ts'
export { lastSuccessfulDefinition } from './running-definition.ts'
export { findService, getService, type ServiceReference } from './service.ts'
export { listServiceTasks } from './service-tasks.ts'
export {
  settingsChange,
  startsDeployment,
  type DeploymentSettings,
  type ServiceSettings,
  type SettingsChange,
} from './settings.ts'
export { findPrimary, startDeployment, updateService, type StartedDeployment } from './start.ts'
export type { RolloutState, RolloutStatus } from './state.ts'
export { requestRollback } from './stop.ts'
export { TrackedRollout } from './track.ts'
export type { RolloutNews } from './news.ts'
export { RolloutWatcher, type SettleEnd, type WatchEnd } from './watch.ts'
export { waitForRollback } from './wait-for-rollback.ts'
export { findInFlight, waitForDeployment } from './wait-for-deployment.ts'
