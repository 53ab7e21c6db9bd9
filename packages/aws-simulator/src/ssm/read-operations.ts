import {
  DescribeParameters$,
  GetParameter$,
  GetParameters$,
  type DescribeParametersRequest,
  type DescribeParametersResult,
  type GetParameterRequest,
  type GetParameterResult,
  type GetParametersRequest,
  type GetParametersResult,
  type Parameter as ParameterView,
  type ParameterStringFilter,
} from '@aws-sdk/client-ssm'
import type { Arns } from '../cloud/arns.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Parameter } from '../cloud/parameter-store.ts'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { baseName, findParameter } from './parameter-reference.ts'
import { parameterNotFound, validation, versionNotFound } from './refusals.ts'

const readAtOnce = 10
const defaultPage = 50

/** Get and describe parameters. */
export function readOperations(cloud: Cloud): readonly Operation[] {
  const { parameters, arns } = cloud
  return [
    operation(GetParameter$, (input: GetParameterRequest): GetParameterResult => {
      const { Name: name = '' } = input
      const found = findParameter(parameters, name)
      if (found === undefined) {
        throw findParameter(parameters, baseName(name)) === undefined
          ? parameterNotFound(name)
          : versionNotFound(name)
      }
      return { Parameter: parameterView(found, arns, input.WithDecryption) }
    }),
    operation(GetParameters$, (input: GetParametersRequest) => getParameters(cloud, input)),
    operation(DescribeParameters$, (input: DescribeParametersRequest) =>
      describeParameters(cloud, input),
    ),
  ]
}

/** What is not there is no error: it is listed beside what is. */
function getParameters(
  { parameters, arns }: Cloud,
  input: GetParametersRequest,
): GetParametersResult {
  const { Names: names = [], WithDecryption: isDecrypted } = input
  if (names.length === 0 || names.length > readAtOnce) {
    throw validation('names', `have length between 1 and ${readAtOnce}`)
  }
  const found: ParameterView[] = []
  const missing: string[] = []
  for (const name of new Set(names)) {
    const parameter = findParameter(parameters, name)
    if (parameter === undefined) missing.push(name)
    else found.push(parameterView(parameter, arns, isDecrypted))
  }
  return { Parameters: found, InvalidParameters: missing }
}

/**
 * A page is so many parameters as are looked at, of which a filter may leave few or none, as with AWS: whoever asks goes on
 * while there is a token. What AWS publishes itself (`/aws/…`) is in no list.
 */
function describeParameters(
  { parameters, arns }: Cloud,
  input: DescribeParametersRequest,
): DescribeParametersResult {
  const listed = parameters.all.filter(({ name }) => !name.startsWith('/aws/'))
  const start = Number(input.NextToken ?? 0)
  const end = start + (input.MaxResults ?? defaultPage)
  const found = listed
    .slice(start, end)
    .filter((parameter) =>
      (input.ParameterFilters ?? []).every((filter) => fitsFilter(parameter, filter)),
    )
  return {
    Parameters: found.map((parameter) => ({
      Name: parameter.name,
      ARN: arnOf(parameter, arns),
      Type: parameter.type,
      KeyId: parameter.keyId,
      Description: parameter.description,
      LastModifiedDate: parameter.lastModifiedDate,
      Version: parameter.version,
      Tier: 'Standard' as const,
      DataType: 'text',
      Policies: [],
    })),
    NextToken: end < listed.length ? String(end) : undefined,
  }
}

function fitsFilter(parameter: Parameter, filter: ParameterStringFilter): boolean {
  const { Key: key, Option: option = 'Equals', Values: values = [] } = filter
  const texts: Readonly<Record<string, string>> = { Name: parameter.name, Type: parameter.type }
  const text = key === undefined ? undefined : texts[key]
  if (text === undefined || !['Equals', 'BeginsWith', 'Contains'].includes(option)) {
    const message = `The simulator plays no filter by ${key} with the option ${option}.`
    throw new AwsError('InvalidFilterKey', message)
  }
  return values.some((value) => {
    if (option === 'Contains') return text.includes(value)
    return option === 'BeginsWith' ? text.startsWith(value) : text === value
  })
}

function parameterView(
  parameter: Parameter,
  arns: Arns,
  isDecrypted: boolean | undefined,
): ParameterView {
  const isHidden = parameter.type === 'SecureString' && isDecrypted !== true
  return {
    Name: parameter.name,
    ARN: arnOf(parameter, arns),
    Type: parameter.type,
    Value: isHidden ? encrypted(parameter) : parameter.value,
    Version: parameter.version,
    LastModifiedDate: parameter.lastModifiedDate,
    DataType: 'text',
  }
}

function arnOf({ name }: Parameter, arns: Arns): string {
  return arns.of('ssm', `parameter/${name.replace(/^\//, '')}`)
}

/** Something that is not the value and differs with it, as a ciphertext does. */
function encrypted({ name, version }: Parameter): string {
  return Buffer.from(`encrypted value of ${name}:${version}`).toString('base64')
}
