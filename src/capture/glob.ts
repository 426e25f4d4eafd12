/** True when a path as typed holds pattern signs. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path)
}

/** Folder part of a pattern before the first sign, with its final slash; empty for the current folder. */
export function globRoot(pattern: string): string {
  const fixed = /^[^*?[{]*/.exec(pattern)![0]
  return fixed.slice(0, fixed.lastIndexOf('/') + 1)
}

/**
 * Regular expression for a pattern over whole paths: `*` and `?` inside one name, `**` over folders, `[abc]`, `{a,b}`. As in a shell, signs
 * do not match a name's leading dot.
 */
export function globExpression(pattern: string): RegExp {
  let expression = ''
  let depth = 0
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]!
    const nameStart = at === 0 || pattern[at - 1] === '/'
    if (pattern.startsWith('**/', at) && nameStart) {
      expression += '(?:(?!\\.)[^/]*/)*'
      at += 2
    } else if (pattern.startsWith('**', at)) {
      expression += '(?:(?!\\.)[^/]*/)*(?!\\.)[^/]*'
      at += 1
    } else if (sign === '*') expression += `${nameStart ? '(?!\\.)' : ''}[^/]*`
    else if (sign === '?') expression += '[^/]'
    else if (sign === '[' && pattern.indexOf(']', at + 2) > 0) {
      const end = pattern.indexOf(']', at + 2)
      const inside = pattern
        .slice(at + 1, end)
        .replace(/^[!^]/, '')
        .replace(/[\\\]^]/g, '\\$&')
      expression += `[${/^[!^]/.test(pattern.slice(at + 1)) ? '^/' : ''}${inside}]`
      at = end
    } else if (sign === '{' && pattern.indexOf('}', at) > 0) {
      expression += '(?:'
      depth++
    } else if (sign === '}' && depth > 0) {
      expression += ')'
      depth--
    } else if (sign === ',' && depth > 0) expression += '|'
    else expression += sign.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
  }
  return new RegExp(`^${expression}$`, 'su')
}
