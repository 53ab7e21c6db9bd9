import { parseInputs } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { registryLogin, registryLoginInputs, registryLoginProblems } from '../src/index.ts'

const read = (given: Readonly<Record<string, string>>) =>
  registryLogin(
    parseInputs(registryLoginInputs, (name) => given[name], { rules: [registryLoginProblems] }),
  )
const account = { 'registry-username': 'u', 'registry-password': 'canary' }

describe('the login to a registry', () => {
  it.each([
    ['ghcr.io', 'ghcr.io'],
    ['GHCR.io', 'ghcr.io'],
    ['index.docker.io', 'docker.io'],
    ['registry-1.docker.io', 'docker.io'],
    ['localhost:5000', 'localhost:5000'],
  ])('for %s is for the host that images name: %s', (registry, host) => {
    expect(read({ ...account, registry })).toEqual({ username: 'u', password: 'canary', host })
  })

  it('needs no host, and is none without user and password', () => {
    expect(read(account)).toEqual({ username: 'u', password: 'canary' })
    expect(read({})).toBeUndefined()
  })

  it.each<[inputs: Record<string, string>, words: string]>([
    [{ 'registry-username': 'u' }, 'registry-password: is required'],
    [{ 'registry-password': 'canary' }, 'registry-username: is required'],
    [{ registry: 'ghcr.io' }, 'registry-username: is required with registry'],
    [{ ...account, registry: 'https://ghcr.io' }, 'registry: begins as a web address does'],
    [{ ...account, registry: 'ghcr.io/owner' }, 'registry: is no host of a registry'],
    [{ ...account, registry: 'u:p@ghcr.io' }, 'registry: is no host of a registry'],
  ])('is refused with what is missing or allowed: %o', (inputs, words) => {
    expect(() => read(inputs)).toThrowError(words)
  })
})
