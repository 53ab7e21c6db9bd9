import {
  asText,
  invalid,
  type Fill,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'
import { findArn, isRoleArn } from '@deploy-actions/aws'

/** What an ARN has to be of: a service of AWS, and a kind of thing in it, such as `apprunner` and `vpcconnector`. */
export type ArnKind = readonly [service: string, kind: string]

/** The ARN of a thing of that kind. */
export function arnOf<const O extends InputOptions>(
  kind: ArnKind,
  options: O,
): InputSpec<string> & O {
  const parse = (raw: Raw, fill?: Fill): string => readArn(kind, asText(raw, fill))
  return { ...options, type: 'ARN', parse }
}

/** The ARN of a thing of that kind, or `none`. */
export function arnOrNone<const O extends InputOptions>(
  kind: ArnKind,
  options: O,
): InputSpec<string> & O {
  const parse = (raw: Raw, fill?: Fill): string => {
    const text = asText(raw, fill)
    return text === 'none' ? text : readArn(kind, text, ', or none')
  }
  return { ...options, type: 'ARN or `none`', parse }
}

/** The ARN of a role. */
export function roleArn<const O extends InputOptions>(options: O): InputSpec<string> & O {
  const parse = (raw: Raw, fill?: Fill): string => {
    const text = asText(raw, fill)
    return isRoleArn(text)
      ? text
      : invalid('is no ARN of a role; allowed: such as arn:aws:iam::123456789012:role/name')
  }
  return { ...options, type: 'ARN', parse }
}

function readArn([service, kind]: ArnKind, text: string, more = ''): string {
  const arn = findArn(text)
  if (arn?.service === service && arn.resource.startsWith(`${kind}/`)) return text
  const example = `arn:aws:${service}:us-east-1:123456789012:${kind}/…`
  return invalid(`is no ARN of a ${kind} of ${service}; allowed: such as ${example}${more}`)
}
