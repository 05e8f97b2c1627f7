// Opens the page of wasm-bindgen's test runner and prints its results: for machines with a
// browser but no driver that fits it. Usage: CHROMIUM=... node wasm-tests.js ADDRESS
import { chromium } from '@playwright/test';

const [address] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
const page = await browser.newPage();
page.on('pageerror', (error) => console.log(error.stack));
await page.goto(address);
const output = page.locator('#output');
await output.filter({ hasText: 'test result:' }).waitFor({ timeout: 300_000 });
const text = await output.innerText();
console.log(text);
await browser.close();
process.exitCode = text.includes('test result: ok') ? 0 : 1;
