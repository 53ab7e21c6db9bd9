import type { FinalizeRequestMiddleware } from '@smithy/types'

/** Where it stands: inside of the SDK's retries, outside of what signs requests and reads the clock of AWS. */
export const aroundSigning = {
  relation: 'before',
  toMiddleware: 'httpSigningMiddleware',
  name: 'correctClockOnce',
  override: true,
} as const

/**
 * Lets a call be tried again once for the sake of the runner's clock. Where that is minutes off, the SDK measures anew how much at each
 * refusal, takes that for a correction, and would ask for a minute for what AWS refuses for good.
 */
export function correctClockOnce<
  Input extends object,
  Output extends object,
>(): FinalizeRequestMiddleware<Input, Output> {
  let isCorrected = false
  return (next) => async (args) => {
    try {
      return await next(args)
    } catch (error) {
      const metadata = metadataOf(error)
      if (metadata?.clockSkewCorrected === true) {
        metadata.clockSkewCorrected = !isCorrected
        isCorrected = true
      }
      throw error
    }
  }
}

function metadataOf(error: unknown): { clockSkewCorrected?: boolean } | undefined {
  const { $metadata } = error instanceof Error && '$metadata' in error ? error : {}
  return typeof $metadata === 'object' && $metadata !== null ? $metadata : undefined
}
