import { readFile } from 'node:fs/promises'
import { CreateServiceRequest$, type CreateServiceRequest, type Service } from '@aws-sdk/client-ecs'
import { ActionError } from '@deploy-actions/action-kit'
import { checkShape, nameFromArn } from '@deploy-actions/aws'
import { settingsChange } from '@deploy-actions/ecs'
import { parse } from 'yaml'
import type { Inputs } from '../inputs.ts'

/**
 * What CreateService is to be called with, but for the task definition: the file that the inputs name, with what they set
 * besides. Throws an `input` error with everything that is wrong in the file.
 */
export async function readServiceDefinition({
  serviceDefinition: path = '',
  reference,
  settings,
}: Inputs): Promise<CreateServiceRequest> {
  const written = parseFile(await readText(path), path)
  const named = {
    ...written,
    cluster: reference.cluster,
    serviceName: nameFromArn(reference.service),
  }
  const problems = checkShape(CreateServiceRequest$, named)
  if (problems.length > 0) {
    throw wrongFile(
      path,
      problems.map((problem) => `${problem.path} ${problem.message}`).join('; '),
    )
  }
  // Its shape was just held against the schema of this very type.
  const request = named as CreateServiceRequest
  return { ...request, ...settingsChange(settings, futureService(request)) }
}

/** The service as it will be when it is created: what a plan and a preflight go by. */
export function futureService({ cluster, ...request }: CreateServiceRequest): Service {
  const { serviceName, tags, loadBalancers, desiredCount = 1 } = request
  return {
    ...request,
    serviceName,
    tags,
    loadBalancers,
    desiredCount,
    clusterArn: cluster,
    runningCount: 0,
    deployments: [],
  }
}

function parseFile(text: string, path: string): object {
  let tree: unknown
  try {
    tree = parse(text)
  } catch {
    throw wrongFile(path, 'it is neither valid JSON nor YAML')
  }
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
    throw wrongFile(path, 'it must be a mapping, as CreateService takes it')
  }
  return tree
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    throw wrongFile(path, `it cannot be read${reason}`)
  }
}

function wrongFile(path: string, what: string): ActionError {
  return new ActionError({
    code: 'input',
    message: `Input service-definition: the file ${path} cannot be used: ${what}.`,
    remedy: 'Correct the file; its keys are those of CreateService. Nothing was created.',
  })
}
