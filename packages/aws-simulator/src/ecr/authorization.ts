import {
  GetAuthorizationToken$,
  type GetAuthorizationTokenRequest,
  type GetAuthorizationTokenResponse,
} from '@aws-sdk/client-ecr'
import { operation, type Operation } from '../protocol/operation.ts'
import { issuePass } from '../registry/server/pass.ts'
import type { EcrRegistry } from './ecr-registry.ts'

const lifetimeMs = 12 * 60 * 60_000

/** Give out the password with which the registries of ECR are entered for twelve hours. */
export function getAuthorizationToken(registry: EcrRegistry): Operation {
  return operation(
    GetAuthorizationToken$,
    ({ registryIds }: GetAuthorizationTokenRequest): GetAuthorizationTokenResponse => {
      const expiresMs = registry.cloud.timeline.nowMs() + lifetimeMs
      const password = issuePass({ purpose: 'ecr', expiresMs })
      return {
        authorizationData: (registryIds ?? [registry.ownId]).map((registryId) => ({
          authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'),
          expiresAt: new Date(expiresMs),
          proxyEndpoint: `https://${registry.hostOf(registryId)}`,
        })),
      }
    },
  )
}
