import {
  DescribeTasks$,
  DesiredStatus,
  LaunchType,
  ListTasks$,
  RunTask$,
  StopTask$,
  type DescribeTasksRequest,
  type DescribeTasksResponse,
  type Failure,
  type ListTasksRequest,
  type ListTasksResponse,
  type RunTaskRequest,
  type RunTaskResponse,
  type StopTaskRequest,
  type StopTaskResponse,
  type Task as TaskView,
} from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { ClusterState } from '../model/clusters.ts'
import type { EcsModel } from '../model/ecs.ts'
import type { Task } from '../model/task.ts'
import { taskView } from '../views/task-view.ts'
import { checkValues } from './check-values.ts'
import { atMost, pageOf } from './paging.ts'
import { runTask } from './run-task.ts'

const describedAtOnce = 100

/** Run, stop, describe and list tasks. */
export function taskOperations(model: EcsModel): readonly Operation[] {
  const { cloud, clusters } = model
  return [
    operation(ListTasks$, (input: ListTasksRequest) => listTasks(model, input)),
    operation(DescribeTasks$, (input: DescribeTasksRequest) => describeTasks(model, input)),
    operation(RunTask$, (input: RunTaskRequest): RunTaskResponse => {
      const { tasks, failures } = runTask(model, input)
      return { tasks: tasks.map((task) => taskView(task, cloud, true)), failures: [...failures] }
    }),
    operation(StopTask$, (input: StopTaskRequest): StopTaskResponse => {
      const task = findTask(clusters.require(input.cluster), input.task ?? '')
      if (task === undefined) {
        throw new AwsError('InvalidParameterException', 'The referenced task was not found.')
      }
      task.stop('UserInitiated', input.reason ?? 'Task stopped by user')
      return { task: taskView(task, cloud, false) }
    }),
  ]
}

function listTasks({ clusters }: EcsModel, input: ListTasksRequest): ListTasksResponse {
  const cluster = clusters.require(input.cluster)
  const { serviceName, startedBy, family, launchType, desiredStatus = 'RUNNING' } = input
  if (startedBy !== undefined && (serviceName !== undefined || family !== undefined)) {
    throw new AwsError('InvalidParameterException', 'startedBy must be the only filter.')
  }
  checkValues('desiredStatus', [desiredStatus], DesiredStatus)
  checkValues('launchType', [launchType], LaunchType)
  const service = serviceName === undefined ? undefined : clusters.findService(cluster, serviceName)
  if (serviceName !== undefined && service === undefined) {
    throw new AwsError('ServiceNotFoundException', 'Service not found.')
  }
  const arns = [...(service?.tasks ?? cluster.tasks.values())]
    .filter((task) => task.desiredStatus === desiredStatus)
    .filter(({ request }) => startedBy === undefined || request.startedBy === startedBy)
    .filter(({ request }) => family === undefined || request.definition.family === family)
    .filter(({ request }) => launchType === undefined || request.launchType === launchType)
    .map(({ arn }) => arn)
  const { items, nextToken } = pageOf(arns, input)
  return { taskArns: items, nextToken }
}

function describeTasks(
  { clusters, cloud }: EcsModel,
  input: DescribeTasksRequest,
): DescribeTasksResponse {
  const cluster = clusters.require(input.cluster)
  atMost(input.tasks, describedAtOnce, 'tasks')
  const tasks: TaskView[] = []
  const failures: Failure[] = []
  for (const reference of input.tasks ?? []) {
    const task = findTask(cluster, reference)
    const isArn = reference.startsWith('arn:')
    if (task === undefined) {
      const arn = isArn ? reference : cloud.arns.of('ecs', `task/${cluster.name}/${reference}`)
      failures.push({ arn, reason: 'MISSING' })
    } else tasks.push(taskView(task, cloud, input.include?.includes('TAGS') ?? false))
  }
  return { tasks, failures }
}

function findTask(cluster: ClusterState, reference: string): Task | undefined {
  const task = cluster.tasks.get(reference.slice(reference.lastIndexOf('/') + 1))
  return reference.startsWith('arn:') && task?.arn !== reference ? undefined : task
}
