import {
  invalid,
  isList,
  parseEach,
  parseMapping,
  type Parsed,
  type Raw,
} from '@deploy-actions/action-kit'
import { itemInputs } from './secret-inputs.ts'

/** An item of `secrets`. */
export type Item = Parsed<typeof itemInputs>

/** Reads a list of secrets, or a mapping from their ids. Throws InvalidValue with all that is wrong. */
export function parseItems(tree: Raw): readonly Item[] {
  if (typeof tree === 'string') return invalid('must be a list of secrets')
  const entries: readonly (readonly [string, Raw])[] = isList(tree)
    ? tree.map((item, i) => [`[${i}]`, item])
    : Object.entries(tree).map(([id, item]) => [id, withId(id, item)])
  if (entries.length === 0) return invalid('has no item')
  return parseEach(entries, (item) => parseMapping(itemInputs, item)).map(([, item]) => item)
}

function withId(id: string, item: Raw): Raw {
  if (item === '') return { 'secret-id': id }
  if (typeof item === 'string' || isList(item)) return item
  return 'secret-id' in item
    ? invalid('has its id before the colon already', `${id}.secret-id`)
    : { 'secret-id': id, ...item }
}
