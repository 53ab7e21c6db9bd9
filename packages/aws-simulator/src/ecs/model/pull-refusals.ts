import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Cloud } from '../../cloud/cloud.ts'
import { isOpen } from '../../ecr/ecr-registry.ts'
import { ecrNeeds } from '../../ecr/permissions.ts'
import { parseEcrHost } from '../../registry/model/ecr-host.ts'
import type { ImageReference } from '../../registry/model/reference.ts'
import { knowsUser } from '../../registry/model/registry-hosts.ts'
import { rateLimitMessage } from '../../registry/server/rate-limited.ts'
import { executionRefusal, type ExecutionRole } from './execution-role.ts'
import { credentialsOf } from './registry-auth.ts'

/** An image that is to be pulled, and who pulls it. */
export interface Pull {
  readonly definition: ContainerDefinition
  readonly reference: ImageReference
  readonly role: ExecutionRole
}

/** Why a registry does not let a container's image be pulled, in the agent's words; it may lack it besides. */
export function findPullRefusal(cloud: Cloud, pull: Pull): string | undefined {
  const { host, name, tag = 'latest', digest } = pull.reference
  const { isUnreachable, rateLimit } = cloud.registries.get(host)
  const version = digest ?? tag
  const full = `${host}/${name}${digest === undefined ? ':' : '@'}${version}`
  const url = `https://${host}/v2/${name}/manifests/${version}`
  const failed = `failed to resolve ref ${full}: `
  if (isUnreachable) {
    return (
      `ref pull has been retried 5 time(s): ${failed}failed to do request: ` +
      `Head "${url}": dial tcp 203.0.113.10:443: i/o timeout`
    )
  }
  const permission = permissionOf(cloud, pull)
  if (permission === 'forbidden') {
    return (
      `pull image manifest has been retried 1 time(s): ${failed}pulling from host ${host} ` +
      `failed with status code [manifests ${version}]: 403 Forbidden`
    )
  }
  if (permission === 'denied') {
    return (
      `pull image manifest has been retried 1 time(s): ${failed}pull access denied, repository ` +
      'does not exist or may require authorization: server message: insufficient_scope: ' +
      'authorization failed'
    )
  }
  if (rateLimit === undefined || rateLimit.take('tasks', cloud.timeline.nowMs()) === 0) {
    return undefined
  }
  return (
    'ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: unexpected ' +
    `status code ${url}: 429 Too Many Requests - Server message: toomanyrequests: ${rateLimitMessage}`
  )
}

function permissionOf(cloud: Cloud, pull: Pull): 'granted' | 'forbidden' | 'denied' {
  const { host, name } = pull.reference
  if (parseEcrHost(host) !== undefined) return isForbidden(cloud, pull) ? 'forbidden' : 'granted'
  const registry = cloud.registries.get(host)
  if (registry.users.length === 0) {
    // Docker Hub does not tell what is missing from what is private.
    const isHidden = host === 'docker.io' && cloud.images.find({ host, name }) === undefined
    return isHidden ? 'denied' : 'granted'
  }
  const { username = '', password = '' } = credentialsOf(cloud, pull.definition)
  return knowsUser(registry, { username, password }) ? 'granted' : 'denied'
}

function isForbidden(cloud: Cloud, { reference, role }: Pull): boolean {
  const { host, name } = reference
  const input = { ...parseEcrHost(host), repositoryName: name }
  const needs = ['BatchGetImage', 'GetDownloadUrlForLayer'].flatMap((operation) =>
    ecrNeeds(cloud, operation, input),
  )
  if (executionRefusal(cloud, role, needs) !== undefined) return true
  const repository = cloud.images.find({ host, name })
  return repository !== undefined && !isOpen(repository, cloud, 'BatchGetImage')
}
