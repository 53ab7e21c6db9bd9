import { tasksOf, type DeploymentState, type ServiceState } from './service.ts'

/** How far the deployment of a service has come. */
export interface Progress {
  /** Every wanted task serves, and no other is left. */
  readonly isWhole: boolean
  /** As many tasks serve as the early success criteria ask for. */
  readonly isEnough: boolean
  /** The rollout can be called a success. */
  readonly isReady: boolean
}

/** Compares what runs with what the PRIMARY deployment is to bring. */
export function progressOf(service: ServiceState, primary: DeploymentState): Progress {
  const unstopped = [...service.tasks].filter(({ lastStatus }) => lastStatus !== 'STOPPED')
  const isOwn = ({ request }: { request: { startedBy: string | undefined } }) =>
    request.startedBy === primary.id
  const isWhole =
    unstopped.length === service.desiredCount &&
    unstopped.every((task) => task.isServing && isOwn(task))
  const isEnough = hasEarlySuccess(service, primary)
  const { sourceServiceRevisionCleanup: cleanup } =
    primary.serviceDeployment.configuration.earlySuccessCriteria ?? {}
  const isClean = cleanup === 'DEFERRED' || unstopped.every(isOwn)
  return { isWhole, isEnough, isReady: isWhole || (isEnough && isClean) }
}

/** A rollback is whole or it is none: the criteria are those of the revision that failed. */
function hasEarlySuccess(service: ServiceState, primary: DeploymentState): boolean {
  const { earlySuccessCriteria } = primary.serviceDeployment.configuration
  if (earlySuccessCriteria?.enable !== true || primary.isRollback) return false
  const { healthyPercent = 100 } = earlySuccessCriteria
  const serving = tasksOf(service, primary).filter(({ isServing }) => isServing).length
  return serving >= Math.ceil((service.desiredCount * healthyPercent) / 100)
}
