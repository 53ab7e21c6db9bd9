import { describe, expect, it } from 'vitest'
import { dockerConfigFor } from '../src/index.ts'

const auth = Buffer.from('ci:pass:word').toString('base64')
const user = { username: 'ci', password: 'pass:word' }

describe('the configuration of docker', () => {
  it('logs in to each registry by its host, and to Docker Hub by its old address', () => {
    const hosts = ['123456789012.dkr.ecr.us-east-1.amazonaws.com', 'ghcr.io', 'docker.io']
    const text = dockerConfigFor(hosts.map((host) => ({ host, ...user })))
    expect(JSON.parse(text)).toEqual({
      auths: {
        '123456789012.dkr.ecr.us-east-1.amazonaws.com': { auth },
        'ghcr.io': { auth },
        'https://index.docker.io/v1/': { auth },
      },
    })
  })

  it('without any login keeps out what the machine has', () => {
    expect(JSON.parse(dockerConfigFor([]))).toEqual({ auths: {} })
  })
})
