import { createHash } from 'node:crypto'
import { canonicalText } from './canonical.ts'
import type { Definition } from './definition.ts'

/**
 * Whether two definitions mean the same to ECS. What is registered comes back with defaults and
 * empty lists filled in, and in another order; none of that counts.
 */
export function sameDefinition(a: Definition, b: Definition): boolean {
  return canonicalText(a) === canonicalText(b)
}

/** SHA-256 (hexadecimal) of what a definition means; equal for definitions that are the same. */
export function definitionHash(definition: Definition): string {
  return createHash('sha256').update(canonicalText(definition)).digest('hex')
}
