import { nextTick } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { forgetAllDrafts } from './draft'
import { mergeOf } from './merge'
import { useForm } from './useForm'

afterEach(() => sessionStorage.clear())

const initial = () => ({ name: '', phone: '', roles: [] as string[] })
type Person = ReturnType<typeof initial>
const refusal = (status: number, facts: Record<string, unknown>) => new Problem(status, 'x', 't', 'd', null, facts)

function formOf(save: (values: Person) => Promise<string>, draft?: string) {
  return useForm<Person, string>({
    initial,
    draft,
    check: (values) => ({ name: values.name ? '' : '请填写姓名' }),
    save,
    current: (facts) => facts['current'] as Person,
  })
}

describe('a form', () => {
  it('says faults once it was tried, and sends nothing before they are mended', async () => {
    let sent = 0
    const form = formOf(async () => String(++sent))
    expect(form.faults.value).toEqual({})
    expect(await form.submit()).toBeNull()
    expect(form.faults.value).toEqual({ name: '请填写姓名' })
    expect(sent).toBe(0)
    form.values.name = '王芳'
    expect(form.faults.value).toEqual({})
    expect(await form.submit()).toBe('1')
    expect(form.dirty.value).toBe(false)
  })

  it("keeps the server's fault at its field until the field is changed", async () => {
    const form = formOf(async () => {
      throw refusal(400, { errors: [{ field: 'phone', message: '应为 11 位数字' }] })
    })
    form.values.name = '王芳'
    form.values.phone = '1'
    await form.submit()
    expect(form.faults.value).toEqual({ phone: '应为 11 位数字' })
    form.values.phone = '13800000000'
    expect(form.faults.value).toEqual({})
    expect(form.values.name).toBe('王芳')
  })

  it('brings unsaved input back, but not to something that was changed meanwhile, and not after sign-out', async () => {
    const first = formOf(async () => '', 'person')
    first.values.name = '王'
    await nextTick()
    const second = formOf(async () => '', 'person')
    expect(second.restored.value).toBe(true)
    expect(second.values.name).toBe('王')
    const changed = useForm<Person, string>({
      initial: () => ({ ...initial(), phone: '1' }),
      draft: 'person',
      save: async () => '',
    })
    expect(changed.restored.value).toBe(false)
    forgetAllDrafts()
    expect(formOf(async () => '', 'person').restored.value).toBe(false)
  })

  it('forgets the draft when it is saved or thrown away', async () => {
    const form = formOf(async () => 'ok', 'person')
    form.values.name = '王芳'
    await nextTick()
    await form.submit()
    expect(sessionStorage.length).toBe(0)
    form.values.name = '王'
    await nextTick()
    expect(sessionStorage.length).toBe(1)
    form.reset()
    expect(sessionStorage.length).toBe(0)
    expect(form.values.name).toBe('')
  })

  it('shows what changed meanwhile and goes on with what was chosen', async () => {
    let refuse = true
    const form = formOf(async () => {
      if (refuse) throw refusal(412, { current: { name: '王方', phone: '2', roles: ['COUNTY'] } })
      return 'saved'
    })
    form.values.name = '王芳'
    await form.submit()
    expect(form.conflict.value?.fields.map(({ field, clash }) => [field, clash])).toEqual([
      ['name', true],
      ['phone', false],
      ['roles', false],
    ])
    form.resolve(form.conflict.value!.suggested)
    refuse = false
    expect(form.values).toEqual({ name: '王芳', phone: '2', roles: ['COUNTY'] })
    expect(await form.submit()).toBe('saved')
  })
})

describe('two changes of the same thing', () => {
  it('are joined where they touch different fields, and clash where they touch the same', () => {
    const merge = mergeOf({ a: 1, b: 1, c: 1, d: 1 }, { a: 2, b: 1, c: 2, d: 3 }, { a: 1, b: 2, c: 3, d: 3 })
    expect(merge.suggested).toEqual({ a: 2, b: 2, c: 2, d: 3 })
    expect(merge.fields.map(({ field, clash }) => [field, clash])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
    ])
  })
})
