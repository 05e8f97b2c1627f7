// Prints what benchmarks print, and what went wrong, and nothing else.
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class Quiet implements Reporter {
  onStdOut(text: string | Buffer) {
    process.stdout.write(text);
  }

  onTestEnd(test: TestCase, result: TestResult) {
    for (const { message } of result.errors) process.stderr.write(`\n${test.title}: ${message}\n`);
  }

  printsToStdio() {
    return true;
  }
}
