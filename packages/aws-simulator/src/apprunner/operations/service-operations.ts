import {
  CreateService$,
  DeleteService$,
  PauseService$,
  ResumeService$,
  StartDeployment$,
  UpdateService$,
  type CreateServiceRequest,
  type CreateServiceResponse,
  type DeleteServiceRequest,
  type DeleteServiceResponse,
  type PauseServiceRequest,
  type PauseServiceResponse,
  type ResumeServiceRequest,
  type ResumeServiceResponse,
  type Service,
  type ServiceStatus,
  type StartDeploymentRequest,
  type StartDeploymentResponse,
  type UpdateServiceRequest,
  type UpdateServiceResponse,
} from '@aws-sdk/client-apprunner'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { AppRunnerModel } from '../model/app-runner.ts'
import { newConfiguration, updatedConfiguration } from '../model/configuration.ts'
import type { OperationState } from '../model/operation-state.ts'
import type { AppRunnerService } from '../model/service.ts'
import { invalidRequest, invalidState } from '../refusals.ts'
import { serviceView } from '../service-view.ts'
import { checkConfiguration } from './check-configuration.ts'
import { checkGiven, checkServiceName } from './check-given.ts'
import { checkTags } from './check-tags.ts'

/** What is done to services, minute-long operations all of them. */
export function serviceOperations(model: AppRunnerModel): readonly Operation[] {
  const { services, lifecycle } = model
  return [
    operation(CreateService$, (input: CreateServiceRequest): CreateServiceResponse =>
      createService(model, input),
    ),
    operation(UpdateService$, (input: UpdateServiceRequest): UpdateServiceResponse =>
      updateService(model, input),
    ),
    operation(
      StartDeployment$,
      ({ ServiceArn }: StartDeploymentRequest): StartDeploymentResponse => {
        const service = services.require(ServiceArn)
        if (service.status !== 'RUNNING') throw notRunning()
        return { OperationId: lifecycle.deploy(service).id }
      },
    ),
    operation(PauseService$, ({ ServiceArn }: PauseServiceRequest): PauseServiceResponse => {
      const service = inState(services.require(ServiceArn), 'paused', ['RUNNING'])
      return begun(model, service, lifecycle.pause(service))
    }),
    operation(ResumeService$, ({ ServiceArn }: ResumeServiceRequest): ResumeServiceResponse => {
      const service = inState(services.require(ServiceArn), 'resumed', ['PAUSED'])
      return begun(model, service, lifecycle.resume(service))
    }),
    operation(DeleteService$, ({ ServiceArn }: DeleteServiceRequest): DeleteServiceResponse => {
      const states = ['RUNNING', 'PAUSED', 'CREATE_FAILED', 'DELETE_FAILED'] as const
      const service = inState(services.require(ServiceArn), 'deleted', states)
      return begun(model, service, lifecycle.delete(service))
    }),
  ]
}

/** Creates a service; a world may say what App Runner would choose. */
export function createService(
  model: AppRunnerModel,
  input: CreateServiceRequest,
  chosen: { readonly id?: string | undefined; readonly subdomain?: string | undefined } = {},
): CreateServiceResponse {
  const { ServiceName: name = '', Tags: tags = [], EncryptionConfiguration } = input
  checkServiceName(name)
  checkTags(tags)
  checkGiven(input)
  const configuration = newConfiguration(input, model.cloud.arns)
  checkConfiguration(model, configuration)
  const kmsKey = EncryptionConfiguration?.KmsKey
  const service = model.services.add({ name, tags, configuration, kmsKey, ...chosen })
  return begun(model, service, model.lifecycle.create(service))
}

function updateService(model: AppRunnerModel, input: UpdateServiceRequest): UpdateServiceResponse {
  const states = ['RUNNING', 'PAUSED', 'CREATE_FAILED'] as const
  const service = inState(model.services.require(input.ServiceArn), 'updated', states)
  checkGiven(input)
  const { arns } = model.cloud
  const configuration = updatedConfiguration(service.configuration, input, arns)
  checkConfiguration(model, configuration)
  return begun(model, service, model.lifecycle.update(service, configuration))
}

/** The words of the service, as callers of StartDeployment have published them. */
function notRunning() {
  return invalidRequest(
    "Can't start a deployment on the specified service, because it isn't in RUNNING state",
  )
}

function inState(
  service: AppRunnerService,
  participle: string,
  allowed: readonly ServiceStatus[],
): AppRunnerService {
  if (allowed.includes(service.status)) return service
  throw invalidState(participle, service.status)
}

function begun(
  model: AppRunnerModel,
  service: AppRunnerService,
  { id }: OperationState,
): { Service: Service; OperationId: string } {
  return { Service: serviceView(model, service), OperationId: id }
}
