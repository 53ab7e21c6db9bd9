import type { FoundSecret } from '@deploy-actions/aws'
import { parseDocument, type Document } from '../src/document/index.ts'
import type { Observed, ObservedSecret } from '../src/observe.ts'
import { planSecrets, type SecretPlan } from '../src/plan.ts'
import type { SecretRequest } from '../src/request.ts'
import { parseSchema } from '../src/schema/index.ts'
import type { Stored } from '../src/store/stored.ts'
import type { Given } from '../src/values/given.ts'
import { parseYaml } from '@deploy-actions/action-kit'

/** A secret as a test of the plan says it. */
export interface Drafted {
  readonly id?: string
  /** JSON, any other text, or undefined for a secret that is not there. */
  readonly stored?: string | undefined
  readonly given?: Record<string, string | undefined>
  /** A JSON object, whose values keep their types. */
  readonly json?: string
  /** YAML. */
  readonly schema?: string
  readonly drawn?: Readonly<Record<string, string>>
  readonly secret?: Partial<FoundSecret>
  readonly heldVersions?: number
  readonly request?: Partial<SecretRequest>
}

/** What would have been observed of these secrets. */
export function observedOf(
  secrets: readonly Drafted[],
  more: {
    readonly others?: Readonly<Record<string, string>>
    readonly writers?: readonly string[]
  } = {},
): Observed {
  const others = Object.entries(more.others ?? {}).map(
    ([id, json]) => [id, { document: documentOf(json) }] as const,
  )
  return {
    secrets: secrets.map(toObserved),
    others: new Map(others),
    sameAs: new Map(),
    otherWriters: more.writers ?? [],
  }
}

function documentOf(json: string): Document {
  const document = parseDocument(json, 'json')
  if (document === undefined) throw new Error(`Not JSON: ${json}`)
  return document
}

function toObserved(drafted: Drafted): ObservedSecret {
  const request = requestOf(drafted)
  const drawn = new Map(Object.entries(drafted.drawn ?? {}))
  return { request, stored: storedOf(drafted), drawn, heldVersions: drafted.heldVersions }
}

/** What would be asked of this secret. */
export function requestOf(drafted: Drafted): SecretRequest {
  const { id = 'app', given = {}, json, schema, request } = drafted
  const values: Given = json === undefined ? new Map(Object.entries(given)) : documentOf(json)
  return {
    id,
    notation: 'json',
    others: 'keep',
    given: values,
    schema: schema === undefined ? new Map() : parseSchema(parseYaml(schema)),
    hasSchema: schema !== undefined,
    mayCreate: true,
    description: undefined,
    kmsKeyId: undefined,
    tags: new Map(),
    restoreDeleted: false,
    expectedVersion: undefined,
    keyManifest: true,
    exports: undefined,
    ...request,
  }
}

/** A secret as Secrets Manager tells it. */
export function foundSecret(id: string, changes: Partial<FoundSecret> = {}): FoundSecret {
  return {
    kind: 'found',
    name: id,
    arn: `arn:aws:secretsmanager:us-east-1:123456789012:secret:${id}-AbCdEf`,
    deletedAt: undefined,
    isRotated: false,
    owningService: undefined,
    description: undefined,
    kmsKeyId: undefined,
    lastChangedAt: undefined,
    versions: new Map([['v1', ['AWSCURRENT']]]),
    tags: [],
    ...changes,
  }
}

function storedOf({ id = 'app', stored, secret }: Drafted): Stored {
  if (stored === undefined) return { kind: 'missing', instead: '' }
  const current = { id: 'v1', createdAt: undefined, text: stored }
  return { kind: 'found', secret: foundSecret(id, secret), current }
}

/** The plan of one secret, and the text that it is to have. */
export function planOf(drafted: Drafted): { readonly plan: SecretPlan; readonly text: string } {
  const { plan, content } = planSecrets(observedOf([drafted]))
  const [first] = plan
  if (first === undefined) throw new Error('no plan')
  return { plan: first, text: content[0] ?? '' }
}
