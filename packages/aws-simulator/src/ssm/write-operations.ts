import {
  DeleteParameter$,
  PutParameter$,
  type DeleteParameterRequest,
  type DeleteParameterResult,
  type PutParameterRequest,
  type PutParameterResult,
} from '@aws-sdk/client-ssm'
import type { Cloud } from '../cloud/cloud.ts'
import type { Parameter, ParameterType } from '../cloud/parameter-store.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { parameterNotFound, validation } from './refusals.ts'

const mostBytes = 4096
const types: readonly ParameterType[] = ['String', 'StringList', 'SecureString']

/** Put and delete parameters. */
export function writeOperations(cloud: Cloud): readonly Operation[] {
  const { parameters } = cloud
  return [
    operation(PutParameter$, (input: PutParameterRequest) => putParameter(cloud, input)),
    operation(DeleteParameter$, ({ Name }: DeleteParameterRequest): DeleteParameterResult => {
      if (parameters.find(Name ?? '') === undefined) throw parameterNotFound(Name)
      parameters.delete(Name ?? '')
      return {}
    }),
  ]
}

function putParameter(
  { parameters, timeline }: Cloud,
  input: PutParameterRequest,
): PutParameterResult {
  const { Name: name = '', Value: value = '', Tags: tags = [], Description: description } = input
  checkValue(name, value)
  const existing = parameters.find(name)
  checkOverwrite(input, existing)
  const type = typeOf(input.Type, existing)
  const before = existing ?? { version: 0, tags, description }
  const version = before.version + 1
  parameters.put({
    name,
    type,
    value,
    version,
    lastModifiedDate: timeline.now(),
    description: description ?? before.description,
    keyId: type === 'SecureString' ? (input.KeyId ?? 'alias/aws/ssm') : undefined,
    tags: before.tags,
  })
  return { Version: version, Tier: 'Standard' }
}

function checkOverwrite(
  { Overwrite: overwrites = false, Tags: tags = [] }: PutParameterRequest,
  existing: Parameter | undefined,
): void {
  if (existing !== undefined && !overwrites) {
    throw new AwsError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    )
  }
  if (overwrites && tags.length > 0) {
    throw new AwsError(
      'ValidationException',
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
    )
  }
}

function checkValue(name: string, value: string): void {
  if (!/^[A-Za-z0-9_.\-/]+$/.test(name)) {
    throw new AwsError(
      'ValidationException',
      'Parameter name: can only include letters, digits, and the symbols _.-/',
    )
  }
  if (value === '') throw validation('value', 'have length greater than or equal to 1')
  if (Buffer.byteLength(value) > mostBytes) {
    const message = `Standard tier parameters support a maximum parameter value of ${mostBytes} characters.`
    throw new AwsError('ValidationException', message)
  }
}

function typeOf(given: string | undefined, existing: Parameter | undefined): ParameterType {
  const wanted = given ?? existing?.type
  if (wanted === undefined) {
    const message = 'A parameter type is required when you create a parameter.'
    throw new AwsError('ValidationException', message)
  }
  const type = types.find((candidate) => candidate === wanted)
  if (type !== undefined) return type
  throw validation('type', `satisfy enum value set: [${types.join(', ')}]`)
}
