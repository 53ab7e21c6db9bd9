import {
  duration,
  invalid,
  type InputSpec,
  type Raw,
  asText,
  type InputOptions,
} from '@deploy-actions/action-kit'

/** A length of time that may be shorter than a second (`800ms`), in milliseconds. */
export function latency<const O extends InputOptions>(options: O): InputSpec<number> & O {
  const wholeSeconds = duration({ description: '' })
  const parse = (raw: Raw): number => {
    const written = asText(raw)
    const milliseconds = /^(\d{1,9})ms$/.exec(written)?.[1]
    const found =
      milliseconds === undefined ? 1000 * wholeSeconds.parse(written) : Number(milliseconds)
    return found > 0 ? found : invalid('must be more than nothing; allowed: such as 800ms or 2s')
  }
  return { ...options, type: 'duration (also `800ms`)', parse }
}
