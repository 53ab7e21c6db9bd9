export { gatherEvidence, type Digests, type Evidence } from './evidence.ts'
export { goBack, type GoBackEnd } from './go-back.ts'
export { elapsedColumn, eventLine, progressLine } from './progress.ts'
export { lastSuccessfulDefinition } from './running-definition.ts'
export { getService, type ServiceReference } from './service.ts'
export {
  findServiceDeployment,
  findServiceRevision,
  listServiceDeployments,
} from './service-deployments.ts'
export { findPrimary, startDeployment, type StartedDeployment } from './start.ts'
export type { RolloutState, RolloutStatus } from './state.ts'
export { requestRollback } from './stop.ts'
export { TrackedRollout } from './track.ts'
export type { RolloutNews } from './news.ts'
export { RolloutWatcher, type WatchEnd } from './watch.ts'
export { waitForRollback } from './wait-for-rollback.ts'
