import type { Cloud } from '../../cloud/cloud.ts'
import { EcrRegistry, isOpen } from '../../ecr/ecr-registry.ts'
import { ecrNeeds } from '../../ecr/permissions.ts'
import { callerRefusal } from '../../iam/model/authorize.ts'
import { parseEcrHost } from '../model/ecr-host.ts'
import { knowsUser, type RegistryHost } from '../model/registry-hosts.ts'
import type { RegistryOperation } from '../operations.ts'
import { RegistryError } from './answers.ts'
import { parseBasic, parseBearer } from './credentials.ts'
import { readPass, type Pass } from './pass.ts'
import type { RegistryCall, Route } from './route.ts'
import type { Access } from './token-service.ts'

/** A request, and the registry that it came to. */
export interface Asked {
  readonly call: RegistryCall
  readonly route: Route
  readonly registry: RegistryHost
}

/** Throws the refusal of a registry when who asks may not do what is asked for. */
export function authorize(asked: Asked, cloud: Cloud): void {
  const { authentication } = asked.registry
  if (authentication === 'ecr') authorizeAtEcr(asked, cloud)
  else if (authentication === 'basic') authorizeByPassword(asked)
  else authorizeByToken(asked, cloud.timeline.nowMs())
}

/** What is needed for a request; for none, only to be known. */
function actionOf({ operation }: Route): 'pull' | 'push' | undefined {
  if (operation === 'PingRegistry') return undefined
  return operation === 'BeginUpload' || operation.startsWith('Push') ? 'push' : 'pull'
}

function authorizeByToken({ call, route, registry }: Asked, nowMs: number): void {
  const action = actionOf(route)
  const scope = action && `repository:${route.name}:${action === 'push' ? 'pull,push' : action}`
  const challenge = [
    `Bearer realm="${call.origin}/token"`,
    `service="${registry.host}"`,
    ...(scope === undefined ? [] : [`scope="${scope}"`]),
  ]
  const token = parseBearer(call.authorization)
  if (token === undefined) throw unauthorized(challenge.join(','))
  const pass = readPass(token, `token/${registry.host}`)
  if (pass === undefined || pass.expiresMs <= nowMs) {
    throw unauthorized([...challenge, 'error="invalid_token"'].join(','))
  }
  if (action === undefined || grants(pass, { name: route.name, action })) return
  throw unauthorized([...challenge, 'error="insufficient_scope"'].join(','))
}

function grants(
  { claims }: Pass,
  { name, action }: { readonly name: string; readonly action: string },
): boolean {
  // The token service is the only one that issues passes for this purpose.
  const access = claims as readonly Access[]
  return access.some((given) => given.name === name && given.actions.includes(action))
}

/** Whether who asks may also read the repository that a blob is to be mounted from. */
export function mayMountFrom({ call, registry }: Asked, name: string, cloud: Cloud): boolean {
  if (registry.authentication === 'token') {
    const pass = readPass(parseBearer(call.authorization) ?? '', `token/${registry.host}`)
    return pass !== undefined && grants(pass, { name, action: 'pull' })
  }
  if (registry.authentication === 'basic') return true
  const route = { operation: 'PullBlob', name, reference: '' } as const
  return findEcrRefusal({ route, registry }, cloud) === undefined
}

function authorizeByPassword({ call, route, registry }: Asked): void {
  if (registry.users.length === 0 && actionOf(route) !== 'push') return
  const user = parseBasic(call.authorization)
  if (user !== undefined && knowsUser(registry, user)) return
  throw unauthorized(`Basic realm="${registry.host}"`)
}

function authorizeAtEcr({ call, route, registry }: Asked, cloud: Cloud): void {
  const user = parseBasic(call.authorization)
  const pass = user?.username === 'AWS' ? readPass(user.password, 'ecr') : undefined
  if (pass === undefined) {
    throw unauthorized(`Basic realm="${call.origin}/",service="ecr.amazonaws.com"`)
  }
  if (pass.expiresMs <= cloud.timeline.nowMs()) {
    const message = 'Your authorization token has expired. Reauthenticate and try again.'
    throw new RegistryError('DENIED', message, { status: 403 })
  }
  // A role of another account may do there what it likes.
  if (pass.claims === parseEcrHost(registry.host)?.registryId) return
  const denied = findEcrRefusal({ route, registry, call }, cloud)
  if (denied !== undefined) throw new RegistryError('DENIED', denied, { status: 403 })
}

/** Docker is allowed what whoever logged in is allowed, by the names of the API. */
function findEcrRefusal(
  { route, registry, call }: Pick<Asked, 'route' | 'registry'> & { readonly call?: Asked['call'] },
  cloud: Cloud,
): string | undefined {
  const action = ecrActionOf(route, call?.method)
  if (action === undefined) return undefined
  const { registryId, region } = parseEcrHost(registry.host) ?? {}
  const at = { registryId, repositoryName: route.name }
  const [need] = ecrNeeds(cloud, action, { ...at, region })
  const refusal = need && callerRefusal(cloud.iam, need)
  if (refusal !== undefined) return refusal
  const repository = cloud.images.find({ host: registry.host, name: route.name })
  if (repository === undefined || isOpen(repository, cloud, action)) return undefined
  return new EcrRegistry(cloud, region).accessDenied(at, action).message
}

const ecrActions: Partial<Record<RegistryOperation, string>> = {
  PullManifest: 'BatchGetImage',
  HeadManifest: 'BatchGetImage',
  PullBlob: 'GetDownloadUrlForLayer',
  HeadBlob: 'BatchCheckLayerAvailability',
  ListTags: 'ListImages',
  BeginUpload: 'InitiateLayerUpload',
  PushManifest: 'PutImage',
}

function ecrActionOf({ operation }: Route, method: string | undefined): string | undefined {
  if (operation !== 'PushBlob') return ecrActions[operation]
  return method === 'PUT' ? 'CompleteLayerUpload' : 'UploadLayerPart'
}

function unauthorized(challenge: string): RegistryError {
  return new RegistryError('UNAUTHORIZED', 'authentication required', {
    status: 401,
    headers: { 'WWW-Authenticate': challenge },
  })
}
