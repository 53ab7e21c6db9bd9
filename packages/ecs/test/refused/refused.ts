/** A definition that must be refused: what it is about, the definition, and where and how that is told. */
export type Refused = readonly [situation: string, definition: object, path: string, words: string]

const role = 'arn:aws:iam::123456789012:role/execution'
const image = 'ghcr.io/owner/api:1'

/** A definition for Fargate that is right but for the changes. */
export function onFargate(container: object = {}, task: object = {}): object {
  return {
    family: 'api',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    executionRoleArn: role,
    ...task,
    containerDefinitions: [{ name: 'api', image, ...container }],
  }
}

/** A definition for EC2, on a bridge, that is right but for the changes. */
export function onEc2(container: object = {}, task: object = {}): object {
  return {
    family: 'api',
    requiresCompatibilities: ['EC2'],
    executionRoleArn: role,
    ...task,
    containerDefinitions: [{ name: 'api', image, memory: 512, ...container }],
  }
}

/** The same with more containers. */
export function withSidecars(definition: object, ...sidecars: readonly object[]): object {
  const containers = 'containerDefinitions' in definition ? definition.containerDefinitions : []
  const others = sidecars.map((sidecar, i) => ({
    name: `sidecar-${i}`,
    image,
    memory: 64,
    essential: false,
    ...sidecar,
  }))
  return {
    ...definition,
    containerDefinitions: [
      ...(Array.isArray(containers) ? (containers as object[]) : []),
      ...others,
    ],
  }
}

/** The path of something in the first container. */
export function inFirst(path: string): string {
  return `containerDefinitions[0].${path}`
}
