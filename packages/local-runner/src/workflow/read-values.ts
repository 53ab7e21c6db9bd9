import type { LiteralToken } from '@actions/workflow-parser/templates/tokens/index'
import {
  getWorkflowSchema,
  isString,
  NoOperationTraceWriter,
  readTemplate,
  StringToken,
  TemplateContext,
  TemplateValidationErrors,
  WORKFLOW_ROOT,
  YamlObjectReader,
} from './github-parser.ts'
import type { Template } from './model.ts'

/**
 * Reads a valid workflow once more, for its values. For the sake of exact places in messages,
 * GitHub's parser takes the text around expressions in a block of several lines from the source,
 * indentation and quotes included; what runs has to be the value that YAML gives it.
 */
export function readValues(source: {
  readonly file: string
  readonly content: string
}): Template | undefined {
  const context = new TemplateContext(
    new TemplateValidationErrors(),
    getWorkflowSchema(),
    new NoOperationTraceWriter(),
  )
  const fileId = context.getFileId(source.file)
  const reader = new ValueReader(fileId, source.content)
  return readTemplate(context, WORKFLOW_ROOT, reader, fileId)
}

class ValueReader extends YamlObjectReader {
  override allowLiteral(): LiteralToken | undefined {
    const token = super.allowLiteral()
    if (token === undefined || !isString(token)) return token
    return new StringToken(token.file, token.range, token.value, token.definitionInfo)
  }
}
