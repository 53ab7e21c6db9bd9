import { describe, expect, it } from 'vitest'
import { diagnose } from '../src/logs/diagnose.ts'

/** Events as users of App Runner have published them, and what they mean. */
const recorded: readonly (readonly [event: string, code: string])[] = [
  ['Deployment with ID : 5f1c failed. Failure reason : Failed to copy the image from ECR', 'image'],
  [
    'Failed to pull your application image. Be sure you configure your service with a valid access role to your ECR repository.',
    'image',
  ],
  [
    'Failed to pull your application image. Reason: Invalid Access Role in AuthenticationConfiguration.',
    'image',
  ],
  [
    "Health check failed on protocol `HTTP`[Path: '/api/health'], [Port: '3000']. Check your configured port number. For more information, see the application logs.",
    'container-health',
  ],
  [
    "Health check failed on port '3000'. Check your configured port number. For more information, read the application logs.",
    'container-health',
  ],
  ['Deployment with ID : 5f1c failed. Failure reason : Health check failed.', 'container-health'],
  [
    'Your application stopped or failed to start. See logs for more information.  Container exit code: 1',
    'crash',
  ],
  [
    'Your application stopped or failed to start. See logs for more information.  Container exit code: 139',
    'crash',
  ],
  [
    'Your application stopped or failed to start. See logs for more information.  Container exit code: 137',
    'oom',
  ],
  [
    'Failed to retrieve the secrets of your application. Reason: AccessDeniedException: not authorized',
    'secret',
  ],
  ['Unable to read the SSM parameter /chatbot/url.', 'secret'],
]

const before = [
  'Service update started.',
  'Service status is set to OPERATION_IN_PROGRESS.',
  'Pulling image 123456789012.dkr.ecr.us-east-1.amazonaws.com/secret-room:failed from ECR repository.',
  'Successfully copied the image from ECR.',
  'Performing health check on protocol `HTTP` [Path: /secret/parameters], [Port: 3000].',
]
const after = [
  'Service update failed. For details, see service logs.',
  'Service status is set to RUNNING.',
]

describe('the events of a failed operation', () => {
  it.each(recorded)('are known by their words: %s', (event, code) => {
    const diagnosis = diagnose([...before, event, ...after])
    expect(diagnosis.code).toBe(code)
    expect(diagnosis.because).toContain(
      event
        .replace(/^.*Failure reason : /, '')
        .replaceAll(/ {2,}/g, ' ')
        .replace(/\.$/, ''),
    )
    expect(diagnosis.remedy).toMatch(/\.$/)
  })

  it('tell the cause, not what follows from it', () => {
    const [crash, health] = [recorded[6]?.[0] ?? '', recorded[3]?.[0] ?? '']
    expect(diagnose([crash, health]).code).toBe('crash')
    const image = recorded[0]?.[0] ?? ''
    expect(diagnose([health, image]).code).toBe('image')
  })

  it('tell what an exit code means', () => {
    expect(diagnose([recorded[7]?.[0] ?? '']).because).toMatch(/139 \(it crashed .*SIGSEGV\)\)$/)
  })

  it('say nothing where they are of what went well, whatever images and paths are called', () => {
    expect(diagnose([...before, ...after])).toMatchObject({
      code: 'service-error',
      because: undefined,
    })
    expect(diagnose([]).because).toBeUndefined()
  })
})

describe('an event that names its deployment', () => {
  it('is quoted by its reason alone', () => {
    const line = 'Deployment with ID : 5f1c failed. Failure reason : Health check failed.'
    expect(diagnose([line]).because).toBe('Health check failed')
  })
})
