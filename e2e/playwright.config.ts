// Every output of the build, driven through the browser that `cargo xtask test` found.
//
// By hand, after `cargo xtask dist`, in this folder:
//   CHROMIUM=$(command -v chromium) npx playwright test --project=site smoke
import { defineConfig } from '@playwright/test';
import type { Options } from './support/test.ts';

// What is the same in all outputs, since styles and markup are: sizes, themes, pointers, and what axe-core finds.
const REPEATED =
  /phone, light|laptop, dark|at (390|320) px|axe finds|7:1|large enough|very small screen|is legible|quiz-types\.spec\.ts by (mouse|touch) /;

// The report that xtask counts. Without xtask there is none.
const report = process.env.E2E_REPORT;

export default defineConfig<object, Options>({
  testDir: '.',
  outputDir: 'test-results',
  // Readers' machines are slower than this one, tests need not be: what takes longer hangs.
  timeout: 30_000,
  expect: { timeout: 5_000 },
  fullyParallel: true,
  workers: process.env.E2E_WORKERS ? Number(process.env.E2E_WORKERS) : 2,
  // xtask runs a few that failed again, alone, and names them.
  retries: 0,
  forbidOnly: true,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    locale: 'en-US',
    // It would answer in the place of the server; offline.spec.ts lets it.
    serviceWorkers: 'block',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A trace photographs the page at each step, and this page holds the whole story: with traces a
    // run takes more than twice as long. `E2E_TRACE=1` keeps those of failures, for a test run alone.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // No name leads anywhere: what needs another host fails here as it would in a school.
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      ],
    },
  },
  projects: [
    // dist/site/ at the root of a host.
    { name: 'site', use: { output: 'site' } },
    // The same somewhere below it: every address must be relative. What uses no address of its own
    // is the same code as at the root.
    {
      name: 'subpath',
      use: { output: 'subpath' },
      testMatch: /(smoke|offline|evidence|share|reading|robustness|teach)\.spec\.ts$/,
      grepInvert: REPEATED,
    },
    // dist/open-gates.html from a disk, with no network at all.
    { name: 'file', use: { output: 'file', offline: true }, grepInvert: REPEATED },
    // What trunk builds: only that it comes to life. The rest is the same code.
    { name: 'trunk', use: { output: 'trunk' }, testMatch: 'smoke.spec.ts' },
  ],
});
