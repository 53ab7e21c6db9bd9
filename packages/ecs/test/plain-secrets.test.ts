import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { diffDefinitions, plainSecrets } from '../src/index.ts'
import { apiDefinition } from './definition.fixture.ts'

const secret = 'f00d-Cafe-17'
const other = 'f11d-Cafe-28'

const definition = (container: object, task: object = {}) =>
  apiDefinition({ ...task, containerDefinitions: [{ name: 'api', image: 'x:1', ...container }] })
const line = (text: string): Partial<ContainerDefinition> => ({ command: ['sh', '-c', text] })

const places: readonly [situation: string, place: (value: string) => object][] = [
  ['a URL in a line', (value) => line(`psql postgres://app:${value}@db/app`)],
  ['the second URL of a line', (value) => line(`x redis://h,redis://:${value}@db/0`)],
  ['an assignment', (value) => line(`X=1 PGPASSWORD=${value} pg_isready`)],
  ['an assignment in another', (value) => line(`CMD='psql password=${value}'`)],
  ['an option with =', (value) => ({ entryPoint: ['run', `--api-key=${value}`] })],
  ['the word after an option', (value) => ({ entryPoint: ['run', '--api-key', value] })],
  ['the word after -p', (value) => ({ entryPoint: ['run', '-p', value] })],
  ['a property of Java', (value) => ({ command: [`-Dspring.datasource.password=${value}`] })],
  ['the word after -a in a line', (value) => line(`redis-cli -a ${value} ping`)],
  ['what MySQL takes behind -p', (value) => line(`mysqladmin -uroot -p${value} ping`)],
  ['a user with a password', (value) => line(`curl -u admin:${value} http://localhost/`)],
  ['a header', (value) => line(`curl -H "Authorization: Bearer ${value}" http://localhost/`)],
  ['a header with a key', (value) => line(`curl -H 'X-Api-Key: ${value}' http://localhost/`)],
  ['JSON', (value) => ({ command: ['run', `{"auth": {"token": "${value}"}}`] })],
  ['a health check', (value) => ({ healthCheck: { command: ['CMD', 'x', '--pw', value] } })],
  ['a label', (value) => ({ dockerLabels: { note: `a=b,token=${value},c` } })],
  ['a label by its name', (value) => ({ dockerLabels: { 'traefik.auth': value } })],
  ['the place of a reference', (value) => ({ secrets: [{ name: 'A', valueFrom: `x ${value}` }] })],
  [
    'the place of the reference of an option',
    (value) => ({
      logConfiguration: {
        logDriver: 'splunk',
        secretOptions: [{ name: 'A', valueFrom: `${value}?` }],
      },
    }),
  ],
  [
    'the place of a login',
    (value) => ({ repositoryCredentials: { credentialsParameter: `${value}?` } }),
  ],
  [
    'the place of a parameter',
    (value) => ({ secrets: [{ name: 'A', valueFrom: `sk_live_${value}-51H8xKq9mZ2vB4nL8` }] }),
  ],
  [
    'the place of the name of a secret',
    (value) => ({ secrets: [{ name: 'A', valueFrom: `sk_live_${value}-51H8xKq9mZ2vB4nL8:::` }] }),
  ],
  ['a variable that says auth', (value) => ({ environment: [{ name: 'SMTP_AUTH', value }] })],
]

describe('a secret in plain text', () => {
  it.each(places)('is found, and hidden in what differs: in %s', (_, place) => {
    const [before, after] = [definition(place(other)), definition(place(secret))]
    expect(plainSecrets(after).some((one) => one.includes(secret))).toBe(true)
    const diff = diffDefinitions(before, after)
    expect(diff).toContain('*** (before)')
    expect(diff).toContain('*** (after)')
    expect(diff).not.toMatch(/Cafe/)
  })

  it('is found and hidden in the options of a volume', () => {
    const volumes = (password: string) => [
      {
        name: 'v',
        dockerVolumeConfiguration: { driverOpts: { o: `addr=s,password=${password}` } },
      },
    ]
    const [before, after] = [{ volumes: volumes(other) }, { volumes: volumes(secret) }]
    expect(plainSecrets(definition({}, after))).toContain(secret)
    const diff = diffDefinitions(definition({}, before), definition({}, after))
    expect(diff).toContain('"o": "*** (after)"')
    expect(diff).not.toMatch(/Cafe/)
  })

  it('is hidden in the place of the login of a file system', () => {
    const volumes = (credentialsParameter: string) => [
      {
        name: 'v',
        fsxWindowsFileServerVolumeConfiguration: {
          fileSystemId: 'fs-0123456789abcdef0',
          rootDirectory: '/',
          authorizationConfig: { domain: 'shop.example', credentialsParameter },
        },
      },
    ]
    const [before, after] = [{ volumes: volumes(`${other}?`) }, { volumes: volumes(`${secret}?`) }]
    const diff = diffDefinitions(definition({}, before), definition({}, after))
    expect(diff).toContain('*** (after)')
    expect(diff).not.toMatch(/Cafe/)
  })

  it('is hidden with its quotes, and where it stands in another variable', () => {
    const value = 'f00d"Cafe'
    const environment = [
      { name: 'DB_PASSWORD', value },
      { name: 'NOTE', value: `it was ${value} once` },
    ]
    const diff = diffDefinitions(undefined, definition({ environment }))
    expect(diff).toContain('"it was *** once"')
    expect(diff).not.toContain('Cafe')
  })

  it('that is too short to be masked is hidden in what differs', () => {
    const environment = [{ name: 'DB_PASSWORD', value: 'hunter2' }]
    expect(diffDefinitions(undefined, definition({ environment }))).not.toContain('hunter2')
  })

  it.each([
    ['a reference to a variable', line('PGPASSWORD=$DB_PASSWORD psql --password "${DB_PASSWORD}"')],
    ['a path', { command: ['cp', '-a', '/var/cache/app', '--secret=/run/secrets/app'] }],
    ['a port', { command: ['uvicorn', '-p', '8000', '--max-old-space-size=4096'] }],
    ['the working directory', { command: ['PWD=/srv/application', 'x'] }],
    ['an ARN', { command: ['arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbC'] }],
    ['a parameter', { secrets: [{ name: 'A', valueFrom: '/shop/production/api-key-2' }] }],
    ['a secret by its name', { secrets: [{ name: 'A', valueFrom: 'shop/production:API_KEY::' }] }],
    [
      'a secret of a database',
      {
        secrets: [
          { name: 'A', valueFrom: 'rds!cluster-550e8400-e29b-41d4-a716-446655440000:password::' },
        ],
      },
    ],
    ['a login', { repositoryCredentials: { credentialsParameter: '/shop/registry' } }],
    ['a time to live', { dockerLabels: { token: 'true', a: 'token-ttl=3600000000' } }],
  ])('is none, and is shown: %s', (_, container) => {
    expect(plainSecrets(definition(container))).toEqual([])
    expect(diffDefinitions(undefined, definition(container))).not.toContain('***')
  })
})
