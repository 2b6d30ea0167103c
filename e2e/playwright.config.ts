import { defineConfig } from '@playwright/test'

/** The browser of the distribution; the test tool never downloads one of its own. */
const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Pictures to be looked at are taken only when asked: LANTIAN_SCREENSHOTS=1 npx playwright test pictures */
const pictures = process.env['LANTIAN_SCREENSHOTS'] ? [] : [/pictures\.spec\.ts$/]

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/traces',
  globalSetup: './src/globalSetup.ts',
  // One server and its data are shared, and there are two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: process.env['CI'] ? [['list'], ['html', { open: 'never' }]] : [['list']],
  use: {
    locale: 'zh-CN',
    // City time is the server's; a browser far from the city must show the same.
    timezoneId: 'America/New_York',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-background-networking', '--font-render-hinting=none'],
    },
  },
  projects: [
    {
      name: 'desktop',
      use: { viewport: { width: 1440, height: 900 } },
      testIgnore: [/\.phone\.spec\.ts$/, ...pictures],
    },
    {
      name: 'phone',
      use: { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
      testMatch: /(\.phone|pages|pictures)\.spec\.ts$/,
      testIgnore: pictures,
    },
  ],
})
