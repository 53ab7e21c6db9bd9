import type { AppRunnerModel } from '../apprunner/model/app-runner.ts'
import { logGroupOf } from '../apprunner/model/event-log.ts'
import type { AppRunnerService } from '../apprunner/model/service.ts'
import type { SourcedWorld } from './load-world.ts'

/** Throws a WorldError where a service of App Runner has not become what the world says it is. */
export function checkAppRunner({ world, source }: SourcedWorld, model: AppRunnerModel): void {
  world.appRunner?.services?.forEach(({ status = 'RUNNING' }, index) => {
    const service = model.services.all[index]
    if (service === undefined || service.status === status) return
    const problem =
      `The service ${service.name} does not become ${status}: it is ${service.status}. ` +
      `Its last events: ${lastEvents(model, service)}`
    throw source.error(['appRunner', 'services', index], problem)
  })
}

function lastEvents({ cloud }: AppRunnerModel, service: AppRunnerService): string {
  const group = cloud.logs.groups.get(logGroupOf(service, 'service'))
  const events = group?.streams.get('events')?.arrived(cloud.timeline.nowMs()) ?? []
  return events
    .slice(-4)
    .map(({ message }) => message)
    .join(' ')
}
