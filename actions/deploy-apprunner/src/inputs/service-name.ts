import { asText, invalid, type InputOptions, type InputSpec } from '@deploy-actions/action-kit'
import { findArn } from '@deploy-actions/aws'

/** The name or ARN of a service. https://docs.aws.amazon.com/apprunner/latest/api/API_CreateService.html */
export function serviceName<const O extends InputOptions>(options: O): InputSpec<string> & O {
  return {
    ...options,
    type: 'name or ARN',
    parse: (raw, fill) => {
      const name = asText(raw, fill)
      const arn = findArn(name)
      if (arn !== undefined) {
        return arn.service === 'apprunner' && arn.resource.startsWith('service/')
          ? name
          : invalid('is an ARN, but not that of an App Runner service')
      }
      return /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/.test(name)
        ? name
        : invalid(
            'is no name of a service; allowed: 4 to 40 letters, digits, - and _, the first no - or _',
          )
    },
  }
}
