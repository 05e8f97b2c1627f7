// Times of what readers do, on a processor slowed as an old laptop's: `cargo xtask bench`.
import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

export default defineConfig({
  ...base,
  testDir: 'bench',
  testMatch: '*.bench.ts',
  // What runs beside it would be measured too.
  workers: 1,
  fullyParallel: false,
  timeout: 600_000,
  reporter: [['./bench/quiet.ts']],
  projects: [{ name: 'site', use: { output: 'site' } }],
});
