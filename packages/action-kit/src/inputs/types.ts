import { parseDuration } from './duration.ts'
import { parseMap, type MapEdit } from './map.ts'
import { nearest } from './nearest.ts'
import { fillEach } from './fill.ts'
import {
  asWritten,
  invalid,
  type Fill,
  type InputOptions,
  type InputSpec,
  type Raw,
} from './spec.ts'
import { parseYaml, parseYamlWith } from './yaml.ts'

/** Any text, without the white space around it. */
export function text<const O extends InputOptions>(options: O): InputSpec<string> & O {
  return { ...options, type: 'string', parse: asText }
}

/** `true` or `false`, and nothing else. */
export function flag<const O extends InputOptions>(options: O): InputSpec<boolean> & O {
  const parse = (raw: Raw, fill?: Fill): boolean => {
    const value = asText(raw, fill)
    if (value !== 'true' && value !== 'false') invalid('is neither true nor false')
    return value === 'true'
  }
  return { ...options, type: 'bool', allowed: ['true', 'false'], parse }
}

interface IntegerOptions extends InputOptions {
  readonly min?: number
  readonly max?: number
}

/** A whole number between `min` (0) and `max`. */
export function integer<const O extends IntegerOptions>(options: O): InputSpec<number> & O {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = options
  const range = options.max === undefined ? `from ${min}` : `from ${min} to ${max}`
  const parse = (raw: Raw, fill?: Fill): number => {
    const value = asText(raw, fill)
    const number = /^-?\d{1,15}$/.test(value)
      ? Number(value)
      : invalid(`is no whole number; allowed: ${range}`)
    return number >= min && number <= max ? number : invalid(`is out of range; allowed: ${range}`)
  }
  return { ...options, type: 'int', parse }
}

/** One word of a closed list. */
export function choice<
  const V extends readonly [string, ...string[]],
  const O extends InputOptions,
>(allowed: V, options: O): InputSpec<V[number]> & O {
  const parse = (raw: Raw, fill?: Fill): V[number] => {
    const value = asText(raw, fill)
    const found = allowed.find((word) => word === value)
    if (found !== undefined) return found
    const guess = nearest(value, allowed)
    return invalid(
      `is not one of: ${allowed.join(', ')}${guess === undefined ? '' : ` (did you mean ${guess}?)`}`,
    )
  }
  return { ...options, type: 'enum', allowed, parse }
}

interface DurationOptions extends InputOptions {
  /** The shortest and the longest that is allowed, such as `['1s', '7d']`. */
  readonly range?: readonly [shortest: string, longest: string]
}

/** A length of time such as `90s`, `10m` or `1h30m`, in seconds. */
export function duration<const O extends DurationOptions>(options: O): InputSpec<number> & O {
  const parse = (raw: Raw, fill?: Fill): number =>
    inRange(parseDuration(asText(raw, fill)), options)
  return { ...options, type: 'duration', parse }
}

/** A length of time in seconds, or one word that stands for a length found out later. */
export function durationOr<const W extends string, const O extends DurationOptions>(
  word: W,
  options: O,
): InputSpec<number | W> & O {
  const parse = (raw: Raw, fill?: Fill): number | W => {
    const value = asText(raw, fill)
    return value === word ? word : inRange(parseDuration(value, `, or ${word}`), options)
  }
  return { ...options, type: `duration or \`${word}\``, parse }
}

function inRange(seconds: number, { range }: DurationOptions): number {
  if (range === undefined) return seconds
  const [shortest, longest] = range
  const fits = seconds >= parseDuration(shortest) && seconds <= parseDuration(longest)
  return fits ? seconds : invalid(`is out of range; allowed: from ${shortest} to ${longest}`)
}

/** Several texts: one a line, separated by commas, or a list in JSON or YAML. */
export function list<const O extends InputOptions>(options: O): InputSpec<readonly string[]> & O {
  return { ...options, type: 'list', parse: (raw, fill = asWritten) => parseList(raw).map(fill) }
}

function parseList(raw: Raw): readonly string[] {
  if (Array.isArray(raw)) return raw.map((item: Raw) => asText(item))
  const source = asText(raw)
  // What toJSON() and YAML write would come apart at its commas and keep its brackets and dashes.
  if (/^\[|^- /.test(source)) {
    const tree = parseYaml(source)
    return Array.isArray(tree) ? parseList(tree) : invalid('is no list')
  }
  const items = source.split(/[\n,]/).map((item) => item.trim())
  return items.filter((item) => item !== '')
}

/** Names with texts: `NAME=VALUE` lines, a JSON object or a YAML mapping. */
export function map<const O extends InputOptions>(
  options: O,
): InputSpec<ReadonlyMap<string, string>> & O {
  const parse = (raw: Raw, fill?: Fill): ReadonlyMap<string, string> => {
    const values = new Map<string, string>()
    for (const [name, value] of fillEach(parseMap(raw), fill)) {
      if (value === undefined)
        invalid('cannot be removed here: this input has no `!NAME`', `!${name}`)
      values.set(name, value)
    }
    return values
  }
  return { ...options, type: 'map', parse }
}

/** Like {@link map}, and `!NAME` removes a name: its value is then undefined. */
export function mapEdit<const O extends InputOptions>(options: O): InputSpec<MapEdit> & O {
  return { ...options, type: 'map', parse: (raw, fill) => fillEach(parseMap(raw), fill) }
}

/**
 * YAML (or JSON) of a form of its own; `read` gets the tree, with every scalar as written. It fills each text once that
 * is taken apart: a value of a variable can then never become a second variable, word or key. What `read` finds wrong at
 * a path is told with line and column.
 */
export function yaml<T, const O extends InputOptions>(
  options: O,
  read: (tree: Raw, fill: Fill) => T,
): InputSpec<T> & O {
  const parse = (raw: Raw, fill = asWritten): T =>
    typeof raw === 'string' ? parseYamlWith(raw, (tree) => read(tree, fill)) : read(raw, fill)
  return { ...options, type: 'yaml', parse }
}

/** The value as text without the white space around it; a list or a mapping is invalid. */
export function asText(raw: Raw, fill: Fill = asWritten): string {
  return typeof raw === 'string'
    ? fill(raw.trim())
    : invalid('must be text, not a list or a mapping')
}
