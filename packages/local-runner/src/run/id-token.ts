import type { Template } from '../workflow/model.ts'
import { findValue, literalOf } from '../workflow/tokens.ts'

/**
 * The variables by which an action can ask GitHub for an OIDC token: there only with `permissions:
 * id-token: write`. Nobody answers at the address: the stand-in for the credentials action looks
 * whether it may ask, and does not ask.
 */
export function idTokenVariables(
  permissions: Template | undefined,
): Readonly<Record<string, string>> {
  const granted =
    literalOf(permissions) === 'write-all' ||
    literalOf(findValue(permissions, 'id-token')) === 'write'
  if (!granted) return {}
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/id-token',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-a-token',
  }
}
