import {
  asText,
  invalid,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'

/** The form of a region's name in every partition: us-east-1, us-gov-west-1, eusc-de-east-1. */
const form = /^[a-z]{2,6}(-[a-z]{2,12}){1,3}-\d{1,2}$/

/** Whether a text has the form of a region's name. */
export function isRegionName(text: string): boolean {
  return form.test(text)
}

/** The name of an AWS region. Only its form is checked: AWS opens new ones. */
export function region<const O extends InputOptions>(options: O): InputSpec<string> & O {
  const parse = (raw: Raw): string => {
    const name = asText(raw)
    return isRegionName(name) ? name : invalid('is no name of a region; allowed: such as us-east-1')
  }
  return { ...options, type: 'string', parse }
}
