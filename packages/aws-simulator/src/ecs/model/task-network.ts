import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import { fullReference } from '../../registry/model/reference.ts'
import type { TaskRequest } from './task-request.ts'
import type { StartFault } from './task-resources.ts'

/** How long the agent tries to reach what it cannot reach. */
export const unreachableMs = 120_000

const prefix = 'ResourceInitializationError: unable to pull secrets or registry auth: '
const timedOut =
  'RequestCanceled: request context canceled caused by: context deadline exceeded. ' +
  'Please check your task network configuration.'

/**
 * Finds why a task without a way out of its subnet cannot start: it reaches no secret, no registry. It is
 * the first call that says so.
 */
export function findRouteFault(request: TaskRequest, cloud: Cloud): StartFault | undefined {
  const { networkConfiguration, definition } = request
  if (networkConfiguration === undefined || cloud.routes.leadOut(networkConfiguration)) {
    return undefined
  }
  const containers = definition.content.containerDefinitions ?? []
  const secret = containers.flatMap(({ secrets = [] }) => secrets)[0]
  if (secret !== undefined) return { reason: prefix + secretTimeout(secret.valueFrom ?? '') }
  const [first] = containers
  return first === undefined ? undefined : imageTimeout(first, cloud.arns.region)
}

function secretTimeout(valueFrom: string): string {
  const retrieval = 'execution resource retrieval failed: unable to retrieve '
  return valueFrom.includes(':secretsmanager:')
    ? `${retrieval}secret from asm: service call has been retried 5 time(s): failed to fetch secret ` +
        `${valueFrom.split(':').slice(0, 7).join(':')} from secrets manager: ${timedOut}`
    : `${retrieval}secrets from ssm: service call has been retried 5 time(s): ${timedOut}`
}

function imageTimeout({ name = '', image = '' }: ContainerDefinition, region: string): StartFault {
  if (/\.dkr\.ecr\./.test(image)) {
    const dial = `Post "https://api.ecr.${region}.amazonaws.com/": dial tcp 52.46.149.12:443: i/o timeout`
    return {
      reason:
        `${prefix}The task cannot pull registry auth from Amazon ECR: There is a connection issue between ` +
        'the task and Amazon ECR. Check your task network configuration. RequestError: send request ' +
        `failed caused by: ${dial}`,
    }
  }
  const reference = fullReference(image)
  const [host = ''] = reference.split('/')
  const reason =
    'CannotPullContainerError: ref pull has been retried 5 time(s): failed to resolve reference ' +
    `"${reference}": failed to do request: Head "https://${host}/v2/": dial tcp 34.205.13.154:443: i/o timeout`
  return { reason, container: name }
}
