import type { Definition } from '../src/index.ts'

/** A definition as people write them; tests change what they are about. */
export function apiDefinition(changes: Partial<Definition> = {}): Definition {
  return {
    family: 'api',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [
      {
        name: 'api',
        image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1',
        portMappings: [{ containerPort: 8000 }],
        environment: [
          { name: 'LEVEL', value: 'info' },
          { name: 'EMPTY', value: '' },
        ],
        secrets: [
          {
            name: 'TOKEN',
            valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf:TOKEN::',
          },
        ],
        command: ['sh', '-c', '', 'x'],
        dockerLabels: {},
      },
      { name: 'sidecar', image: 'envoy:2', essential: false },
    ],
    ...changes,
  }
}
