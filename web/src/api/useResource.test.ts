import { effectScope, nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { Problem } from './problem'
import { useResource } from './useResource'

interface Question {
  asked: string
  signal: AbortSignal
  answer: (value: string) => Promise<void>
  fail: (error: unknown) => Promise<void>
}

/** A resource whose server answers when the test says so. */
function resourceOf(subject: () => string | null) {
  const questions: Question[] = []
  const settle = async () => {
    await nextTick()
    await new Promise((resolve) => setTimeout(resolve))
  }
  const scope = effectScope()
  const resource = scope.run(() =>
    useResource((signal) => {
      const asked = subject()
      if (asked === null) return null
      return new Promise<string>((resolve, reject) =>
        questions.push({
          asked,
          signal,
          answer: (value) => (resolve(value), settle()),
          fail: (error) => (reject(error as Error), settle()),
        }),
      )
    }),
  )!
  return { resource, questions, settle, end: () => scope.stop() }
}

describe('a resource of the server', () => {
  it('asks nothing until there is something to ask', async () => {
    const subject = ref<string | null>(null)
    const { resource, questions, settle } = resourceOf(() => subject.value)
    expect(questions).toHaveLength(0)
    expect(resource.loading.value).toBe(true)
    subject.value = 'a'
    await settle()
    await questions[0]!.answer('A')
    expect(resource.data.value).toBe('A')
    expect(resource.loading.value).toBe(false)
  })

  it('believes the answer to the latest question only, whichever comes first', async () => {
    const subject = ref('a')
    const { resource, questions, settle } = resourceOf(() => subject.value)
    subject.value = 'b'
    await settle()
    expect(questions.map((question) => question.signal.aborted)).toEqual([true, false])
    await questions[1]!.answer('B')
    await questions[0]!.answer('A')
    expect(resource.data.value).toBe('B')
  })

  it('keeps what it has while the server is away, and says since when', async () => {
    const subject = ref('a')
    const { resource, questions, settle } = resourceOf(() => subject.value)
    await questions[0]!.answer('A')
    subject.value = 'b'
    await settle()
    await questions[1]!.fail(Problem.offline())
    expect(resource.data.value).toBe('A')
    expect(resource.staleSince.value).toBeInstanceOf(Date)
    void resource.reload()
    await questions[2]!.answer('B')
    expect(resource.data.value).toBe('B')
    expect(resource.staleSince.value).toBeNull()
    expect(resource.problem.value).toBeNull()
  })

  it('drops what it has when the server refuses the question', async () => {
    const subject = ref('a')
    const { resource, questions, settle } = resourceOf(() => subject.value)
    await questions[0]!.answer('A')
    subject.value = 'b'
    await settle()
    await questions[1]!.fail(new Problem(404, 'not-found', 'Not found', '', 'r1'))
    expect(resource.data.value).toBeNull()
    expect(resource.problem.value?.requestId).toBe('r1')
  })

  it('breaks off when its page is left', () => {
    const { questions, end } = resourceOf(() => 'a')
    end()
    expect(questions[0]!.signal.aborted).toBe(true)
  })
})
