import { formatSeconds } from '@deploy-actions/action-kit'
import type { NotChecked } from '../lookup.ts'
import { IdleError } from './idle-limit.ts'

/** A request that came to nothing, and whether the same one may do better a little later. */
export interface Failure {
  readonly notChecked: NotChecked
  readonly isTransient: boolean
}

const certificate =
  'Renew the certificate of the registry. For a private certificate authority set NODE_EXTRA_CA_CERTS to its file in env of the step.'

const wayThere = 'Check that this runner has a way to that host, and run the step again.'

/** Codes of Node's networking that stay as they are however often one asks, with what they mean. */
const lasting: readonly (readonly [code: RegExp, message: string, remedy: string])[] = [
  [
    /^ENOTFOUND$/,
    'does not exist: DNS does not know it',
    'Correct the host in the name of the image; a private registry needs a runner that knows its DNS zone.',
  ],
  [/CERT|VERIFY|ISSUER|ALTNAME|CRL/, 'has a TLS certificate that is not valid for it', certificate],
  [
    /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/,
    'does not speak TLS on that port',
    'A registry is reached by https; plain HTTP is for localhost, and for mirrors in DEPLOY_ACTIONS_REGISTRY_MIRRORS.',
  ],
  [/^HPE_/, 'does not speak HTTP on that port', 'Correct the port in the name of the image.'],
]

/** What it means that a request got no answer. */
export function networkFailure(from: string, error: unknown): Failure {
  const idle = idleErrorIn(error)
  if (idle !== undefined) {
    return unreachable(`${from} went silent. ${idle.message}`, wayThere, true)
  }
  const code = codeOf(error)
  const known = lasting.find(([form]) => form.test(code))
  const [, message = 'cannot be reached', remedy = wayThere] = known ?? []
  return unreachable(
    `${from} ${message}${code === '' ? '' : ` (${code})`}.`,
    remedy,
    known === undefined,
  )
}

/** What it means that a registry answered with a status that says that it failed itself. */
export function serverFailure(from: string, status: number): Failure {
  const message = `${from} failed with the status ${status}.`
  return unreachable(message, 'Run the step again when the registry is well.', true)
}

/** A registry that was asked too often; `retryAfterMs` is how long it wants to be left alone. */
export function throttled(from: string, retryAfterMs: number | undefined): Failure {
  const wait =
    retryAfterMs === undefined ? '' : ` and wants ${formatSeconds(retryAfterMs / 1000)} of rest`
  const notChecked: NotChecked = {
    kind: 'not-checked',
    reason: 'throttled',
    message: `${from} takes no more requests for now (status 429)${wait}.`,
    remedy:
      'Run the step again later. Where the registry limits anonymous pulls, set registry-username and registry-password, or keep a copy of the image in ECR.',
  }
  return { notChecked, isTransient: true }
}

function unreachable(message: string, remedy: string, isTransient: boolean): Failure {
  return {
    notChecked: { kind: 'not-checked', reason: 'unreachable', message, remedy },
    isTransient,
  }
}

function idleErrorIn(error: unknown): IdleError | undefined {
  if (!(error instanceof Error)) return undefined
  return error instanceof IdleError ? error : idleErrorIn(error.cause)
}

/** The code of an error, or of one that caused it: fetch wraps those of the network. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}
