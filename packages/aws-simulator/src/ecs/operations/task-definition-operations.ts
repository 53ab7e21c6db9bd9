import {
  DeregisterTaskDefinition$,
  DescribeTaskDefinition$,
  ListTaskDefinitionFamilies$,
  ListTaskDefinitions$,
  RegisterTaskDefinition$,
  type DeregisterTaskDefinitionRequest,
  type DeregisterTaskDefinitionResponse,
  type DescribeTaskDefinitionRequest,
  type DescribeTaskDefinitionResponse,
  type ListTaskDefinitionFamiliesRequest,
  type ListTaskDefinitionFamiliesResponse,
  type ListTaskDefinitionsRequest,
  type ListTaskDefinitionsResponse,
  type RegisterTaskDefinitionRequest,
  type RegisterTaskDefinitionResponse,
} from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { EcsModel } from '../model/ecs.ts'
import type { TaskDefinitions } from '../model/task-definitions.ts'
import { checkTaskDefinition } from '../task-definition/check-task-definition.ts'
import { taskDefinitionView } from '../views/task-definition-view.ts'
import { pageOf } from './paging.ts'

/** Register, describe, list and deregister task definitions. */
export function taskDefinitionOperations(model: EcsModel): readonly Operation[] {
  const { taskDefinitions, cloud } = model
  return [
    operation(
      RegisterTaskDefinition$,
      (input: RegisterTaskDefinitionRequest): RegisterTaskDefinitionResponse => {
        checkTaskDefinition(input)
        const state = taskDefinitions.register(input)
        return { taskDefinition: taskDefinitionView(state, cloud.arns), tags: [...state.tags] }
      },
    ),
    operation(
      DescribeTaskDefinition$,
      (input: DescribeTaskDefinitionRequest): DescribeTaskDefinitionResponse => {
        const state = taskDefinitions.find(input.taskDefinition ?? '')
        if (state === undefined) throw unableToDescribe()
        const withTags = input.include?.includes('TAGS') ?? false
        return {
          taskDefinition: taskDefinitionView(state, cloud.arns),
          tags: withTags ? [...state.tags] : [],
        }
      },
    ),
    operation(
      DeregisterTaskDefinition$,
      (input: DeregisterTaskDefinitionRequest): DeregisterTaskDefinitionResponse => {
        const reference = input.taskDefinition ?? ''
        if (!/:\d+$/.test(reference)) {
          throw new AwsError('ClientException', `Invalid revision number. Number: ${reference}`)
        }
        const state = taskDefinitions.find(reference)
        if (state === undefined) throw unableToDescribe()
        taskDefinitions.deregister(state)
        return { taskDefinition: taskDefinitionView(state, cloud.arns) }
      },
    ),
    operation(ListTaskDefinitions$, (input: ListTaskDefinitionsRequest) =>
      listTaskDefinitions(taskDefinitions, input),
    ),
    operation(ListTaskDefinitionFamilies$, (input: ListTaskDefinitionFamiliesRequest) =>
      listFamilies(taskDefinitions, input),
    ),
  ]
}

function listTaskDefinitions(
  taskDefinitions: TaskDefinitions,
  input: ListTaskDefinitionsRequest,
): ListTaskDefinitionsResponse {
  const { familyPrefix, status = 'ACTIVE', sort = 'ASC' } = input
  const arns = taskDefinitions
    .families()
    .filter((family) => familyPrefix === undefined || family === familyPrefix)
    .flatMap((family) => taskDefinitions.revisions(family))
    .filter((state) => state.status === status)
    .map(({ arn }) => arn)
  const { items, nextToken } = pageOf(sort === 'DESC' ? arns.toReversed() : arns, input)
  return { taskDefinitionArns: items, nextToken }
}

function listFamilies(
  taskDefinitions: TaskDefinitions,
  input: ListTaskDefinitionFamiliesRequest,
): ListTaskDefinitionFamiliesResponse {
  const { familyPrefix = '', status = 'ACTIVE' } = input
  const families = taskDefinitions.families().filter((family) => {
    const isActive = taskDefinitions.find(family) !== undefined
    const hasStatus = status === 'ALL' || isActive === (status === 'ACTIVE')
    return family.startsWith(familyPrefix) && hasStatus
  })
  const { items, nextToken } = pageOf(families, input)
  return { families: items, nextToken }
}

function unableToDescribe(): AwsError {
  return new AwsError('ClientException', 'Unable to describe task definition.')
}
