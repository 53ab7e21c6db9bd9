import {
  DescribeService$,
  ListOperations$,
  ListServices$,
  type DescribeServiceRequest,
  type DescribeServiceResponse,
  type ListOperationsRequest,
  type ListOperationsResponse,
  type ListServicesRequest,
  type ListServicesResponse,
} from '@aws-sdk/client-apprunner'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { AppRunnerModel } from '../model/app-runner.ts'
import { pageOf } from '../paging.ts'
import { operationSummary, serviceSummary, serviceView } from '../service-view.ts'

/** The API reference says how many of a kind a page holds at most. */
const mostServices = 20
const mostOperations = 20

/** Describe services, and list them and what was done to them. */
export function readOperations(model: AppRunnerModel): readonly Operation[] {
  const { services } = model
  return [
    operation(
      DescribeService$,
      ({ ServiceArn }: DescribeServiceRequest): DescribeServiceResponse => ({
        Service: serviceView(model, services.require(ServiceArn)),
      }),
    ),
    operation(ListServices$, (input: ListServicesRequest): ListServicesResponse => {
      const { items, NextToken } = pageOf(services.existing, input, mostServices)
      return { ServiceSummaryList: items.map(serviceSummary), NextToken }
    }),
    operation(ListOperations$, (input: ListOperationsRequest): ListOperationsResponse => {
      const service = services.require(input.ServiceArn)
      const { items, NextToken } = pageOf(service.operations, input, mostOperations)
      return {
        OperationSummaryList: items.map((one) => operationSummary(service, one)),
        NextToken,
      }
    }),
  ]
}
