import { invalid, type InputSpec, type Raw, type InputOptions } from '@deploy-actions/action-kit'
import { validateHeaderValue } from 'node:http'
import { isIP } from 'node:net'
import { findAddress, type Address } from '../http/address.ts'
import { eachEntry, isHeaderName } from './matchers.ts'

/** Headers that follow from the request itself; another value would break the exchange. */
const ownHeaders = new Set(['connection', 'content-length', 'transfer-encoding', 'upgrade'])

/** Headers to send. */
export function requestHeaders<const O extends InputOptions>(
  options: O,
): InputSpec<ReadonlyMap<string, string>> & O {
  const parse = (raw: Raw): ReadonlyMap<string, string> => {
    const seen = new Set<string>()
    return new Map(
      eachEntry(raw, (name, value) => {
        if (!isHeaderName(name)) invalid('is no name of a header; allowed: such as Accept')
        if (ownHeaders.has(name.toLowerCase())) invalid('is set by the check itself; leave it out')
        if (seen.has(name.toLowerCase()))
          invalid('is given twice; allowed: once, whatever the case')
        seen.add(name.toLowerCase())
        return [name, headerValue(name, value)]
      }),
    )
  }
  return { ...options, type: 'map', parse }
}

function headerValue(name: string, value: string): string {
  try {
    validateHeaderValue(name, value.trim())
  } catch {
    invalid('has characters that no header may have; allowed: one line of Latin letters and signs')
  }
  return value.trim()
}

/** Host names with the address to call in their place. */
export function resolutions<const O extends InputOptions>(
  options: O,
): InputSpec<ReadonlyMap<string, Address>> & O {
  const parse = (raw: Raw): ReadonlyMap<string, Address> =>
    new Map(
      eachEntry(raw, (host, written) => {
        if (!/^[\w.-]+$/.test(host) || isIP(host) !== 0) {
          invalid('is no host name; allowed: the host of url, without port')
        }
        const address = findAddress(written.trim())
        return address === undefined
          ? invalid(
              'has no address; allowed: such as 10.0.0.7, 10.0.0.7:8443, [::1]:8443 or a host name',
            )
          : [host.toLowerCase(), address]
      }),
    )
  return { ...options, type: 'map', parse }
}
