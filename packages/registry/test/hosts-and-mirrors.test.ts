import { InvalidValue } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { Attempt } from '../src/attempt.ts'
import { authorize } from '../src/distribution/authorize.ts'
import { parseChallenges } from '../src/distribution/challenge.ts'
import { calledUrl } from '../src/http/origins.ts'
import { findEcrRegistry, parseMirrors } from '../src/index.ts'

const account = '123456789012'

describe('a host of ECR', () => {
  it.each([
    ['dkr.ecr.us-east-1.amazonaws.com', 'us-east-1', 'aws', 'amazonaws.com'],
    ['dkr.ecr.ap-southeast-4.amazonaws.com', 'ap-southeast-4', 'aws', 'amazonaws.com'],
    ['dkr.ecr-fips.us-west-2.amazonaws.com', 'us-west-2', 'aws', 'amazonaws.com'],
    ['dkr-ecr.eu-central-1.on.aws', 'eu-central-1', 'aws', 'amazonaws.com'],
    ['dkr-ecr-fips.us-east-2.on.aws', 'us-east-2', 'aws', 'amazonaws.com'],
    ['dkr.ecr.us-gov-west-1.amazonaws.com', 'us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
    ['dkr.ecr-fips.us-gov-east-1.amazonaws.com', 'us-gov-east-1', 'aws-us-gov', 'amazonaws.com'],
    ['dkr-ecr.us-gov-west-1.on.aws', 'us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
    ['dkr.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
    [
      'dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn',
      'cn-northwest-1',
      'aws-cn',
      'amazonaws.com.cn',
    ],
    ['dkr.ecr.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1', 'aws-eusc', 'amazonaws.eu'],
    ['dkr.ecr.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1', 'aws-iso', 'c2s.ic.gov'],
    ['dkr.ecr.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
  ])('%s tells account, region and partition', (host, region, partition, dnsSuffix) => {
    expect(findEcrRegistry(`${account}.${host}`)).toEqual({ account, region, partition, dnsSuffix })
  })

  it.each([
    'docker.io',
    'public.ecr.aws',
    'localhost:5000',
    `${account}.dkr.ecr.us-east-1.amazonaws.com.evil.example`,
    `${account}.dkr.ecr.us-east-1.amazonaws.com.cn`,
    `${account}.dkr.ecr.cn-north-1.amazonaws.com`,
    `${account}.dkr.ecr.us-east-1.on.aws`,
    `${account}.dkr-ecr.us-east-1.amazonaws.com`,
    `${account}.dkr.ecr.us-east-1.amazonaws.com:443`,
    `${account}.dkr.ecr.amazonaws.com`,
    '12345.dkr.ecr.us-east-1.amazonaws.com',
    `x.${account}.dkr.ecr.us-east-1.amazonaws.com`,
    `${account}.dkr.ecr.us-east-1.evil-amazonaws.com`,
  ])('is not seen in %s', (host) => {
    expect(findEcrRegistry(host)).toBeUndefined()
  })
})

describe('mirrors', () => {
  it('are lines of host=url; empty lines and comments do not count', () => {
    const mirrors = parseMirrors(
      '# rehearsal\n\ndocker.io=https://mirror.example.com\r\n localhost:5000 = http://127.0.0.1:1234/ \n',
    )
    expect([...mirrors].map(([host, url]) => [host, url.origin])).toEqual([
      ['docker.io', 'https://mirror.example.com'],
      ['localhost:5000', 'http://127.0.0.1:1234'],
    ])
  })

  it('are none where nothing is written', () => {
    expect(parseMirrors('').size).toBe(0)
  })

  it.each([
    ['docker.io', 'is not of the form host=url'],
    ['=https://mirror.example.com', 'is not of the form host=url'],
    ['https://docker.io=https://mirror.example.com', 'no valid host'],
    ['docker.io/library=https://mirror.example.com', 'no valid host'],
    ['docker.io=mirror.example.com', 'no web address'],
    ['docker.io=', 'no web address'],
    ['docker.io=ftp://mirror.example.com', 'no web address'],
    ['docker.io=https://user:pass@mirror.example.com', 'credentials'],
    ['docker.io=https://mirror.example.com/path', 'more than an origin'],
    ['docker.io=https://mirror.example.com?a=b', 'more than an origin'],
    ['ghcr.io=https://a.example\nghcr.io=https://b.example', 'an earlier line'],
  ])('are refused in %j, with the line', (text, message) => {
    expect(() => parseMirrors(text)).toThrow(InvalidValue)
    expect(() => parseMirrors(text)).toThrow(new RegExp(`^line \\d .*${message}`))
  })
})

describe('an address on this machine that a registry sends its callers to', () => {
  const here = new URL('http://127.0.0.1:8080/token')
  const mirrors = parseMirrors('docker.io=http://mirror.example:5000')

  it.each(['http://localhost:5000', 'http://127.0.0.1:5000', 'http://mirror.example:5000'])(
    'is called for %s',
    (sender) => {
      expect(calledUrl(here, mirrors, new URL(sender))).toBe(here)
    },
  )

  it.each(['https://ghcr.io', 'https://localhost.example'])('is not called for %s', (sender) => {
    expect(() => calledUrl(here, mirrors, new URL(sender))).toThrow('is not reached by https')
  })

  it('is called by https whoever sends there, and a mirror as well', () => {
    const sender = new URL('https://ghcr.io')
    const secure = new URL('https://127.0.0.1/token')
    expect(calledUrl(secure, mirrors, sender)).toBe(secure)
    const hub = new URL('https://docker.io/v2/')
    expect(calledUrl(hub, mirrors, sender).href).toBe('http://mirror.example:5000/v2/')
  })

  it('is shown no credentials as the token service of a registry elsewhere', async () => {
    const quiet = (): void => undefined
    const attempt = new Attempt({
      run: new AbortController().signal,
      log: { info: quiet, warning: quiet, debug: quiet },
      host: 'ghcr.io',
      seconds: 1,
    })
    const request = {
      challenges: parseChallenges(`Bearer realm="${here.href}"`),
      identity: { username: 'u', password: 'p' },
      host: 'ghcr.io',
      repository: 'owner/api',
    }
    await expect(authorize(request, { mirrors: new Map(), attempt })).rejects.toThrow(
      'The registry sends its callers to http://127.0.0.1:8080, which is not reached by https.',
    )
    attempt.end()
  })
})
