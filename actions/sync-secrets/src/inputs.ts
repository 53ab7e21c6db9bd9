import {
  inputError,
  InvalidValue,
  pullRequestCommentProblems,
  under,
  type ContextOf,
  type Given as GivenInputs,
  type Problem,
} from '@deploy-actions/action-kit'
import { findArn } from '@deploy-actions/aws'
import type { contract } from './contract.ts'
import { rawKey } from './document/index.ts'
import { exportProblems, parseExports } from './inputs/exports.ts'
import type { Item } from './inputs/items.ts'
import { readValues } from './inputs/read-values.ts'
import { readSchema } from './inputs/schema-source.ts'
import { nothingAsked } from './inputs/nothing-asked.ts'
import { tagProblems } from './inputs/tag-problems.ts'
import type { SecretRequest } from './request.ts'
import type { Schema } from './schema/index.ts'

export type Context = ContextOf<typeof contract>

export interface Inputs {
  readonly mode: 'push' | 'check' | 'pull'
  readonly secrets: readonly SecretRequest[]
  /** Tag values that name somebody else who writes secrets, in lower case. */
  readonly otherWriters: readonly string[]
  readonly exportFile: string | undefined
  readonly cluster: string | undefined
  readonly dryRun: boolean
  /** For a comment on the pull request, where one is asked for. */
  readonly commentToken: string | undefined
  readonly region: string | undefined
}

type Table = (typeof contract)['inputs']
type Parsed = ReturnType<Context['parseInputs']>

/** Reads the inputs, files and variables; throws one error with everything that is wrong with them. */
export async function readInputs(context: Context): Promise<Inputs> {
  const parsed = context.parseInputs({
    rules: [oneOrSeveral, exportOnlyWhenPulled, pullRequestCommentProblems],
  })
  const { mode, awsRegion: region, exportFile, cluster, dryRun } = parsed
  const requests = await Promise.all(
    itemsOf(parsed).map((item) => toRequest(item, parsed, context)),
  )
  const problems = requests.flatMap((request) => request.problems)
  const secrets = requests.map(({ request }) => request)
  const all = [...problems, ...twice(secrets), ...exportProblems(secrets, exportFile !== undefined)]
  if (all.length > 0) throw inputError(all)
  const commentToken = parsed.commentOnPr ? parsed.githubToken : undefined
  const otherWriters = writersOf(parsed)
  return { mode, secrets, otherWriters, exportFile, cluster, dryRun, commentToken, region }
}

/** What belongs to one secret, and stands in the items where there are several. */
const ofOneSecret = [
  ...(['values', 'values-from-env', 'values-file', 'schema', 'description'] as const),
  ...(['expect-version', 'export'] as const),
] as const

function oneOrSeveral({ given }: GivenInputs<Table>): readonly Problem[] {
  if (given.has('secrets')) {
    const message = 'belongs into the items of secrets'
    return (['secret-id', ...ofOneSecret] as const)
      .filter((name) => given.has(name))
      .map((path) => ({ path, message }))
  }
  return given.has('secret-id')
    ? []
    : [{ path: 'secret-id', message: 'is required, or secrets for several' }]
}

function exportOnlyWhenPulled({ given, values }: GivenInputs<Table>): readonly Problem[] {
  if (values.mode === 'pull' || values.mode === undefined) return []
  return (['export', 'export-file'] as const)
    .filter((name) => given.has(name))
    .map((path) => ({ path, message: 'is for mode: pull' }))
}

/** The secrets with what the inputs say of each, in the words of an item. */
function itemsOf(parsed: Parsed): readonly Item[] {
  const { secrets, secretId = '' } = parsed
  return secrets ?? [{ ...parsed, secretId }]
}

interface ReadRequest {
  readonly request: SecretRequest
  readonly problems: readonly Problem[]
}

async function toRequest(item: Item, shared: Parsed, { host }: Context): Promise<ReadRequest> {
  const write = item.write ?? shared.write
  const notation = write === 'raw' ? 'raw' : 'json'
  const isPushed = shared.mode === 'push'
  const given = isPushed
    ? await readValues(item, notation, host)
    : { values: new Map(), problems: [] }
  const schema = await attemptSchema(item)
  const request: SecretRequest = {
    id: item.secretId,
    notation,
    others: write === 'replace' ? 'remove' : 'keep',
    given: given.values,
    schema: schema.schema,
    hasSchema: item.schema !== undefined,
    mayCreate: (item.create ?? shared.create) === 'if-missing',
    description: item.description,
    kmsKeyId: item.kmsKeyId ?? shared.kmsKeyId,
    tags: item.tags ?? shared.tags ?? new Map(),
    restoreDeleted: item.restoreDeleted ?? shared.restoreDeleted,
    expectedVersion: item.expectVersion,
    keyManifest: item.keyManifest ?? shared.keyManifest,
    exports: item.export === undefined ? undefined : parseExports(item.export, notation),
  }
  const isRead = given.problems.length + schema.problems.length === 0
  const problems = [
    ...given.problems,
    ...schema.problems,
    ...idProblems(request.id),
    ...tagProblems(request.tags),
    ...rawProblems(request, item),
    ...(isRead ? nothingAsked(shared.mode, request, item) : []),
  ]
  const place = shared.secrets === undefined ? '' : item.secretId
  return { request, problems: place === '' ? problems : problems.map((one) => under(place, one)) }
}

async function attemptSchema(
  item: Item,
): Promise<{ readonly schema: Schema; readonly problems: readonly Problem[] }> {
  if (item.schema === undefined) return { schema: new Map(), problems: [] }
  try {
    return { schema: await readSchema(item.schema), problems: [] }
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    return { schema: new Map(), problems: error.problems.map((one) => under('schema', one)) }
  }
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
function idProblems(id: string): readonly Problem[] {
  const arn = findArn(id)
  if (arn !== undefined) {
    return arn.service === 'secretsmanager' && arn.resource.startsWith('secret:')
      ? []
      : [{ path: 'secret-id', message: 'is an ARN, but not that of a secret' }]
  }
  const message = 'is no name of a secret; allowed: up to 512 letters, digits and /_+=.@-!'
  return /^[A-Za-z0-9/_+=.@!-]{1,512}$/.test(id) ? [] : [{ path: 'secret-id', message }]
}

function rawProblems(
  { notation, schema, given }: SecretRequest,
  { values }: Item,
): readonly Problem[] {
  if (notation !== 'raw') return []
  const unknown = [...schema.keys()].filter((key) => key !== rawKey)
  return [
    ...unknown.map((key) => ({
      path: `schema.${key}`,
      message: `is no key of a raw secret; allowed: ${rawKey}, for the whole text`,
    })),
    ...(values !== undefined && typeof values !== 'string'
      ? [{ path: 'values', message: 'must be one text with write: raw' }]
      : []),
    ...(given.get(rawKey) === '' ? [{ path: 'values', message: 'is empty' }] : []),
  ]
}

function twice(secrets: readonly SecretRequest[]): readonly Problem[] {
  const ids = secrets.map(({ id }) => id)
  const repeated = new Set(ids.filter((id, i) => ids.indexOf(id) < i))
  return [...repeated].map((id) => ({ path: 'secrets', message: `has ${id} twice` }))
}

function writersOf({ otherWriters }: Parsed): readonly string[] {
  const names = otherWriters.map((name) => name.toLowerCase())
  return names.includes('none') ? [] : names
}
