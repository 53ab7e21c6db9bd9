import {
  asText,
  asWritten,
  isList,
  type InputOptions,
  type InputSpec,
} from '@deploy-actions/action-kit'

/** Texts that may hold commas: one a line, or a list in YAML. */
export function lines<const O extends InputOptions>(options: O): InputSpec<readonly string[]> & O {
  return {
    ...options,
    type: 'list',
    parse: (raw, fill = asWritten) => {
      const items = isList(raw) ? raw.map((item) => asText(item)) : asText(raw).split('\n')
      return items.map((item) => fill(item.trim())).filter((item) => item !== '')
    },
  }
}
