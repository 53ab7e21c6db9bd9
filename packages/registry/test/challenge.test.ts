import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChallenges } from '../src/distribution/challenge.ts'

/** The challenges, with their parameters as an object. */
function read(header: string) {
  return parseChallenges(header).map(({ scheme, parameters }) => [
    scheme,
    Object.fromEntries(parameters),
  ])
}

describe('what a registry wants to be shown', () => {
  it.each([
    [
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/nginx:pull"',
      [
        [
          'bearer',
          {
            realm: 'https://auth.docker.io/token',
            service: 'registry.docker.io',
            scope: 'repository:library/nginx:pull',
          },
        ],
      ],
    ],
    [
      'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:user/image:pull"',
      [
        [
          'bearer',
          {
            realm: 'https://ghcr.io/token',
            service: 'ghcr.io',
            scope: 'repository:user/image:pull',
          },
        ],
      ],
    ],
    ['Basic realm="Registry"', [['basic', { realm: 'Registry' }]]],
    ['basic realm=Registry', [['basic', { realm: 'Registry' }]]],
    ['BEARER Realm = "x" , Service = "y"', [['bearer', { realm: 'x', service: 'y' }]]],
    [
      'Bearer realm="a,b",scope="repository:x:pull,push"',
      [['bearer', { realm: 'a,b', scope: 'repository:x:pull,push' }]],
    ],
    ['Bearer realm="a \\"b\\" \\\\c"', [['bearer', { realm: 'a "b" \\c' }]]],
    [
      'Bearer realm="r",error="insufficient_scope", Basic realm="b"',
      [
        ['bearer', { realm: 'r', error: 'insufficient_scope' }],
        ['basic', { realm: 'b' }],
      ],
    ],
    [
      'Negotiate, Basic realm="b"',
      [
        ['negotiate', {}],
        ['basic', { realm: 'b' }],
      ],
    ],
    ['', []],
    ['=broken', []],
    ['Bearer realm="never closed', [['bearer', {}]]],
  ])('%s', (header, expected) => {
    expect(read(header)).toEqual(expected)
  })

  it('is read from any text without an end that never comes', () => {
    const pieces = fc.constantFrom('Bearer', 'Basic', ' ', ',', '=', '"', '\\', 'realm', 'x')
    fc.assert(
      fc.property(fc.array(pieces), (all) => {
        for (const { scheme } of parseChallenges(all.join(''))) expect(scheme).not.toBe('')
      }),
    )
  })
})
