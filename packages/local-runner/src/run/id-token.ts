import type { Template } from '../workflow/model.ts'
import { mayWrite } from './permissions.ts'

/**
 * The variables by which an action can ask GitHub for an OIDC token: there only with `permissions:
 * id-token: write`. Nobody answers at the address: the stand-in for the credentials action looks
 * whether it may ask, and does not ask.
 */
export function idTokenVariables(
  permissions: Template | undefined,
): Readonly<Record<string, string>> {
  if (!mayWrite(permissions, 'id-token')) return {}
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/id-token',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-a-token',
  }
}
