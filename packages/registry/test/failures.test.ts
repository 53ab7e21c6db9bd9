import { ActionError } from '@deploy-actions/action-kit'
import { recordingHost } from '@deploy-actions/action-kit/testing'
import { createAwsClients } from '@deploy-actions/aws'
import { describe, expect, it } from 'vitest'
import { ecrFailure } from '../src/ecr/failures.ts'
import { networkFailure } from '../src/http/network-failure.ts'
import { openRegistries, parseImageReference } from '../src/index.ts'
import { answerTiny, lookUpThere, serve } from './strange-registry.ts'

/** An error as fetch throws it: the network's own is its cause. */
function fetchFailed(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

describe('a registry that cannot be reached', () => {
  it.each([
    ['ENOTFOUND', 'r.example does not exist: DNS does not know it (ENOTFOUND).', false],
    ['EAI_AGAIN', 'r.example cannot be reached (EAI_AGAIN).', true],
    ['ECONNREFUSED', 'r.example cannot be reached (ECONNREFUSED).', true],
    ['ECONNRESET', 'r.example cannot be reached (ECONNRESET).', true],
    ['UND_ERR_SOCKET', 'r.example cannot be reached (UND_ERR_SOCKET).', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'r.example cannot be reached (UND_ERR_CONNECT_TIMEOUT).', true],
    ['CERT_HAS_EXPIRED', 'has a TLS certificate that is not valid', false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'has a TLS certificate that is not valid', false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'has a TLS certificate that is not valid', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'has a TLS certificate that is not valid', false],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'does not speak TLS on that port', false],
    ['HPE_INVALID_CONSTANT', 'does not speak HTTP on that port', false],
  ])(
    'for %s is told so, and asked again only where that may help',
    (code, message, isTransient) => {
      const failure = networkFailure('r.example', fetchFailed(code))
      expect(failure.notChecked).toMatchObject({ kind: 'not-checked', reason: 'unreachable' })
      expect(failure.notChecked.message).toContain(message)
      expect(failure.isTransient).toBe(isTransient)
    },
  )

  it('by TLS is told from one that is not there', async () => {
    await using plain = await serve(answerTiny)
    const mirror = { ...plain, url: new URL(`https://127.0.0.1:${plain.url.port}`) }
    const start = Date.now()
    expect(await lookUpThere('ghcr.io/o/n:1', { 'ghcr.io': mirror })).toMatchObject({
      reason: 'unreachable',
      message: expect.stringContaining('does not speak TLS on that port'),
    })
    expect(Date.now() - start).toBeLessThan(2_000)
  })
})

describe('an image that ECR names and does not give', () => {
  it.each([
    ['ImageInaccessible', 'access-denied'],
    ['KmsError', 'access-denied'],
    ['UpstreamAccessDenied', 'credentials'],
    ['UpstreamTooManyRequests', 'throttled'],
    ['UpstreamUnavailable', 'unreachable'],
    ['SomethingNew', 'unsupported'],
  ])('for %s is not checked: %s', (code, reason) => {
    const { notChecked } = ecrFailure('host/name:1', code, 'words of AWS')
    expect(notChecked).toMatchObject({
      reason,
      message: `ECR does not give host/name:1: ${code}: words of AWS`,
    })
  })
})

describe('the registries of an action', () => {
  const signal = new AbortController().signal

  it('are asked at the mirrors that the environment names', async () => {
    await using registry = await serve(answerTiny)
    const clients = createAwsClients({ action: 'test' })
    const variables = { DEPLOY_ACTIONS_REGISTRY_MIRRORS: `ghcr.io=${registry.url.origin}` }
    const registries = openRegistries(recordingHost({}, { variables }), { clients, signal })
    const lookup = await registries.lookUp(parseImageReference('ghcr.io/owner/name:1'))
    expect(lookup).toMatchObject({ kind: 'found' })
  })

  it('are not opened with mirrors that are wrong, which are told with their line', () => {
    const variables = { DEPLOY_ACTIONS_REGISTRY_MIRRORS: '# mirrors\nghcr.io' }
    const clients = createAwsClients({ action: 'test' })
    const open = () => openRegistries(recordingHost({}, { variables }), { clients, signal })
    expect(open).toThrow(ActionError)
    expect(open).toThrow('DEPLOY_ACTIONS_REGISTRY_MIRRORS, line 2: is not of the form host=url')
  })
})
