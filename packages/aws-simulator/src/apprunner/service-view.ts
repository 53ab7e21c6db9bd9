import type {
  AutoScalingConfigurationSummary,
  OperationSummary,
  Service,
  ServiceSummary,
} from '@aws-sdk/client-apprunner'
import type { AppRunnerModel } from './model/app-runner.ts'
import type { OperationState } from './model/operation-state.ts'
import type { Revision } from './model/revisions.ts'
import type { AppRunnerService } from './model/service.ts'
import { defaultAutoScaling } from './model/shared-configurations.ts'

/** A service as CreateService, DescribeService and the others answer it. */
export function serviceView(model: AppRunnerModel, service: AppRunnerService): Service {
  const { configuration, kmsKey } = service
  const { source, instance, healthCheck, network, observability } = configuration
  return {
    ...identity(service),
    DeletedAt: service.deletedAt,
    SourceConfiguration: source,
    InstanceConfiguration: instance,
    HealthCheckConfiguration: healthCheck,
    NetworkConfiguration: network,
    ObservabilityConfiguration: observability,
    AutoScalingConfigurationSummary: autoScalingOf(model, service),
    ...(kmsKey !== undefined && { EncryptionConfiguration: { KmsKey: kmsKey } }),
  }
}

/** A service as ListServices answers it. */
export function serviceSummary(service: AppRunnerService): ServiceSummary {
  return identity(service)
}

/** An operation as ListOperations answers it. */
export function operationSummary(
  { arn }: AppRunnerService,
  operation: OperationState,
): OperationSummary {
  const { id, type, status, startedAt, updatedAt, endedAt } = operation
  return {
    Id: id,
    Type: type,
    Status: status,
    TargetArn: arn,
    StartedAt: startedAt,
    UpdatedAt: updatedAt,
    EndedAt: endedAt,
  }
}

/** An auto scaling configuration as it stands beside a service, and in lists. */
export function autoScalingSummary(
  model: AppRunnerModel,
  one: Revision<unknown>,
): AutoScalingConfigurationSummary {
  const isUsed = model.services.existing.some(
    ({ configuration }) => autoScalingRevision(model, configuration)?.arn === one.arn,
  )
  return {
    AutoScalingConfigurationArn: one.arn,
    AutoScalingConfigurationName: one.name,
    AutoScalingConfigurationRevision: one.revision,
    Status: one.isActive ? 'ACTIVE' : 'INACTIVE',
    CreatedAt: one.createdAt,
    HasAssociatedService: isUsed,
    IsDefault: one.name === defaultAutoScaling,
  }
}

function identity(service: AppRunnerService) {
  return {
    ServiceName: service.name,
    ServiceId: service.id,
    ServiceArn: service.arn,
    ServiceUrl: service.url,
    CreatedAt: service.createdAt,
    UpdatedAt: service.updatedAt,
    Status: service.status,
  }
}

function autoScalingOf(
  model: AppRunnerModel,
  { configuration }: AppRunnerService,
): AutoScalingConfigurationSummary {
  const found = autoScalingRevision(model, configuration)
  return found === undefined ? {} : autoScalingSummary(model, found)
}

function autoScalingRevision(
  { shared, cloud }: AppRunnerModel,
  { autoScalingConfigurationArn }: AppRunnerService['configuration'],
) {
  const ofDefault = cloud.arns.of('apprunner', `autoscalingconfiguration/${defaultAutoScaling}`)
  return shared.autoScaling.find(autoScalingConfigurationArn ?? ofDefault)
}
