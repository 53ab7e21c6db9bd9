import {
  asText,
  invalid,
  map,
  parseEach,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'
import { parseImageReference } from '@deploy-actions/registry'

/** What services are to run: all of them the same, or each its own, by the name of the service. */
export type ExpectedImages = string | ReadonlyMap<string, string>

/** An output that was dropped on its way would expect nothing, and let every image pass. */
const emptyIsWrong =
  'is empty, so every image would pass: check the expression that it comes from, or leave it out'

const digest = /^sha256:[0-9a-f]{64}$/

/** A digest, or the name of an image. */
export function expectedImage<const O extends InputOptions>(options: O): InputSpec<string> & O {
  return { ...options, type: 'string', emptyIsWrong, parse: parseImage }
}

/** A digest or the name of an image for all services, or `service=…` lines. */
export function expectedImages<const O extends InputOptions>(
  options: O,
): InputSpec<ExpectedImages> & O {
  const parse = (raw: Raw): ExpectedImages =>
    typeof raw === 'string' && !/^\s*\{|=|:\s/.test(raw)
      ? parseImage(raw)
      : new Map(parseEach(map({ description: '' }).parse(raw), parseImage))
  return { ...options, type: 'string or map', parse }
}

function parseImage(raw: Raw): string {
  const text = asText(raw)
  if (text === '') invalid(emptyIsWrong)
  if (digest.test(text)) return text
  if (text.startsWith('sha256:'))
    invalid('is no digest; allowed: sha256: and 64 digits of 0-9 and a-f')
  parseImageReference(text)
  return text
}
