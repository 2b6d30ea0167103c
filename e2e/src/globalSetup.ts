import { ensureData } from './data'
import { makePeople } from './people'
import { startProduct, type Product } from './product'

/** Starts the product once for all tests, with data in it and people who use it; `LANTIAN_URL` and `LANTIAN_DATA` name a running one instead. */
export default async function setUp(): Promise<() => Promise<void>> {
  const running = process.env['LANTIAN_URL']
  const started: Product | null = running ? null : await startProduct()
  const url = running ?? started!.url
  const dataDirectory = started?.dataDirectory ?? process.env['LANTIAN_DATA'] ?? ''
  process.env['LANTIAN_E2E_URL'] = url
  process.env['LANTIAN_E2E_DATA'] = dataDirectory
  try {
    await ensureData(url, dataDirectory)
    await makePeople()
  } catch (error) {
    await started?.stop()
    throw error
  }
  return async () => {
    await started?.stop()
  }
}
