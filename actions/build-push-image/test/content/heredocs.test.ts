import { describe, expect, it } from 'vitest'
import { buildOf, projectOf, reasonOf } from './project.ts'
import { images } from './images-of.ts'

describe('an instruction is the next line, and no part of a document,', () => {
  it.for<[string, string]>([
    ['where << stands in single quotes', `RUN echo 'cat <<EOF' > /s`],
    ['where << stands in double quotes', `RUN sh -c "cat <<EOF > /x"`],
    ['where << stands after an escape in quotes', String.raw`RUN echo "a \" <<EOF"`],
    ['where a line of a format has <<', String.raw`RUN printf 'cat <<EOF\nhi\nEOF\n' > /s`],
    ['where << is an operator in quotes', 'RUN python -c "print(1 <<b)"'],
    ['where << belongs to a pattern', `RUN sed -i 's/ <<X/y/' /f`],
    ['where << is seven of them', `RUN ! grep -rn '^<<<<<<< ' .`],
    ['where << is escaped', String.raw`RUN echo \<<EOF`],
    ['where << stands within a word', 'RUN cat<<EOF'],
    ['where << names nothing', 'RUN cat <<- EOF'],
    ['where <<< gives a string', 'RUN cat <<<EOF'],
    ['where the command is JSON', 'RUN ["sh","-c","cat <<EOF ${A%x}"]'],
    ['where the command is JSON after flags', 'RUN --network=none ["a <<EOF ${A%x}"]'],
    ['where the sources are JSON', 'COPY ["<<a", "/x"]'],
    ['where a source is in quotes', 'COPY "a <<b" /x'],
    ['where a trigger has << in quotes', `ONBUILD RUN echo ' <<EOF'`],
    ['where other instructions have <<', 'ENV A <<EOF\nCMD cat <<EOF\nLABEL a="b <<EOF"'],
    ['where a comment between has <<', 'RUN a \\\n # <<EOF\n b'],
    ['where variables are beside a document', 'RUN cat <<A > ${B:-/x}$C\nCOPY --from=c / /\nA'],
    ['after a document that ends', 'RUN cat <<EOF\nCOPY --from=c / /\n EOF\nEOF x\nEOF'],
    [
      'after a document with a space before its name',
      'RUN cat << EOF > /x\nCOPY --from=c / /\nEOF',
    ],
    ['after a document of a trigger', 'ONBUILD RUN <<EOF\nCOPY --from=c / /\nEOF'],
    ['after a document with a number', 'RUN cat 3<<EOF\nCOPY --from=c / /\nEOF'],
    ['after a document with tabs', 'RUN <<-EOF\nCOPY --from=c / /\n \tEOF\n\tEOF'],
    ['after a document without such tabs', 'RUN <<EOF\n\tEOF\nCOPY --from=c / /\nEOF'],
    ['after a document whose name is in quotes', 'RUN <<"E F" cat\nCOPY --from=c / /\nE F'],
    [
      'after a document whose line goes on',
      "RUN <<A \\\n cat <<'B'\nCOPY --from=c / /\nA\nCOPY --from=d / /\nB",
    ],
    ['after what looks like JSON', 'RUN [ -f /x ] && cat <<EOF\nCOPY --from=c / /\nEOF'],
    [
      'after a document beside an escaped quote',
      `RUN echo it\\'s && cat <<EOF\nCOPY --from=c / /\nEOF`,
    ],
    ['after a document whose name is escaped', 'RUN <<\\EOF\nCOPY --from=c / /\nEOF'],
    ['after a document in Windows lines', 'RUN <<EOF\r\nCOPY --from=c / /\r\nEOF\r'],
  ])('%s', ([, instructions]) => {
    const dockerfile = `FROM a:1 AS first\n${instructions}\nFROM b:1 AS release\nCOPY --from=first /x /\n`
    expect(images(dockerfile, { target: 'release' })).toEqual(['a:1', 'b:1'])
  })
})

describe('the content of a build is not known', () => {
  it.for<[string, string, RegExp]>([
    ['where a document has no end', 'RUN echo $(( 1 <<N ))', /^The document <<N in the/],
    ['where a comment of the shell begins one', 'RUN a # <<EOF', /^The document <<EOF in/],
    ['where quotes beside a document stay open', `RUN cat <<EOF # it's\nEOF`, /with RUN has <</],
    ['where an escape is escaped at the end of a line', 'RUN a b\\\\ ', /ends with \\\\,/],
    ['where a variable names a document', 'RUN cat <<$A\n$A', /with RUN has <</],
    ['where a variable beside is edited', 'RUN cat <<A ${B%"}"}\nA', /with RUN has <</],
  ])('%s, be the target there or not', async ([, instructions, reason]) => {
    const dockerfile = `FROM scratch\n${instructions}\nFROM scratch AS release\n`
    const folder = projectOf({ Dockerfile: dockerfile })
    expect(await reasonOf(buildOf(folder, { target: 'release' }))).toMatch(reason)
    expect(await reasonOf(buildOf(folder, { target: 'missing' }))).toMatch(reason)
  })

  it('where what is fetched follows on quotes with <<', async () => {
    const dockerfile = `FROM scratch\nRUN echo ' <<EOF'\nADD https://a.b/c /\n`
    expect(await reasonOf(buildOf(projectOf({ Dockerfile: dockerfile })))).toMatch(/^ADD https/)
  })
})
