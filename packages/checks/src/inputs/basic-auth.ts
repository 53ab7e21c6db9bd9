import { invalid, type InputSpec, asText, type InputOptions } from '@deploy-actions/action-kit'

/** `user:password`, split at the first colon by the server (RFC 7617). */
export function credentials<const O extends InputOptions>(options: O): InputSpec<string> & O {
  return {
    ...options,
    type: 'string',
    parse(raw) {
      const pair = asText(raw)
      return /^[^:\s]+:./.test(pair) ? pair : invalid('is no pair; allowed: user:password')
    },
  }
}
