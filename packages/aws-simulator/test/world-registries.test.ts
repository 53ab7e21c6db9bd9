import { describe, expect, it } from 'vitest'
import { parseWorld } from '../src/index.ts'

describe('A world file with registries', () => {
  it.each([
    ['a platform of one word', 'images: [{repository: app, platforms: [amd64]}]', /such as linux/],
    [
      'a platform twice',
      'images: [{repository: app, platforms: [linux/amd64, linux/amd64]}]',
      /each once/,
    ],
    [
      'a repository without a name',
      'repositories: [{imageTagMutability: MUTABLE}]',
      /repositoryName/,
    ],
    ['an address as a host', 'registries: [{host: "https://ghcr.io"}]', /a host such as ghcr\.io/],
    ['a registry twice', 'registries: [{host: ghcr.io}, {host: ghcr.io}]', /is there already/],
    ['another name of Docker Hub', 'registries: [{host: index.docker.io}]', /write docker\.io/],
    [
      'users of ECR',
      'registries: [{host: 123456789012.dkr.ecr.us-east-1.amazonaws.com, authentication: token}]',
      /has no users of its own/,
    ],
    [
      'two behaviours of what is built for one repository',
      'builtImages: [{repository: app, behaviour: {}}, {repository: docker.io/library/app, behaviour: {}}]',
      /said already/,
    ],
    ['a limit without a time', 'registries: [{host: ghcr.io, rateLimit: {requests: 3}}]', /"per"/],
  ])('is refused with %s', (_, text, problem) => {
    expect(() => parseWorld(text)).toThrow(problem)
  })

  it('may name the calls of registries in faults and actors', () => {
    const text = `
faults: [{ operation: Pull*, reset: true }]
actors: [{ after: 1s, since: { operation: HeadManifest }, operation: ListClusters, input: {} }]`
    expect(() => parseWorld(text)).not.toThrow()
  })
})
