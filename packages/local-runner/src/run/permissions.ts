import type { Template } from '../workflow/model.ts'
import { findValue, literalOf } from '../workflow/tokens.ts'

/** Whether `permissions` of a job, or of its workflow, let its token write there; without any it may only read. */
export function mayWrite(
  permissions: Template | undefined,
  scope: 'id-token' | 'pull-requests',
): boolean {
  return (
    literalOf(permissions) === 'write-all' || literalOf(findValue(permissions, scope)) === 'write'
  )
}
