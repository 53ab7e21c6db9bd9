import { formatSeconds } from '@deploy-actions/action-kit'
import type { Finding } from '../finding.ts'

/** How far an exchange got. */
export type Phase = 'connecting' | 'waiting' | 'reading'

/** Why there is no answer to judge. */
export type NoAnswerCause =
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'certificate'
  | 'tls'
  | 'not-http'
  | 'no-connection'
  | 'slow'
  | 'unfinished'
  | 'redirects'
  | 'redirect-address'
  | 'redirect-body'
  | 'other'

/** A request that got no answer to judge. */
export interface NoAnswer {
  readonly kind: 'no-answer'
  readonly cause: NoAnswerCause
  /** The host that was called, with its port. */
  readonly host: string
  /** Node's code for the error, such as ECONNREFUSED; empty where there is none. */
  readonly code: string
  /** How long it took until it was known. */
  readonly afterMs: number
}

interface Row {
  readonly message: (failed: NoAnswer) => string
  readonly remedy: string
}

const seconds = ({ afterMs }: NoAnswer): string =>
  formatSeconds(Math.max(1, Math.round(afterMs / 1000)))

const rows: Readonly<Record<NoAnswerCause, Row>> = {
  dns: {
    message: ({ host, code }) => `the name of ${host} cannot be resolved (${code})`,
    remedy:
      'Check the spelling of the host and its DNS record. A name of a private zone is not known to a runner outside the VPC.',
  },
  refused: {
    message: ({ host }) => `${host} refused the connection`,
    remedy:
      'Nothing listens on that port: check the port in url, and that the application listens on 0.0.0.0 and has started.',
  },
  unreachable: {
    message: ({ host, code }) => `there is no way to ${host} (${code})`,
    remedy:
      'Check that the runner has a route to that network; a private address needs a runner in the VPC.',
  },
  reset: {
    message: ({ host }) => `${host} closed the connection before the answer was complete`,
    remedy:
      'The application or a load balancer gave up in the middle: look into the logs of the container for a crash at that time.',
  },
  certificate: {
    message: ({ host, code }) => `the TLS certificate of ${host} is not valid for it (${code})`,
    remedy:
      'Renew the certificate or add the host to it. For a private certificate authority set NODE_EXTRA_CA_CERTS to its file in env of the step.',
  },
  tls: {
    message: ({ host, code }) => `no TLS connection to ${host} could be agreed (${code})`,
    remedy:
      'Check that the port speaks TLS, version 1.2 or newer; for plain HTTP let url begin with http://.',
  },
  'not-http': {
    message: ({ host, code }) => `${host} answered with something that is not HTTP (${code})`,
    remedy: 'Check the port in url; where the port speaks TLS, let url begin with https://.',
  },
  'no-connection': {
    message: (failed) => `no connection to ${failed.host} within ${seconds(failed)}`,
    remedy:
      'Packets vanish on the way: check security groups, network ACLs and that the load balancer is internet-facing.',
  },
  slow: {
    message: (failed) =>
      `${failed.host} took the connection, but gave no answer within ${seconds(failed)}`,
    remedy:
      'The application is busy or waits for something, often its database: look into its logs, or raise request-timeout.',
  },
  unfinished: {
    message: (failed) => `the answer of ${failed.host} was not complete within ${seconds(failed)}`,
    remedy: 'Check an address whose answer is short and comes to an end, or raise request-timeout.',
  },
  redirects: {
    message: ({ host }) => `${host} redirects again and again, more than 10 times`,
    remedy:
      'Check the redirects of the application, often between http and https, and let url name the last address.',
  },
  'redirect-address': {
    message: ({ host }) => `${host} redirects to something that is no web address`,
    remedy: 'Correct the Location header that the application sends.',
  },
  'redirect-body': {
    message: ({ host }) => `${host} redirects to another origin, to which the body is not sent`,
    remedy: 'Let url name the address that the redirect leads to.',
  },
  other: {
    message: ({ host, code }) => `the request to ${host} failed${code === '' ? '' : ` (${code})`}`,
    remedy:
      'Try the address from the same runner with curl -v, and check the network of the runner.',
  },
}

/** What a missing answer means to the user. */
export function noAnswerFinding(failed: NoAnswer): Finding {
  const { message, remedy } = rows[failed.cause]
  return { key: `${failed.cause} ${failed.host} ${failed.code}`, message: message(failed), remedy }
}

const causesByCode: readonly (readonly [RegExp, NoAnswerCause])[] = [
  [/^(?:ENOTFOUND|EAI_\w+|ENODATA)$/, 'dns'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|ENETDOWN)$/, 'unreachable'],
  [/^(?:ECONNRESET|EPIPE|ECONNABORTED)$/, 'reset'],
  [/^ETIMEDOUT$/, 'no-connection'],
  [/CERT|VERIFY|ISSUER|ALTNAME|CRL/, 'certificate'],
  [/^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, 'tls'],
  [/^HPE_/, 'not-http'],
]

/** The cause behind a code of Node's networking. */
export function causeOfCode(code: string): NoAnswerCause {
  return causesByCode.find(([form]) => form.test(code))?.[1] ?? 'other'
}

/** What it is called when time is over in a phase. */
export const timeoutCauses: Readonly<Record<Phase, NoAnswerCause>> = {
  connecting: 'no-connection',
  waiting: 'slow',
  reading: 'unfinished',
}
