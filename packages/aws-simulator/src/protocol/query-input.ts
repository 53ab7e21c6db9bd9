import type { NormalizedSchema } from '@smithy/core/schema'

/** The parts of a form by the first step of their names; a name that ends here is the empty step. */
type Tree = Map<string, Tree | string>

/**
 * Turns the form of the query protocol (`Filters.member.1.Name=x`) into the JSON that the same call would
 * have, by the SDK's schema of the input. What fits no schema stays as it is, to be refused as JSON is.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function queryInput(
  schema: NormalizedSchema,
  form: Iterable<readonly [string, string]>,
): unknown {
  const tree: Tree = new Map()
  for (const [name, value] of form) plant(tree, name.split('.'), value)
  return read(schema, tree)
}

function plant(tree: Tree, [step = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree.set(step, value)
    return
  }
  const existing = tree.get(step)
  const branch: Tree = existing instanceof Map ? existing : new Map()
  tree.set(step, branch)
  plant(branch, rest, value)
}

function read(schema: NormalizedSchema, node: Tree | string): unknown {
  if (typeof node === 'string') return readText(schema, node)
  if (schema.isListSchema()) return readList(schema, node)
  if (schema.isMapSchema()) return readMap(schema, node)
  if (schema.isStructSchema()) return readStruct(schema, node)
  return Object.fromEntries(node)
}

function readText(schema: NormalizedSchema, text: string): unknown {
  // `Names=` is how an empty list is written.
  if (schema.isListSchema() && text === '') return []
  if (schema.isNumericSchema()) return Number.isNaN(Number(text)) ? text : Number(text)
  if (schema.isBooleanSchema()) return text === 'true' ? true : text === 'false' ? false : text
  if (schema.isTimestampSchema()) {
    const ms = Date.parse(text)
    return Number.isNaN(ms) ? text : ms / 1000
  }
  return text
}

function readStruct(schema: NormalizedSchema, tree: Tree): unknown {
  const members = new Map<string, readonly [string, NormalizedSchema]>()
  for (const [name, member] of schema.structIterator()) {
    members.set(wireName(member) ?? name, [name, member])
  }
  return Object.fromEntries(
    [...tree].map(([step, node]) => {
      const [name, member] = members.get(step) ?? [step, undefined]
      return [name, member === undefined ? plain(node) : read(member, node)]
    }),
  )
}

function readList(schema: NormalizedSchema, tree: Tree): unknown {
  const element = schema.getValueSchema()
  const items = isFlat(schema) ? tree : tree.get(wireName(element) ?? 'member')
  return items instanceof Map ? inOrder(items).map((item) => read(element, item)) : plain(tree)
}

function readMap(schema: NormalizedSchema, tree: Tree): unknown {
  const value = schema.getValueSchema()
  const keyName = wireName(schema.getKeySchema()) ?? 'key'
  const valueName = wireName(value) ?? 'value'
  const entries = isFlat(schema) ? tree : tree.get('entry')
  if (!(entries instanceof Map)) return plain(tree)
  return Object.fromEntries(
    inOrder(entries).map((entry) => {
      if (typeof entry === 'string') return [entry, undefined]
      return [plain(entry.get(keyName)), read(value, entry.get(valueName) ?? '')]
    }),
  )
}

/** Items are numbered from 1, and may come in any order. */
function inOrder(items: Tree): readonly (Tree | string)[] {
  return [...items].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item)
}

function plain(node: Tree | string | undefined): unknown {
  if (!(node instanceof Map)) return node
  return Object.fromEntries([...node].map(([step, inner]) => [step, plain(inner)]))
}

function wireName(member: NormalizedSchema): string | undefined {
  return member.getMergedTraits().xmlName
}

function isFlat(schema: NormalizedSchema): boolean {
  return schema.getMergedTraits().xmlFlattened !== undefined
}
