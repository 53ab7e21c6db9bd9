import type { RoutedOperation } from '../operations.ts'

/** A request to a registry as it came through the wire. */
export interface RegistryCall {
  readonly host: string
  /** Where the registry of this host listens. */
  readonly origin: string
  readonly method: string
  /** Path and query. */
  readonly url: URL
  readonly authorization: string | undefined
  readonly accept: string
  readonly contentType: string | undefined
  readonly contentRange: string | undefined
  /** Which bytes of a blob are asked for. */
  readonly range: string | undefined
  readonly body: Buffer
}

/** A request of which only the beginning has arrived. */
export type RegistryCallHead = Omit<RegistryCall, 'body'>

/** What a request is about. */
export interface Route {
  readonly operation: RoutedOperation
  /** The repository's name; empty where the request is about none. */
  readonly name: string
  /** A tag, a digest, or the id of an upload. */
  readonly reference: string
}

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const repository = `(?<name>${component}(?:/${component})*)`
const hex = '[0-9a-fA-F]{32,}'

interface Pattern {
  readonly path: RegExp
  readonly methods: Readonly<Record<string, RoutedOperation>>
}

const patterns: readonly Pattern[] = [
  { path: /^\/v2\/?$/, methods: { GET: 'PingRegistry', HEAD: 'PingRegistry' } },
  { path: /^\/token$/, methods: { GET: 'RegistryToken' } },
  {
    path: new RegExp(
      `^/v2/${repository}/manifests/(?<reference>\\w[\\w.-]{0,127}|\\w[\\w+.-]*:${hex})$`,
    ),
    methods: { GET: 'PullManifest', HEAD: 'HeadManifest', PUT: 'PushManifest' },
  },
  {
    path: new RegExp(`^/v2/${repository}/blobs/(?<reference>\\w[\\w+.-]*:${hex})$`),
    methods: { GET: 'PullBlob', HEAD: 'HeadBlob' },
  },
  { path: new RegExp(`^/v2/${repository}/tags/list$`), methods: { GET: 'ListTags' } },
  { path: new RegExp(`^/v2/${repository}/blobs/uploads/?$`), methods: { POST: 'BeginUpload' } },
  {
    path: new RegExp(`^/v2/${repository}/blobs/uploads/(?<reference>[\\w=-]+)$`),
    methods: { GET: 'PushBlob', PATCH: 'PushBlob', PUT: 'PushBlob' },
  },
]

/** Finds what a request is about; the status of the refusal when a registry has no such address. */
export function routeOf({ method, url }: RegistryCallHead): Route | 404 | 405 {
  for (const { path, methods } of patterns) {
    const match = path.exec(url.pathname)
    if (match === null) continue
    const operation = methods[method]
    if (operation === undefined) return 405
    const { name = '', reference = '' } = match.groups ?? {}
    return { operation, name, reference }
  }
  return 404
}
