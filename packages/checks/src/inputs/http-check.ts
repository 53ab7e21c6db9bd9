import { choice, flag, integer, text, type Parsed } from '@deploy-actions/action-kit'
import { shownUrl, type HttpCheck } from '../check.ts'
import { credentials } from './basic-auth.ts'
import { requestHeaders, resolutions } from './headers.ts'
import { latency } from './latency.ts'
import { headerExpectations, jsonExpectations, matcher } from './matchers.ts'
import { checkName } from './names.ts'
import { statuses } from './statuses.ts'
import { url } from './url.ts'

/**
 * The inputs of one check over HTTP, besides `url` and `name`. The same table reads an action's own
 * inputs and each entry of a `checks` input.
 */
export const httpCheckInputs = {
  method: choice(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], {
    description: 'Method of the request.',
    default: 'GET',
  }),
  headers: requestHeaders({
    description: 'Headers to send. They never go to another origin when a redirect leads there.',
    sensitive: true,
  }),
  body: text({
    description: 'Body to send. Set its `Content-Type` in `headers`.',
    sensitive: true,
  }),
  'basic-auth': credentials({
    description: '`user:password` for HTTP basic authentication. It never goes to another origin.',
    sensitive: true,
  }),
  'expect-status': statuses({
    description: 'Statuses that count as healthy: single ones and ranges, such as `200-299,301`.',
    default: '200-299',
  }),
  'expect-body': matcher({
    description: 'Text that the body must contain, or a `/regex/` that it must match.',
  }),
  'expect-json': jsonExpectations({
    description:
      'What the JSON body must hold: `path=value` lines with paths such as `version` or `items[0].id`. ' +
      'Numbers compare as written, `/regex/` matches (`/./`: anything but null), and an empty value is an error.',
  }),
  'expect-header': headerExpectations({
    description:
      'Headers that the answer must have: `name=value` lines. The value is the whole text or a `/regex/` ' +
      '(`/.*/`: any); an empty one is an error.',
  }),
  'max-latency': latency({
    description:
      'The longest that an answer may take, from connecting to its last byte, such as `800ms`.',
  }),
  'min-certificate-days': integer({
    description: 'Days for which the TLS certificate must still be valid.',
    min: 1,
    max: 3650,
  }),
  'follow-redirects': flag({
    description: 'Follow up to 10 redirects. Without it a redirect is an answer like any other.',
    default: 'false',
  }),
  resolve: resolutions({
    description:
      'Where to connect in place of what DNS says: `host=address` or `host=address:port`. ' +
      'Host header and certificate stay those of the host.',
  }),
} as const

/** The inputs of one entry of a `checks` input. */
export const namedHttpCheckInputs = {
  name: checkName({ description: 'How the check is called in the log and the report.' }),
  url: url({ description: 'The address to check.', required: true }),
  ...httpCheckInputs,
} as const

/** What the table gives for one check. */
export type HttpCheckFields = Parsed<typeof httpCheckInputs> & {
  readonly url: URL
  readonly name?: string | undefined
}

/** The fields that could be read; the others were not given, or are wrong. */
export type SomeHttpCheckFields = {
  readonly [Name in keyof HttpCheckFields]?: HttpCheckFields[Name] | undefined
}

/** The check that the fields describe; without a name it is called by its address. */
export function httpCheck(fields: HttpCheckFields): HttpCheck {
  const { url: address, method, headers, body, basicAuth, followRedirects, resolve } = fields
  return {
    kind: 'http',
    name: fields.name ?? shownUrl(address),
    request: {
      url: address,
      method,
      headers: headers ?? new Map(),
      body,
      basicAuth,
      followRedirects,
      resolve: resolve ?? new Map(),
    },
    expected: {
      statuses: fields.expectStatus,
      body: fields.expectBody,
      json: fields.expectJson ?? [],
      headers: fields.expectHeader ?? new Map(),
      maxLatencyMs: fields.maxLatency,
      minCertificateDays: fields.minCertificateDays,
    },
  }
}
