import {
  isList,
  yaml,
  type Fill,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'
import { parseVerification, type Verification } from '@deploy-actions/checks'

/** Checks of a service whose address is known only later. */
export type VerificationFor = (address: string) => Verification

/**
 * Checks in which `{url}` stands for the address of the service: `{url}/health` and `https://{url}/health` are the same, and
 * in headers or `resolve` it is the host alone.
 */
export function serviceVerification<const O extends InputOptions>(
  options: O,
): InputSpec<VerificationFor> & O {
  return yaml(options, (tree, fill) => {
    const filled = filledWith(tree, fill)
    // What is wrong is told now, whatever the address will be.
    parseVerification(withAddress(filled, 'example.awsapprunner.com'))
    return (address) => parseVerification(withAddress(filled, address))
  })
}

/** Keys have it too: hosts are keys in `resolve`. */
function withAddress(tree: Raw, address: string, key = ''): Raw {
  const withHost = (text: string): string => text.replaceAll('{url}', address)
  if (typeof tree === 'string') {
    return withHost(key === 'url' ? tree.replace(/^\{url\}/, 'https://{url}') : tree)
  }
  if (isList(tree)) return tree.map((item) => withAddress(item, address))
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [
      withHost(name),
      withAddress(value, address, name),
    ]),
  )
}

function filledWith(tree: Raw, fill: Fill): Raw {
  if (typeof tree === 'string') return fill(tree)
  if (isList(tree)) return tree.map((item) => filledWith(item, fill))
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name, filledWith(value, fill)]),
  )
}
