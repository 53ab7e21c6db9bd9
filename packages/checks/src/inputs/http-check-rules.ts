import type { Problem } from '@deploy-actions/action-kit'
import type { SomeHttpCheckFields } from './http-check.ts'

/** What is wrong between the fields of one check, as far as they could be read. */
export function httpCheckProblems(fields: SomeHttpCheckFields): readonly Problem[] {
  return rules.flatMap((rule) => rule(fields) ?? [])
}

type Rule = (fields: SomeHttpCheckFields) => Problem | undefined

const rules: readonly Rule[] = [
  ({ method, body }) =>
    body !== undefined && (method === 'GET' || method === 'HEAD')
      ? {
          path: 'body',
          message: `cannot go with method ${method}; allowed with: POST, PUT, PATCH, DELETE, OPTIONS`,
        }
      : undefined,
  ({ basicAuth, headers }) =>
    basicAuth !== undefined && [...(headers?.keys() ?? [])].some(isAuthorization)
      ? {
          path: 'basic-auth',
          message: 'cannot go with a header Authorization; allowed: one of the two',
        }
      : undefined,
  ({ url, resolve, followRedirects }) =>
    url !== undefined &&
    followRedirects === false &&
    [...(resolve?.keys() ?? [])].some((host) => host !== url.hostname)
      ? { path: 'resolve', message: 'names a host that is never called; allowed: the host of url' }
      : undefined,
  ({ method, expectBody }) =>
    method === 'HEAD' && expectBody !== undefined ? withoutBody('expect-body') : undefined,
  ({ method, expectJson }) =>
    method === 'HEAD' && expectJson !== undefined ? withoutBody('expect-json') : undefined,
  ({ minCertificateDays, url }) =>
    minCertificateDays !== undefined && url?.protocol === 'http:'
      ? { path: 'min-certificate-days', message: 'needs a certificate; allowed: with https://' }
      : undefined,
]

function isAuthorization(name: string): boolean {
  return name.toLowerCase() === 'authorization'
}

function withoutBody(path: string): Problem {
  return { path, message: 'cannot go with method HEAD; allowed: a method whose answer has a body' }
}
