import type { Parsed, Problem } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import type { serviceCheckInputs } from './service-check.ts'

/** The inputs about services, as far as they are given and could be read. */
export interface SomeServiceInputs {
  readonly given: ReadonlySet<string>
  readonly values: Partial<Parsed<typeof serviceCheckInputs>>
}

/** What is wrong between the inputs about services. */
export function serviceCheckProblems({ given, values }: SomeServiceInputs): readonly Problem[] {
  const withoutServices = ['min-task-age', 'expect-digest'] as const
  if (!given.has('services')) {
    const message = 'belongs to services, and none is named; in checks it stands beside its service'
    return withoutServices.filter((name) => given.has(name)).map((path) => ({ path, message }))
  }
  const { services, expectDigest } = values
  if (services === undefined || expectDigest === undefined || typeof expectDigest === 'string') {
    return []
  }
  const names = services.map(nameFromArn)
  const unknown = [...expectDigest.keys()].filter((name) => !names.includes(name))
  const message = `is none of services, which are: ${names.join(', ')}`
  return unknown.map((name) => ({ path: `expect-digest.${name}`, message }))
}
