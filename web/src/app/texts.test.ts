import { describe, expect, it } from 'vitest'
import { en, zh } from './texts'

type Tree = { [key: string]: string | Tree }

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value)
    else for (const [path, text] of leaves(value, `${prefix}${key}.`)) found.set(path, text)
  }
  return found
}

const chinese = leaves(zh as Tree)
const english = leaves(en as Tree)
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('texts of the pages', () => {
  it('exist in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('name the same values in both languages', () => {
    for (const [key, text] of chinese) {
      // English plurals repeat the sentence after a bar.
      const forms = (english.get(key) ?? '').split(' | ')
      for (const form of forms) expect([key, ...placeholders(form)]).toEqual([key, ...placeholders(text)])
    }
  })

  it('are not empty and are without exclamation marks', () => {
    for (const [key, text] of [...chinese, ...english]) {
      expect(text.trim(), key).not.toBe('')
      expect(text, key).not.toMatch(/[!！]/)
    }
  })

  it('contain no Chinese in English', () => {
    for (const [key, text] of english) expect(text, key).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('are all asked for somewhere, and nothing is asked for that does not exist', () => {
    const sources = import.meta.glob(['/src/**/*.vue', '/src/**/*.ts', '!/src/**/*.test.ts', '!/src/**/*exts.ts'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }) as Record<string, string>
    const code = Object.values(sources).join('\n')
    const literal = [...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1]!)
    expect(literal.filter((key) => !chinese.has(key))).toEqual([])

    // Keys put together at run time: t(`data.state.${…}`).
    const prefixes = [...code.matchAll(/`([\w.]+)\$\{/g)]
      .map((match) => match[1]!)
      .filter((prefix) => prefix.includes('.'))
    const quoted = new Set([...code.matchAll(/'([\w.]+)'/g)].map((match) => match[1]!))
    const unused = [...chinese.keys()].filter(
      (key) => !quoted.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })
})
