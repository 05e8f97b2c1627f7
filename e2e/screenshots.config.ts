// Pictures of the page for its documentation: `cargo xtask screenshots`.
import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

export default defineConfig({
  ...base,
  testMatch: 'screenshots.ts',
  reporter: [['list']],
  projects: [{ name: 'site', use: { output: 'site' } }],
});
