import { split } from 'shlex'
import { asText } from './types.ts'
import {
  asWritten,
  invalid,
  isList,
  type Fill,
  type InputOptions,
  type InputSpec,
  type Raw,
} from './spec.ts'
import { parseYaml } from './yaml.ts'

/**
 * A command and its arguments: a list in JSON or YAML, or a line that is split as a POSIX shell would split it. No
 * shell ever runs it: `$`, `;` and `|` are ordinary characters.
 */
export function commandLine<const O extends InputOptions>(
  options: O,
): InputSpec<readonly string[]> & O {
  const parse = (raw: Raw, fill: Fill = asWritten): readonly string[] => wordsOf(raw).map(fill)
  return { ...options, type: 'list or shell-like line', parse }
}

function wordsOf(raw: Raw): readonly string[] {
  if (typeof raw !== 'string') return listOf(raw)
  const line = raw.trim()
  if (/^\[|^- /.test(line)) return listOf(parseYaml(line))
  try {
    return split(line)
  } catch {
    return invalid('has a quote that is not closed, or ends with a backslash')
  }
}

/** Every word as it was written: an empty one, and one of white space, may mean something. */
function listOf(tree: Raw): readonly string[] {
  if (!isList(tree)) return invalid('must be a list of words, or a line')
  return tree.map((word) => (typeof word === 'string' ? word : asText(word)))
}
