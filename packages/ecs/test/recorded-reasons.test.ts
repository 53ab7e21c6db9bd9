import { describe, expect, it } from 'vitest'
import { causeOfEvent } from '../src/diagnosis/event-classes.ts'
import { classifyReason } from '../src/diagnosis/reason-classes.ts'
import { containerReasons } from './recorded/containers.ts'
import { recordedEvents } from './recorded/events.ts'
import { imageReasons } from './recorded/images.ts'
import { secretReasons } from './recorded/secrets.ts'

describe('a recorded reason for which a task stopped', () => {
  it.each([...secretReasons, ...imageReasons, ...containerReasons])(
    'is told as $kind: $words',
    ({ kind, words }) => {
      expect(classifyReason(words)?.kind).toBe(kind)
    },
  )

  it.each([
    'Scaling activity initiated by (deployment ecs-svc/9777466663046697950)',
    'Essential container in task exited',
    'Task failed to start',
    'Service secrets-capacity was updated by the team image-memory',
    'The secret ingredient is capacity; parameters were invalid',
    'Task stopped by user: out of memory of the last incident',
  ])('that tells no cause stays without one: %s', (words) => {
    expect(classifyReason(words)).toBeUndefined()
  })

  it.each([
    ['image-missing', 'registry.example.com/secrets/asm-timed-out:ecr'],
    ['image-missing', 'ghcr.io/acme/no-space-left-on-device:429'],
    ['image-missing', '123456789012.dkr.ecr.us-east-1.amazonaws.com/log-driver:exec-format-error'],
  ])('is not taken in by the name of an image: %s for %s', (kind, image) => {
    const words = `CannotPullContainerError: ref pull has been retried 1 time(s): failed to resolve reference "${image}": ${image}: not found`
    expect(classifyReason(words)?.kind).toBe(kind)
  })

  it.each([
    ['secret-key', 'did not contain json key OutOfMemory'],
    ['parameter', 'invalid parameters: /app/no-space-left-on-device'],
    ['command', 'starting container process: exec: "/bin/timed out": executable file not found'],
  ])('is not taken in by the name of a key, a parameter or a program: %s', (kind, words) => {
    expect(classifyReason(words)?.kind).toBe(kind)
  })
})

describe('a recorded event of a service', () => {
  it.each(recordedEvents)('is told as $kind: $words', ({ kind, words }) => {
    expect(causeOfEvent(words)?.kind).toBe(kind)
  })
})
