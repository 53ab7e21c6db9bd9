import {
  ListSecrets$,
  type Filter,
  type ListSecretsRequest,
  type ListSecretsResponse,
} from '@aws-sdk/client-secrets-manager'
import type { Cloud } from '../cloud/cloud.ts'
import type { Secret } from '../cloud/secret.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { invalidParameter, violation } from './refusals.ts'
import { secretPage } from './secret-page.ts'
import { listedSecret } from './secret-view.ts'

/** ListSecrets; that it lags behind DescribeSecret is for a fault of the world to say. */
export function listOperations({ secrets }: Cloud): readonly Operation[] {
  return [
    operation(ListSecrets$, (input: ListSecretsRequest): ListSecretsResponse => {
      const planned = input.IncludePlannedDeletion === true
      const found = filterSecrets(secrets.all, input.Filters).filter(
        ({ deletedDate }) => planned || deletedDate === undefined,
      )
      const sorted = found.toSorted(order(input.SortBy ?? 'created-date'))
      const { items, NextToken } = secretPage(
        input.SortOrder === 'asc' ? sorted : sorted.toReversed(),
        input,
      )
      return { SecretList: items.map(listedSecret), NextToken }
    }),
  ]
}

/** The texts of a secret that a filter looks at, and whether the case of letters matters there. */
const searched: Readonly<Record<string, { of: (secret: Secret) => string[]; exact: boolean }>> = {
  name: { of: ({ name }) => [name], exact: true },
  description: { of: ({ description }) => words(description ?? ''), exact: false },
  'tag-key': { of: ({ tags }) => tags.map(({ Key = '' }) => Key), exact: true },
  'tag-value': { of: ({ tags }) => tags.map(({ Value = '' }) => Value), exact: true },
  'owning-service': { of: ({ owningService = '' }) => [owningService], exact: true },
  'primary-region': { of: () => [], exact: true },
  all: {
    of: ({ name, description, tags }) => [
      ...words(name),
      ...words(description ?? ''),
      ...tags.flatMap(({ Key = '', Value = '' }) => [Key, Value]),
    ],
    exact: false,
  },
}

/**
 * The secrets that fit all filters. A value fits the beginning of a text; one that begins with `!` fits
 * secrets that have no such text.
 */
export function filterSecrets(
  secrets: readonly Secret[],
  filters: readonly Filter[] | undefined,
): readonly Secret[] {
  const checked = (filters ?? []).map(({ Key: key, Values: values }) => {
    if (key === undefined) throw invalidParameter('Invalid filter key')
    const texts = Object.hasOwn(searched, key) ? searched[key] : undefined
    const known = Object.keys(searched).join(', ')
    if (texts === undefined) throw violation('filters.key', `satisfy enum value set: [${known}]`)
    if (values === undefined || values.length === 0) {
      throw invalidParameter(`Invalid filter values for key: ${key}`)
    }
    return { texts, values }
  })
  return secrets.filter((secret) =>
    checked.every(({ texts, values }) =>
      values.some((value) => fitsFilter(texts.of(secret), value, texts.exact)),
    ),
  )
}

function fitsFilter(texts: readonly string[], value: string, exact: boolean): boolean {
  const isNegated = value.startsWith('!')
  const normal = (text: string) => (exact ? text : text.toLowerCase())
  const prefix = normal(isNegated ? value.slice(1) : value)
  return texts.some((text) => normal(text).startsWith(prefix)) !== isNegated
}

/** A text as a whole, and each of its words. */
function words(text: string): string[] {
  return [text, ...text.split(/[\s/_+=.@-]+/)]
}

function order(by: string): (a: Secret, b: Secret) => number {
  return (a, b) => {
    if (by === 'name') return a.name < b.name ? -1 : 1
    if (by === 'last-changed-date') return a.lastChangedDate.getTime() - b.lastChangedDate.getTime()
    return a.createdDate.getTime() - b.createdDate.getTime()
  }
}
