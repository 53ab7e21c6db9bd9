import { app, holding, json, type Situations } from './situation.ts'

const calls = [
  ...['DescribeSecret', 'GetSecretValue', 'ListSecretVersionIds', 'PutSecretValue'],
  ...['UpdateSecretVersionStage', 'TagResource'],
] as const

/** Secrets that may not be written. */
export const refusals: Situations = {
  'a secret that is scheduled for deletion': ({ given, stored }) => ({
    world: holding({ KEY: stored.value }, { deletedDate: '2026-01-08T00:00:00Z' }),
    inputs: { ...app, values: json({ KEY: given.value }) },
    ends: 'failed preflight',
  }),
  'a secret of another service': ({ given, stored }) => ({
    world: holding({ KEY: stored.value }, { owningService: 'rds' }),
    inputs: { ...app, values: json({ KEY: given.value }) },
    ends: 'failed preflight',
  }),
  'a value that is too long': ({ given, stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, values: json({ KEY: given.value, LONG: 'x'.repeat(65_537) }) },
    ends: 'failed preflight',
  }),
  'another version than was expected': ({ given, stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, values: json({ KEY: given.value }), 'expect-version': 'none' },
    ends: 'failed conflict',
  }),
  'a role that may do only some of it': ({ given, stored, draw }) => {
    const actions = [
      'DescribeSecret',
      'GetSecretValue',
      'PutSecretValue',
      'UpdateSecretVersionStage',
    ]
    const allowed = actions.slice(0, draw(actions.length)).map((name) => `secretsmanager:${name}`)
    const statement = {
      Effect: 'Allow',
      Action: ['sts:GetCallerIdentity', ...allowed],
      Resource: '*',
    }
    return {
      world: {
        ...holding({ KEY: stored.value }),
        caller: { policies: [{ Version: '2012-10-17', Statement: [statement] }] },
      },
      inputs: { ...app, values: json({ KEY: given.value }) },
      ends: 'failed access-denied',
    }
  },
}

/** Calls that fail. */
export const faults: Situations = {
  'a call that fails for a while': ({ given, stored, draw }) => ({
    world: {
      ...holding({ KEY: stored.value }),
      faults: [
        {
          operation: calls[draw(calls.length)] ?? '',
          calls: [1],
          ...[
            { error: { name: 'ThrottlingException', message: 'Rate exceeded' } },
            { error: { name: 'InternalServiceError', status: 500 }, takesEffect: true },
            { reset: true },
            { reset: true, takesEffect: true },
          ][draw(4)],
        },
      ],
    },
    inputs: { ...app, values: json({ KEY: given.value }) },
    ends: 'written',
  }),
  'a call that fails for good': ({ given, stored, draw }) => ({
    world: {
      ...holding({ KEY: stored.value }),
      faults: [
        {
          operation: calls.filter((name) => !/^(List|Tag)/.test(name))[draw(4)] ?? '',
          error: { name: 'InternalServiceError', status: 500, message: 'It broke.' },
        },
      ],
    },
    inputs: { ...app, values: json({ KEY: given.value }) },
    ends: 'failed service-error',
  }),
  'a refusal that repeats what was sent': ({ given, stored, draw }) => ({
    world: {
      ...holding({ KEY: stored.value }),
      faults: [
        {
          operation: ['PutSecretValue', 'UpdateSecretVersionStage'][draw(2)] ?? '',
          error: {
            name: 'ValidationException',
            message: `1 validation error detected: Value '${given.value}' (was '${stored.value}') at 'secretString' failed`,
          },
        },
      ],
    },
    inputs: { ...app, values: json({ KEY: given.value }) },
    ends: 'failed service-error',
  }),
}
