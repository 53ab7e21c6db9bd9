import {
  GetAuthorizationToken$,
  type GetAuthorizationTokenRequest,
  type GetAuthorizationTokenResponse,
} from '@aws-sdk/client-ecr'
import { operation, type Operation } from '../protocol/operation.ts'
import { issuePass } from '../registry/server/pass.ts'
import type { EcrRegistry } from './ecr-registry.ts'

/** Give out the password with which the registries of ECR are entered, for twelve hours unless the world says otherwise. */
export function getAuthorizationToken(registry: EcrRegistry): Operation {
  return operation(
    GetAuthorizationToken$,
    (
      { registryIds }: GetAuthorizationTokenRequest,
      assumedAccount,
    ): GetAuthorizationTokenResponse => {
      const { registries, timeline } = registry.cloud
      const { tokenLifetimeMs } = registries.get(registry.hostOf(registryIds?.[0]))
      const expiresMs = timeline.nowMs() + tokenLifetimeMs
      const password = issuePass({ purpose: 'ecr', expiresMs, claims: assumedAccount })
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
